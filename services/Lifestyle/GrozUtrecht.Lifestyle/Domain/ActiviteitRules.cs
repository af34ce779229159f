namespace GrozUtrecht.Lifestyle.Domain;

/// <summary>Why a request about an activity is refused.</summary>
internal enum ActiviteitRefusal
{
    GratisHasPrice,
    DimensieTwice,
    DrempelTwice,
    AlreadyPublished,
    NotPublished,
    NoSessieToCome,
}

/// <summary>What may be done with an activity, decided without I/O; null means that it may.</summary>
internal static class ActiviteitRules
{
    /// <summary>Do the facts of one activity agree with each other?</summary>
    public static ActiviteitRefusal? Describe(IReadOnlyList<Dimensie> dimensies, IReadOnlyList<Drempel> drempels, int prijsCenten)
    {
        if (dimensies.Distinct().Count() != dimensies.Count)
            return ActiviteitRefusal.DimensieTwice;
        if (drempels.Distinct().Count() != drempels.Count)
            return ActiviteitRefusal.DrempelTwice;
        return drempels.Contains(Drempel.Gratis) && prijsCenten > 0 ? ActiviteitRefusal.GratisHasPrice : null;
    }

    /// <summary>An activity without a session to come has nothing to offer; a withdrawn one may come back.</summary>
    public static ActiviteitRefusal? Publish(ActiviteitStatus status, int sessiesToCome) => (status, sessiesToCome) switch
    {
        (ActiviteitStatus.Gepubliceerd, _) => ActiviteitRefusal.AlreadyPublished,
        (_, 0) => ActiviteitRefusal.NoSessieToCome,
        _ => null,
    };

    /// <summary>Only what is offered can be withdrawn.</summary>
    public static ActiviteitRefusal? Withdraw(ActiviteitStatus status) =>
        status == ActiviteitStatus.Gepubliceerd ? null : ActiviteitRefusal.NotPublished;
}
