namespace GrozUtrecht.VitaalWerken.Domain.Koppelingen;

/// <summary>Why one side says no.</summary>
public enum Afwijsreden
{
    /// <summary>The company took another offer about the same subject; the platform fills it in.</summary>
    AnderAanbodGekozen,
    PastNietBijBehoefte,
    VormPastNiet,
    PrijsPastNiet,
    PeriodePastNiet,
    GroepPastNiet,
    TeVer,
    GeenTijd,
    Anders,
}

/// <summary>Which reasons each side may give.</summary>
internal static class Afwijsredenen
{
    /// <summary>What does not fit a need or a form is for the company to say, having no time is for the supplier.</summary>
    public static bool May(Koppelingzijde zijde, Afwijsreden reden) => reden switch
    {
        Afwijsreden.AnderAanbodGekozen => false,
        Afwijsreden.PastNietBijBehoefte or Afwijsreden.VormPastNiet => zijde == Koppelingzijde.Bedrijf,
        Afwijsreden.GeenTijd => zijde == Koppelingzijde.Leverancier,
        _ => true,
    };
}
