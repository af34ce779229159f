namespace GrozUtrecht.Tijdbank.Domain.Uren;

/// <summary>The kind of an hour; it decides what may be done with the hour.</summary>
public enum Urensoort
{
    Vrijwilligerswerk,
    Mantelzorg,
    Tegenprestatie,
    Beroepspraktijkvorming,
    Betaald,
}

/// <summary>What may be done with hours of one kind. This table is the whole policy: nothing else in the service decides it.</summary>
/// <param name="Besteedbaar">May be given away and exchanged; other hours go to the counting account, from which nothing can be spent.</param>
/// <param name="Uitbetaalbaar">May be converted into money, within the maxima of the volunteers' allowance.</param>
/// <param name="Certificeerbaar">May stand on an hours statement for a school or an employer.</param>
/// <param name="Uitleg">The same in Dutch for people.</param>
internal sealed record Urensoortbeleid(Urensoort UrenSoort, bool Besteedbaar, bool Uitbetaalbaar, bool Certificeerbaar, string Uitleg)
{
    public static readonly IReadOnlyList<Urensoortbeleid> All =
    [
        new(Urensoort.Vrijwilligerswerk, Besteedbaar: true, Uitbetaalbaar: true, Certificeerbaar: true,
            "Onbetaalde inzet voor een ander of de buurt. U kunt deze uren weggeven, ruilen, laten uitbetalen als vrijwilligersvergoeding en op een urenverklaring zetten."),
        new(Urensoort.Mantelzorg, Besteedbaar: true, Uitbetaalbaar: false, Certificeerbaar: false,
            "Zorg voor een naaste. U kunt deze uren weggeven en ruilen. Uitbetalen kan niet, want een vrijwilligersvergoeding is er alleen voor vrijwilligerswerk."),
        new(Urensoort.Tegenprestatie, Besteedbaar: false, Uitbetaalbaar: false, Certificeerbaar: true,
            "Inzet die de gemeente bij een uitkering vraagt. Deze uren tellen mee en kunnen op een urenverklaring, maar zijn niet te besteden of uit te betalen."),
        new(Urensoort.Beroepspraktijkvorming, Besteedbaar: false, Uitbetaalbaar: false, Certificeerbaar: true,
            "Stage of leerwerk voor een opleiding. Deze uren tellen mee en kunnen op een urenverklaring voor de school, maar zijn niet te besteden of uit te betalen."),
        new(Urensoort.Betaald, Besteedbaar: false, Uitbetaalbaar: false, Certificeerbaar: true,
            "Werk waarvoor al loon is betaald. Deze uren tellen mee en kunnen op een urenverklaring, maar zijn niet nog eens te besteden of uit te betalen."),
    ];

    private static readonly Dictionary<string, Urensoort> ByWord =
        All.ToDictionary(beleid => Word(beleid.UrenSoort), beleid => beleid.UrenSoort, StringComparer.Ordinal);

    public static Urensoortbeleid Of(Urensoort urenSoort) => All[(int)urenSoort];

    /// <summary>The word for it in the database, in messages and in JSON.</summary>
    public static string Word(Urensoort urenSoort) => urenSoort.ToString().ToLowerInvariant();

    public static bool TryRead(string word, out Urensoort urenSoort) => ByWord.TryGetValue(word, out urenSoort);
}
