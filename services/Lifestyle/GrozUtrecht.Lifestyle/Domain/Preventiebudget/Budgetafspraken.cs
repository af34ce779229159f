namespace GrozUtrecht.Lifestyle.Domain.Preventiebudget;

/// <summary>Why an agreement cannot stand like this.</summary>
internal enum Budgetfout
{
    PeriodReversed,
    PeriodTooLong,
    NothingCovered,
    CoveredTwice,
    CoPaymentUnsound,
    FixedOnceOpen,
    AlreadyClosed,
    AlreadyOpen,
    NotOpen,
}

/// <summary>What members and insurer were told; it does not change once the budget is open.</summary>
internal sealed record VasteAfspraken(
    string Verzekeraar, string Uzovi, string Gemeente, DateOnly VanDatum, DateOnly TotEnMetDatum, long BedragCenten, int MaximumPerPersoonCenten,
    EigenBijdrage EigenBijdrage, Vrijgaveregel Vrijgaveregel);

/// <summary>What insurer and municipality agreed on: what is fixed, and what the budget pays for.</summary>
internal sealed record Budgetafspraken(
    Budgetstatus Status, VasteAfspraken Vast, IReadOnlyList<string> Gebieden, IReadOnlyList<Guid> ActiviteitIds, IReadOnlyList<string> Dimensies)
{
    public const int MaximumYears = 2;

    /// <summary>Does it hold together? Null means that it does.</summary>
    public Budgetfout? Check()
    {
        if (Vast.TotEnMetDatum < Vast.VanDatum)
            return Budgetfout.PeriodReversed;
        if (Vast.TotEnMetDatum >= Vast.VanDatum.AddYears(MaximumYears))
            return Budgetfout.PeriodTooLong;
        if (ActiviteitIds.Count + Dimensies.Count == 0)
            return Budgetfout.NothingCovered;
        if (IsTwice(ActiviteitIds) || IsTwice(Dimensies) || IsTwice(Gebieden))
            return Budgetfout.CoveredTwice;
        return Vast.EigenBijdrage.IsSound ? null : Budgetfout.CoPaymentUnsound;
    }

    /// <summary>May this take the place of what was agreed? An open budget may pay for other activities, and nothing else changes.</summary>
    public Budgetfout? Replace(Budgetafspraken before)
    {
        if (before.Status == Budgetstatus.Gesloten)
            return Budgetfout.AlreadyClosed;
        return before.Status == Budgetstatus.Open && Vast != before.Vast ? Budgetfout.FixedOnceOpen : Check();
    }

    public static Budgetfout? Open(Budgetstatus status) => status switch
    {
        Budgetstatus.Concept => null,
        Budgetstatus.Open => Budgetfout.AlreadyOpen,
        Budgetstatus.Gesloten => Budgetfout.AlreadyClosed,
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, message: null),
    };

    /// <summary>A closed budget reserves nothing more; what was reserved is still spent, released and declared.</summary>
    public static Budgetfout? RequireOpen(Budgetstatus status) => status == Budgetstatus.Open ? null : Budgetfout.NotOpen;

    private static bool IsTwice<T>(IReadOnlyList<T> items) => items.Distinct().Count() != items.Count;
}
