namespace GrozUtrecht.Lifestyle.Domain.Agenda;

/// <summary>One school holiday, from its first Saturday up to and including its last Sunday.</summary>
internal sealed record Schoolvakantie(string Naam, DateOnly Van, DateOnly TotEnMet);

/// <summary>
/// The school holidays of region Midden, in which the province of Utrecht lies, as the ministry of education sets them (summer, Christmas
/// and May) or advises them (autumn and spring). A school may differ where the ministry only advises, and may add a week to May.
/// Source: rijksoverheid.nl, "Overzicht schoolvakanties per schooljaar" (CC0). 2027-2028 and 2028-2029 were read from those pages.
/// 2025-2026 is as OpenHolidays has it, and 2026-2027 is from knowledge of the same pages, agreeing with the calendars of schools in the
/// region; neither page itself could be read when this table was made. A new school year is a new block of five lines.
/// </summary>
internal static class Schoolvakanties
{
    private static readonly Schoolvakantie[] RegioMidden =
    [
        new("Herfstvakantie", new(2025, 10, 18), new(2025, 10, 26)),
        new("Kerstvakantie", new(2025, 12, 20), new(2026, 1, 4)),
        new("Voorjaarsvakantie", new(2026, 2, 14), new(2026, 2, 22)),
        new("Meivakantie", new(2026, 4, 25), new(2026, 5, 3)),
        new("Zomervakantie", new(2026, 7, 18), new(2026, 8, 30)),

        new("Herfstvakantie", new(2026, 10, 17), new(2026, 10, 25)),
        new("Kerstvakantie", new(2026, 12, 19), new(2027, 1, 3)),
        new("Voorjaarsvakantie", new(2027, 2, 20), new(2027, 2, 28)),
        new("Meivakantie", new(2027, 4, 24), new(2027, 5, 2)),
        new("Zomervakantie", new(2027, 7, 17), new(2027, 8, 29)),

        new("Herfstvakantie", new(2027, 10, 16), new(2027, 10, 24)),
        new("Kerstvakantie", new(2027, 12, 25), new(2028, 1, 9)),
        new("Voorjaarsvakantie", new(2028, 2, 26), new(2028, 3, 5)),
        new("Meivakantie", new(2028, 4, 29), new(2028, 5, 7)),
        new("Zomervakantie", new(2028, 7, 8), new(2028, 8, 20)),

        new("Herfstvakantie", new(2028, 10, 21), new(2028, 10, 29)),
        new("Kerstvakantie", new(2028, 12, 23), new(2029, 1, 7)),
        new("Voorjaarsvakantie", new(2029, 2, 17), new(2029, 2, 25)),
        new("Meivakantie", new(2029, 4, 28), new(2029, 5, 6)),
        new("Zomervakantie", new(2029, 7, 7), new(2029, 8, 19)),
    ];

    public static IReadOnlyList<Schoolvakantie> All => RegioMidden;

    /// <summary>The last day of which this table knows whether it is a holiday. After it nothing is guessed.</summary>
    public static DateOnly KnownUntil => RegioMidden[^1].TotEnMet;

    /// <summary>The school holiday in which this day lies, or null.</summary>
    public static string? NameOf(DateOnly day) => Array.Find(RegioMidden, vakantie => day >= vakantie.Van && day <= vakantie.TotEnMet)?.Naam;
}
