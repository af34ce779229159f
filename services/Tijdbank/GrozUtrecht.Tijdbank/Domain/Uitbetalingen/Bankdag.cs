using GrozUtrecht.Gebieden;

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
        var easter = Pasen.In(dag.Year);
        return dag.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)
            && (dag.Month, dag.Day) is not ((1, 1) or (5, 1) or (12, 25) or (12, 26))
            && dag != easter.AddDays(-2)
            && dag != easter.AddDays(1);
    }
}
