namespace GrozUtrecht.VitaalWerken.Domain.Koppelingen;

/// <summary>
/// One term beside the offer that was taken. <see cref="MinderDanGekozen"/> is null where more or less would tell something of the other:
/// its price, where it is, whether it is new.
/// </summary>
internal sealed record Vergelijkingsterm(string Code, int Punten, int Maximum, bool? MinderDanGekozen);

/// <summary>How an offer that was turned down did beside the one that was taken.</summary>
internal sealed record Koppelvergelijking(int Score, bool LagereScoreDanGekozen, IReadOnlyList<Vergelijkingsterm> Termen)
{
    private static readonly HashSet<string> Comparable = new(["onderwerp", "vorm", "beschikbaarheid"], StringComparer.Ordinal);

    /// <summary>
    /// Its own points term by term, and only of what the company itself asked for (subject, form, moments) whether the other had more.
    /// No points of the other are told, and of the totals only which was higher: neither a price nor a name can be computed from it.
    /// </summary>
    public static Koppelvergelijking Of(IReadOnlyList<Koppelreden> own, IReadOnlyList<Koppelreden> chosen)
    {
        var punten = chosen.ToDictionary(reden => reden.Code, reden => reden.Punten, StringComparer.Ordinal);
        return new(
            own.Sum(reden => reden.Punten),
            own.Sum(reden => reden.Punten) < chosen.Sum(reden => reden.Punten),
            [.. own.Select(reden => new Vergelijkingsterm(
                reden.Code, reden.Punten, reden.Maximum, Comparable.Contains(reden.Code) && punten.TryGetValue(reden.Code, out var other) ? reden.Punten < other : null))]);
    }
}
