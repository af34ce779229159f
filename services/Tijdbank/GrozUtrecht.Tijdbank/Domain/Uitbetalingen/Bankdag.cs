namespace GrozUtrecht.Tijdbank.Domain.Uitbetalingen;

/// <summary>The days on which euro payments are settled between banks (TARGET): no weekends and six holidays.</summary>
internal static class Bankdag
{
    /// <summary>The first such day after this one.</summary>
    public static DateOnly After(DateOnly dag)
    {
        var next = dag.AddDays(1);
        while (!Is(next))
            next = next.AddDays(1);
        return next;
    }

    public static bool Is(DateOnly dag)
    {
        var easter = Easter(dag.Year);
        return dag.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)
            && (dag.Month, dag.Day) is not ((1, 1) or (5, 1) or (12, 25) or (12, 26))
            && dag != easter.AddDays(-2)
            && dag != easter.AddDays(1);
    }

    // The anonymous Gregorian computus.
    internal static DateOnly Easter(int year)
    {
        var (golden, century, rest) = (year % 19, year / 100, year % 100);
        var leapless = (century - ((century + 8) / 25) + 1) / 3;
        var epact = ((19 * golden) + century - (century / 4) - leapless + 15) % 30;
        var weekday = (32 + (2 * (century % 4)) + (2 * (rest / 4)) - epact - (rest % 4)) % 7;
        var shift = (golden + (11 * epact) + (22 * weekday)) / 451;
        var sum = epact + weekday - (7 * shift) + 114;
        return new DateOnly(year, sum / 31, (sum % 31) + 1);
    }
}
