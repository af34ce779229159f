namespace GrozUtrecht.Lifestyle.Domain;

/// <summary>What an aanbieder is.</summary>
public enum Aanbiedersoort
{
    Professional,
    Ondernemer,
    ActieveBewoner,
    Initiatief,
}

/// <summary>Where an aanbieder stands. Only what a verified one offers goes out as open data.</summary>
public enum Aanbiederstatus
{
    Aangemeld,
    Geverifieerd,
    Afgewezen,
    Gestopt,
}

/// <summary>How an aanbieder moves, decided without I/O.</summary>
internal static class Aanbiederloop
{
    /// <summary>Where a changed one stands: who takes another name or becomes something else is judged again.</summary>
    public static Aanbiederstatus AfterChange(Aanbiederstatus status, bool isSomebodyElse) =>
        isSomebodyElse || status == Aanbiederstatus.Afgewezen ? Aanbiederstatus.Aangemeld : status;

    /// <summary>A judgement can be given again, until the aanbieder has stopped.</summary>
    public static bool CanBeJudged(Aanbiederstatus status) => status != Aanbiederstatus.Gestopt;
}
