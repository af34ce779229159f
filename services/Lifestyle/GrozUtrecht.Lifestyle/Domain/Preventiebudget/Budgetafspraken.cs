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

/// <summary>What insurer and municipality agreed on.</summary>
/// <param name="Vast">What members and insurer were told; it does not change once the budget is open.</param>
internal sealed record Budgetafspraken(
    Budgetstatus Status, DateOnly VanDatum, DateOnly TotEnMetDatum, IReadOnlyList<string> Gebieden, IReadOnlyList<Guid> ActiviteitIds,
    IReadOnlyList<string> Dimensies, EigenBijdrage EigenBijdrage, object Vast)
{
    public const int MaximumYears = 2;

    /// <summary>Does it hold together? Null means that it does.</summary>
    public Budgetfout? Check()
    {
        if (TotEnMetDatum < VanDatum)
            return Budgetfout.PeriodReversed;
        if (TotEnMetDatum >= VanDatum.AddYears(MaximumYears))
            return Budgetfout.PeriodTooLong;
        if (ActiviteitIds.Count + Dimensies.Count == 0)
            return Budgetfout.NothingCovered;
        if (IsTwice(ActiviteitIds) || IsTwice(Dimensies) || IsTwice(Gebieden))
            return Budgetfout.CoveredTwice;
        return EigenBijdrage.IsSound ? null : Budgetfout.CoPaymentUnsound;
    }

    /// <summary>May this take the place of what was agreed? An open budget may pay for other activities, and nothing else changes.</summary>
    public Budgetfout? Replace(Budgetafspraken before)
    {
        if (before.Status == Budgetstatus.Gesloten)
            return Budgetfout.AlreadyClosed;
        var isFixed = before.Status == Budgetstatus.Open && !(VanDatum == before.VanDatum && TotEnMetDatum == before.TotEnMetDatum
            && EigenBijdrage == before.EigenBijdrage && Vast.Equals(before.Vast));
        return isFixed ? Budgetfout.FixedOnceOpen : Check();
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
