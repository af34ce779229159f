using System.Globalization;
using System.Text;
using GrozUtrecht.Gebieden;

namespace GrozUtrecht.Documenten;

/// <summary>
/// Dates and numbers as Dutch readers expect them in a document, written out by hand: the process runs without cultures. An
/// answer in JSON never uses these.
/// </summary>
public static class Dutch
{
    private static readonly string[] Months =
        ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"];

    /// <summary>5 maart 2026.</summary>
    public static string Date(DateOnly date) => $"{date.Day} {Months[date.Month - 1]} {date.Year}";

    /// <summary>05-03-2026, for a column.</summary>
    public static string ShortDate(DateOnly date) => date.ToString("dd-MM-yyyy", CultureInfo.InvariantCulture);

    /// <summary>5 maart 2026, 14:05 uur: the clock on the wall in the Netherlands.</summary>
    public static string Moment(DateTimeOffset moment)
    {
        var local = TimeZoneInfo.ConvertTime(moment, NederlandseTijd.Zone);
        return $"{Date(DateOnly.FromDateTime(local.DateTime))}, {local.ToString("HH:mm", CultureInfo.InvariantCulture)} uur";
    }

    /// <summary>1.234.567.</summary>
    public static string Number(long number)
    {
        var digits = number.ToString(CultureInfo.InvariantCulture);
        var text = new StringBuilder(digits);
        var first = number < 0 ? 1 : 0;
        for (var place = digits.Length - 3; place > first; place -= 3)
            text.Insert(place, '.');
        return text.ToString();
    }

    /// <summary>1.234:05, hours and minutes, for a column.</summary>
    public static string Hours(long minutes) =>
        $"{(minutes < 0 ? "-" : "")}{Number(Math.Abs(minutes / 60))}:{Math.Abs(minutes % 60).ToString("00", CultureInfo.InvariantCulture)}";

    /// <summary>12 uur en 5 minuten.</summary>
    public static string HoursInWords(long minutes)
    {
        var (hours, rest) = (Number(minutes / 60), Math.Abs(minutes % 60));
        var rested = rest == 1 ? "1 minuut" : $"{rest} minuten";
        return rest == 0 ? $"{hours} uur" : minutes is > -60 and < 60 ? $"{(minutes < 0 ? "-" : "")}{rested}" : $"{hours} uur en {rested}";
    }

    /// <summary>€ 1.234,50.</summary>
    public static string Euros(long cents) =>
        $"€ {(cents < 0 ? "-" : "")}{Number(Math.Abs(cents / 100))},{Math.Abs(cents % 100).ToString("00", CultureInfo.InvariantCulture)}";
}
