namespace GrozUtrecht.Lifestyle.Domain.Agenda;

/// <summary>Why a series is refused.</summary>
internal enum ReeksRefusal
{
    Empty,
    WeekdagMissing,
    WeekdagTwice,
    WeekdagUnwanted,
    MaanddagMissing,
    MaanddagUnwanted,
    TwoEnds,
    EndsBeforeItBegins,
    InThePast,
    TooFarAhead,
}

/// <summary>Whether what is said of a series holds together, decided without I/O; null means that it does.</summary>
internal static class ReeksRules
{
    public const int MaximumElke = 52;
    public const int MaximumAantal = 500;
    public const int MaximumDaysAhead = 365;

    public static ReeksRefusal? Describe(Reeksregel regel, DateOnly today)
    {
        if (Repeat(regel.Herhaling) is { } refusal)
            return refusal;
        if (regel is { Tot: not null, Aantal: not null })
            return ReeksRefusal.TwoEnds;
        if (regel.Tot < regel.Vanaf)
            return ReeksRefusal.EndsBeforeItBegins;
        if (regel.Vanaf < today)
            return ReeksRefusal.InThePast;
        return regel.Vanaf > today.AddDays(MaximumDaysAhead) ? ReeksRefusal.TooFarAhead : null;
    }

    /// <summary>A series that ends before it has a session is a mistake; one that goes on may still get them.</summary>
    public static ReeksRefusal? Plan(Reeksregel regel, Reeksplan plan) =>
        plan.Sessies.Count == 0 && regel.Tot < plan.GeplandTot ? ReeksRefusal.Empty : null;

    private static ReeksRefusal? Repeat(Herhaling herhaling)
    {
        var weekdagen = herhaling.Weekdagen.Count;
        if (herhaling.Weekdagen.Distinct().Count() < weekdagen)
            return ReeksRefusal.WeekdagTwice;
        if (herhaling.Frequentie != Frequentie.Maandelijks && (herhaling.DagVanMaand is not null || herhaling.WeekVanMaand is not null))
            return ReeksRefusal.MaanddagUnwanted;
        return herhaling.Frequentie switch
        {
            Frequentie.Dagelijks => weekdagen == 0 ? null : ReeksRefusal.WeekdagUnwanted,
            Frequentie.Wekelijks => weekdagen > 0 ? null : ReeksRefusal.WeekdagMissing,
            _ => Monthly(herhaling, weekdagen),
        };
    }

    private static ReeksRefusal? Monthly(Herhaling herhaling, int weekdagen)
    {
        if (herhaling.DagVanMaand is 0 || herhaling.DagVanMaand is null == herhaling.WeekVanMaand is null)
            return ReeksRefusal.MaanddagMissing;
        if (herhaling.WeekVanMaand is not null)
            return weekdagen == 1 ? null : ReeksRefusal.WeekdagMissing;
        return weekdagen == 0 ? null : ReeksRefusal.WeekdagUnwanted;
    }
}
