using System.Collections.Frozen;

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
    /// <summary>ISO 639-1. The runtime's own list is empty where globalization is invariant, as it is here.</summary>
    private static readonly FrozenSet<string> Talen = """
        aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee
        el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io
        is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn
        mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se
        sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo
        wa wo xh yi yo za zh zu
        """.Split([' ', '\n']).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Do the facts of one activity agree with each other?</summary>
    public static ActiviteitRefusal? Describe(IReadOnlyList<Dimensie> dimensies, IReadOnlyList<Drempel> drempels, int prijsCenten)
    {
        if (dimensies.Distinct().Count() != dimensies.Count)
            return ActiviteitRefusal.DimensieTwice;
        if (drempels.Distinct().Count() != drempels.Count)
            return ActiviteitRefusal.DrempelTwice;
        return drempels.Contains(Drempel.Gratis) && prijsCenten > 0 ? ActiviteitRefusal.GratisHasPrice : null;
    }

    /// <summary>Different languages, each as its ISO 639-1 code.</summary>
    public static bool AreTalen(IReadOnlyList<string> talen) =>
        talen.Distinct(StringComparer.Ordinal).Count() == talen.Count && talen.All(Talen.Contains);

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
