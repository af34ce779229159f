using System.Globalization;

namespace GrozUtrecht.Support.Domain.Agenda;

/// <summary>A time on the wall as people write it, with 24:00 for the end of a day.</summary>
internal static class Kloktijd
{
    public const string Pattern = "^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$";

    /// <summary>Minutes since midnight of a text that has the <see cref="Pattern"/>.</summary>
    public static int MinutesOf(string text) =>
        (int.Parse(text.AsSpan(0, 2), CultureInfo.InvariantCulture) * 60) + int.Parse(text.AsSpan(3, 2), CultureInfo.InvariantCulture);

    /// <summary>The same as a time of day; 24:00 is midnight, which ends a day where something ends and begins one where it begins.</summary>
    public static TimeOnly TimeOf(string text) => TimeOnly.FromTimeSpan(TimeSpan.FromMinutes(MinutesOf(text) % Dagdeel.DayMinutes));
}
