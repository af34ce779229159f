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

    public static Koppelvoorstellen Choose(IReadOnlyList<AanbodProfiel> aanbod, Koppelvraag vraag, int most)
    {
        var (geschiktheid, score) = (new Koppelgeschiktheid(vraag), new Koppelscore(vraag));
        var fitting = new List<Plek>(aanbod.Count);
        for (var index = 0; index < aanbod.Count; index++)
        {
            if (geschiktheid.Fits(aanbod[index]))
                fitting.Add(new(score.Score(aanbod[index]).Score, aanbod[index].Leverancier.LaatstVoorgesteldDag ?? int.MinValue, index));
        }

        fitting.Sort((one, other) => Compare(one, other, aanbod));
        var countByLeverancier = new Dictionary<Guid, int>();
        var chosen = new List<Koppelvoorstel>(most);
        foreach (var plek in fitting)
        {
            if (chosen.Count == most)
                break;
            var profiel = aanbod[plek.Index];
            ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(countByLeverancier, profiel.Leverancier.Id, out _);
            if (count++ < MaximumPerLeverancier)
                chosen.Add(new(profiel, score.Score(profiel)));
        }

        return new(chosen, fitting.Count, aanbod.Count);
    }

    private static int Compare(Plek one, Plek other, IReadOnlyList<AanbodProfiel> aanbod)
    {
        var byScore = other.Score.CompareTo(one.Score);
        var byDay = byScore != 0 ? byScore : one.LaatstVoorgesteldDag.CompareTo(other.LaatstVoorgesteldDag);
        return byDay != 0 ? byDay : aanbod[one.Index].Id.CompareTo(aanbod[other.Index].Id);
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Plek(int Score, int LaatstVoorgesteldDag, int Index);
}
