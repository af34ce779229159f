using GrozUtrecht.Gebieden;

namespace GrozUtrecht.Lifestyle.Domain.Agenda;

/// <summary>The generally recognised public holidays of the Netherlands (Algemene termijnenwet, article 3).</summary>
internal static class Feestdagen
{
    private const int KoningsdagMonth = 4;
    private const int KoningsdagDay = 27;

    /// <summary>The name of the holiday on this day, or null.</summary>
    public static string? NameOf(DateOnly day) => (day.Month, day.Day) switch
    {
        (1, 1) => "Nieuwjaarsdag",
        (5, 5) => "Bevrijdingsdag",
        (12, 25) => "Eerste kerstdag",
        (12, 26) => "Tweede kerstdag",
        _ => day == Koningsdag(day.Year) ? "Koningsdag" : FromEaster(day),
    };

    // A birthday of the king on a Sunday is celebrated on the Saturday before.
    private static DateOnly Koningsdag(int year)
    {
        var birthday = new DateOnly(year, KoningsdagMonth, KoningsdagDay);
        return birthday.DayOfWeek == DayOfWeek.Sunday ? birthday.AddDays(-1) : birthday;
    }

    private static string? FromEaster(DateOnly day) => (day.DayNumber - Pasen.In(day.Year).DayNumber) switch
    {
        -2 => "Goede Vrijdag",
        0 => "Eerste paasdag",
        1 => "Tweede paasdag",
        39 => "Hemelvaartsdag",
        49 => "Eerste pinksterdag",
        50 => "Tweede pinksterdag",
        _ => null,
    };
}
