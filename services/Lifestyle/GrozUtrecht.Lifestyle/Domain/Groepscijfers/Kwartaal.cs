using System.Globalization;

namespace GrozUtrecht.Lifestyle.Domain.Groepscijfers;

/// <summary>A quarter of a year, the only period that there are group figures of: 2026-K3 is July to September 2026.</summary>
internal sealed record Kwartaal(int Jaar, int Nummer)
{
    public const string Pattern = "^20[0-9]{2}-K[1-4]$";

    private const int Months = 3;
    private const int PerYear = 4;

    public DateOnly LastDay => new DateOnly(Jaar, Nummer * Months, 1).AddMonths(1).AddDays(-1);

    public Kwartaal Previous => Nummer == 1 ? new(Jaar - 1, PerYear) : this with { Nummer = Nummer - 1 };

    public static Kwartaal Of(DateOnly day) => new(day.Year, ((day.Month - 1) / Months) + 1);

    /// <summary>Reads a text that fits <see cref="Pattern"/>.</summary>
    public static Kwartaal Parse(string text) =>
        new(int.Parse(text[..4], CultureInfo.InvariantCulture), int.Parse(text[^1..], CultureInfo.InvariantCulture));

    public bool IsOver(DateOnly today) => today > LastDay;

    /// <inheritdoc />
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Jaar:0000}-K{Nummer}");
}
