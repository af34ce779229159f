using System.Globalization;

namespace GrozUtrecht.VitaalWerken.Domain.Behoeften;

/// <summary>What a reason is about.</summary>
public enum Behoeftereden
{
    Urgentie,
    Gereedheid,
    Cijfer,
    Wens,
    Belangstelling,
}

/// <summary>One term of a score, with a sentence for people.</summary>
internal sealed record Reden(Behoeftereden Soort, int Punten, string Zin);

/// <summary>A subject with its score from 0 to 100 and where that comes from.</summary>
internal sealed record RankedOnderwerp(Onderwerp Onderwerp, int Score, IReadOnlyList<Reden> Redenen);

/// <summary>
/// Puts the subjects of a company in order, from what the employer says and from published figures only. Out of 100 points the
/// employer's urgency gives at most 30 and its readiness 10; how employees feel 30 and what they wish 10; the interest after a meeting 20. What is
/// not known gives no points.
/// </summary>
internal static class Rangorde
{
    public const int UrgentieMost = 30;
    public const int GereedheidMost = 10;
    public const int CijferMost = 30;
    public const int WensMost = 10;
    public const int BelangstellingMost = 20;

    private const int HighestOordeel = 3;
    private const int HighestCijfer = 10;

    /// <summary>The subjects that anything speaks for, the highest score first.</summary>
    public static IReadOnlyList<RankedOnderwerp> Rank(
        IReadOnlyList<Bedrijfsoordeel> oordelen, Scanuitslag scan, Keuzecijfers? belangstelling) =>
    [
        .. Enum.GetValues<Onderwerp>()
            .Select(onderwerp => new
            {
                onderwerp,
                redenen = OfBedrijf(oordelen.FirstOrDefault(oordeel => oordeel.Onderwerp == onderwerp))
                    .Concat(OfScan(scan, onderwerp))
                    .Concat(OfBelangstelling(belangstelling, onderwerp))
                    .Where(reden => reden.Punten > 0)
                    .ToList(),
            })
            .Where(ranked => ranked.redenen.Count > 0)
            .Select(ranked => new RankedOnderwerp(ranked.onderwerp, ranked.redenen.Sum(reden => reden.Punten), ranked.redenen))
            .OrderByDescending(ranked => ranked.Score)
            .ThenBy(ranked => ranked.Onderwerp),
    ];

    private static IEnumerable<Reden> OfBedrijf(Bedrijfsoordeel? oordeel)
    {
        if (oordeel is null)
            yield break;
        yield return new(Behoeftereden.Urgentie, Points(oordeel.Urgentie, HighestOordeel, UrgentieMost), oordeel.Urgentie switch
        {
            1 => "Het bedrijf vindt dit een beetje dringend.",
            2 => "Het bedrijf vindt dit dringend.",
            _ => "Het bedrijf vindt dit heel dringend.",
        });
        yield return new(Behoeftereden.Gereedheid, Points(oordeel.Gereedheid, HighestOordeel, GereedheidMost), oordeel.Gereedheid switch
        {
            1 => "Het bedrijf kan hier later mee beginnen.",
            2 => "Het bedrijf kan hier binnenkort mee beginnen.",
            _ => "Het bedrijf kan hier meteen mee beginnen.",
        });
    }

    private static IEnumerable<Reden> OfScan(Scanuitslag scan, Onderwerp onderwerp)
    {
        if (scan.Cijfers.FirstOrDefault(cijfer => cijfer.Groep == 0 && cijfer.Onderwerp == onderwerp) is { } cijfer)
        {
            var points = (int)Math.Round((HighestCijfer - cijfer.Gemiddeld) * CijferMost / HighestCijfer, MidpointRounding.AwayFromZero);
            var mark = cijfer.Gemiddeld.ToString("0.0", CultureInfo.InvariantCulture).Replace('.', ',');
            yield return new(Behoeftereden.Cijfer, points, $"Medewerkers geven dit gemiddeld een {mark}.");
        }

        if (scan.Aantal is { } all && scan.Wensen.FirstOrDefault(wens => wens.Onderwerp == onderwerp) is { } wens)
            yield return new(Behoeftereden.Wens, Points(wens.Aantal, all, WensMost), $"Ten minste {wens.Aantal} medewerkers willen hier iets aan doen.");
    }

    private static IEnumerable<Reden> OfBelangstelling(Keuzecijfers? cijfers, Onderwerp onderwerp) =>
        cijfers?.Onderwerpen.FirstOrDefault(cijfer => cijfer.Onderwerp == onderwerp) is { } shown
            ? [new(Behoeftereden.Belangstelling, Points(shown.Aantal, cijfers.Aantal, BelangstellingMost),
                $"Na een inspiratiebijeenkomst wilden ten minste {shown.Aantal} mensen hier meer over weten.")]
            : [];

    private static int Points(int part, int whole, int most) => (int)Math.Round((decimal)part * most / whole, MidpointRounding.AwayFromZero);
}
