namespace GrozUtrecht.Support.Domain;

/// <summary>How many points each term may give; together 100.</summary>
internal sealed record ScoreWeights(int Distance, int Categorie, int Load, int LastAsked, int Newcomer)
{
    public static readonly ScoreWeights Default = new(Distance: 40, Categorie: 15, Load: 20, LastAsked: 15, Newcomer: 10);
}

/// <summary>Turns what is known of a candidate into points, term by term, each with its reason.</summary>
internal static class Scoring
{
    /// <summary>What counts as a full week for a helper who named no maximum.</summary>
    private const int UsualWeekMinutes = 480;

    /// <summary>After so many days it no longer matters how long ago somebody was asked.</summary>
    private const int RestedDays = 28;

    public static Match Score(Kandidaat kandidaat, DateTimeOffset now, ScoreWeights weights)
    {
        Reden[] redenen =
        [
            Distance(kandidaat, weights.Distance),
            Categorieen(kandidaat, weights.Categorie),
            Load(kandidaat, weights.Load),
            LastAsked(kandidaat, now, weights.LastAsked),
            Newcomer(kandidaat, weights.Newcomer),
        ];
        return new(kandidaat.HelperId, redenen.Sum(reden => reden.Punten), redenen);
    }

    /// <summary>Best first. The id decides between equals, so that the same input gives the same order.</summary>
    public static IReadOnlyList<Match> Rank(IEnumerable<Kandidaat> kandidaten, int durationMinutes, DateTimeOffset now) =>
    [
        .. kandidaten
            .Where(kandidaat => Eligibility.WhyNot(kandidaat, durationMinutes) is null)
            .Select(kandidaat => Score(kandidaat, now, ScoreWeights.Default))
            .OrderByDescending(match => match.Score)
            .ThenBy(match => match.HelperId),
    ];

    private static Reden Distance(Kandidaat kandidaat, int weight)
    {
        var left = 1 - (kandidaat.DistanceMeters / (kandidaat.RadiusKilometers * 1000.0));
        var tekst = kandidaat.DistanceMeters == 0 ? "Woont in hetzelfde postcodegebied." : $"Woont op {Dutch.Distance(kandidaat.DistanceMeters)}.";
        return new("afstand", tekst, Points(weight, left));
    }

    // Who does little else goes first, so that who can do everything stays free for what nobody else does.
    private static Reden Categorieen(Kandidaat kandidaat, int weight)
    {
        var tekst = kandidaat.CategorieCount == 1
            ? "Biedt alleen dit soort hulp aan."
            : $"Biedt {kandidaat.CategorieCount} soorten hulp aan, waaronder deze.";
        return new("categorie", tekst, Points(weight, 1.0 / kandidaat.CategorieCount));
    }

    private static Reden Load(Kandidaat kandidaat, int weight)
    {
        var full = kandidaat.MaximumWeekMinutes ?? UsualWeekMinutes;
        var tekst = kandidaat.WeekMinutes == 0 ? "Heeft die week nog niets gepland." : $"Heeft die week al {kandidaat.WeekMinutes} minuten gepland.";
        return new("belasting", tekst, Points(weight, 1 - ((double)kandidaat.WeekMinutes / full)));
    }

    private static Reden LastAsked(Kandidaat kandidaat, DateTimeOffset now, int weight)
    {
        if (kandidaat.LaatstGevraagdOp is not { } askedOp)
        {
            return new("laatst-gevraagd", "Is nog nooit gevraagd.", weight);
        }

        var days = Math.Max(0, (int)(now - askedOp).TotalDays);
        return new("laatst-gevraagd", $"Is voor het laatst gevraagd: {Dutch.Days(days)}.", Points(weight, (double)days / RestedDays));
    }

    private static Reden Newcomer(Kandidaat kandidaat, int weight) => kandidaat.AfspraakCount == 0
        ? new("nieuwkomer", "Is nog niet eerder gekoppeld en krijgt voorrang.", weight)
        : new("nieuwkomer", $"Is al {kandidaat.AfspraakCount} keer gekoppeld.", 0);

    private static int Points(int weight, double share) => (int)Math.Round(weight * Math.Clamp(share, 0, 1), MidpointRounding.AwayFromZero);
}
