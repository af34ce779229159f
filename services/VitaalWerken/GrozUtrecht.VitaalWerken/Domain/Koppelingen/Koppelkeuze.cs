using System.Buffers;
using System.Runtime.InteropServices;

namespace GrozUtrecht.VitaalWerken.Domain.Koppelingen;

/// <summary>An offer that fits, with its points.</summary>
internal sealed record Koppelvoorstel(AanbodProfiel Aanbod, Koppelpunten Punten);

/// <summary>The best proposals, and among how many they are the best.</summary>
internal sealed record Koppelvoorstellen(IReadOnlyList<Koppelvoorstel> Items, int FittingCount, int WeighedCount);

/// <summary>
/// Chooses which offers are proposed: best first, and never more than two of one supplier. Among equals a supplier that was never
/// proposed comes first, then who was proposed longest ago; the id decides the rest, so that the same input gives the same order.
/// </summary>
internal static class Koppelkeuze
{
    public const int MaximumPerLeverancier = 2;

    /// <summary>No score: the offer does not fit.</summary>
    private const byte None = byte.MaxValue;

    public static Koppelvoorstellen Choose(IReadOnlyList<AanbodProfiel> aanbod, Koppelvraag vraag, int most)
    {
        var rented = ArrayPool<byte>.Shared.Rent(aanbod.Count);
        try
        {
            var score = new Koppelscore(vraag);
            var scores = rented.AsSpan(0, aanbod.Count);
            var fitting = ScoreAll(aanbod, new(vraag), score, scores);
            return new(Take(aanbod, score, scores, most), fitting, aanbod.Count);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    private static int ScoreAll(IReadOnlyList<AanbodProfiel> aanbod, Koppelgeschiktheid geschiktheid, Koppelscore score, Span<byte> scores)
    {
        var fitting = 0;
        for (var index = 0; index < scores.Length; index++)
        {
            var fits = geschiktheid.Fits(aanbod[index]);
            scores[index] = fits ? (byte)score.Score(aanbod[index]).Score : None;
            fitting += fits ? 1 : 0;
        }

        return fitting;
    }

    // A score is one of 101 numbers: going down them puts only those in order that will be shown, and not all that fit.
    private static List<Koppelvoorstel> Take(IReadOnlyList<AanbodProfiel> aanbod, Koppelscore score, ReadOnlySpan<byte> scores, int most)
    {
        var countByLeverancier = new Dictionary<Guid, int>();
        var chosen = new List<Koppelvoorstel>(most);
        for (var points = Koppelpunten.Maximum.Score; points >= 0 && chosen.Count < most; points--)
        {
            foreach (var profiel in With(aanbod, scores, (byte)points).OrderBy(item => item.Leverancier.LaatstVoorgesteldDag ?? int.MinValue).ThenBy(item => item.Id))
            {
                ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(countByLeverancier, profiel.Leverancier.Id, out _);
                if (chosen.Count < most && count++ < MaximumPerLeverancier)
                    chosen.Add(new(profiel, score.Score(profiel)));
            }
        }

        return chosen;
    }

    private static List<AanbodProfiel> With(IReadOnlyList<AanbodProfiel> aanbod, ReadOnlySpan<byte> scores, byte points)
    {
        List<AanbodProfiel> found = [];
        for (var next = scores.IndexOf(points); next >= 0;)
        {
            found.Add(aanbod[next]);
            var further = scores[(next + 1)..].IndexOf(points);
            next = further < 0 ? -1 : next + 1 + further;
        }

        return found;
    }
}
