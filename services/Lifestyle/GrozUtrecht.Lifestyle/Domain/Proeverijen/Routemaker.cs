using System.Numerics;

namespace GrozUtrecht.Lifestyle.Domain.Proeverijen;

/// <summary>
/// Chooses somebody's own way through a proeverij: at most one tasting a round, none twice of the same activity, never a full one.
/// The best route has the most wishes in it, then the most tastings, then the most dimensies, then the emptiest tastings. Branch and
/// bound over the rounds; when the effort runs out, the best so far is what the resident gets. Sets are numbers with a bit per member.
/// </summary>
internal sealed class Routemaker
{
    private const int MaximumSteps = 100_000;

    // Each weighs more than all that follows it together, in twelve rounds.
    private const long WishWorth = 10_000_000;
    private const long TastingWorth = 200_000;
    private const long DimensieWorth = 20_000;

    private readonly Option[][] rounds;
    private readonly Rest[] rest;
    private readonly ulong wishedActiviteiten;
    private readonly int wishedDimensies;
    private readonly Stack<Option> chosen = [];
    private long highest = long.MinValue;
    private IReadOnlyList<Proefkeuze> route = [];
    private int stepsLeft = MaximumSteps;

    private Routemaker(IEnumerable<Proefkeuze> proeven, Proefwens wens)
    {
        List<Proefkeuze> open = [.. proeven.Where(proef => !proef.IsFull)];
        List<Guid> activiteiten = [.. open.Select(proef => proef.ActiviteitId).Distinct()];
        wishedActiviteiten = activiteiten.Select((id, bit) => wens.ActiviteitIds.Contains(id) ? 1UL << bit : 0).Aggregate(0UL, (all, one) => all | one);
        wishedDimensies = Mask(wens.Dimensies);
        rounds =
        [
            .. open.Select(proef => new Option(proef, 1UL << activiteiten.IndexOf(proef.ActiviteitId), Mask(proef.Dimensies)))
                .GroupBy(option => option.Proef.Ronde)
                .OrderBy(round => round.Key)
                .Select(round => round
                    .OrderByDescending(option => Worth(option, 0, 0))
                    .ThenBy(option => option.Proef.SessieId)
                    .ToArray()),
        ];
        rest = new Rest[rounds.Length + 1];
        rest[^1] = new Rest(0, 0, 0);
        for (var round = rounds.Length - 1; round >= 0; round--)
            rest[round] = rest[round + 1].With(rounds[round]);
    }

    /// <summary>The route in order of the rounds; empty when nothing has room.</summary>
    public static IReadOnlyList<Proefkeuze> Make(IEnumerable<Proefkeuze> proeven, Proefwens wens)
    {
        var maker = new Routemaker(proeven, wens);
        maker.Choose(0, 0, 0, 0);
        return maker.route;
    }

    /// <summary>What a route is worth.</summary>
    public static long Worth(IReadOnlyCollection<Proefkeuze> route, Proefwens wens)
    {
        var dimensies = route.SelectMany(proef => proef.Dimensies).Distinct().ToList();
        var wishes = wens.ActiviteitIds.Distinct().Count(id => route.Any(proef => proef.ActiviteitId == id))
            + wens.Dimensies.Distinct().Count(dimensies.Contains);
        return (wishes * WishWorth) + (route.Count * TastingWorth) + (dimensies.Count * DimensieWorth) - route.Sum(proef => proef.FullThousandths);
    }

    private static int Mask(IEnumerable<Dimensie> dimensies) => dimensies.Aggregate(0, (mask, dimensie) => mask | (1 << (int)dimensie));

    private void Choose(int round, long worth, ulong tasted, int covered)
    {
        if (worth + Bound(round, tasted, covered) <= highest)
            return;
        if (round == rounds.Length)
        {
            (highest, route) = (worth, [.. chosen.Select(option => option.Proef).Reverse()]);
            return;
        }

        foreach (var option in rounds[round])
        {
            if (stepsLeft-- <= 0)
                return;
            if ((option.Activiteit & tasted) != 0)
                continue;
            chosen.Push(option);
            Choose(round + 1, worth + Worth(option, tasted, covered), tasted | option.Activiteit, covered | option.Dimensies);
            chosen.Pop();
        }

        Choose(round + 1, worth, tasted, covered);
    }

    private long Worth(Option option, ulong tasted, int covered) =>
        TastingWorth - option.Proef.FullThousandths
        + ((option.Activiteit & wishedActiviteiten & ~tasted) != 0 ? WishWorth : 0)
        + WorthOfDimensies(option.Dimensies & ~covered);

    private long WorthOfDimensies(int added) =>
        (BitOperations.PopCount((uint)added) * DimensieWorth) + (BitOperations.PopCount((uint)(added & wishedDimensies)) * WishWorth);

    // More than this the rounds from here on can never add.
    private long Bound(int round, ulong tasted, int covered)
    {
        var left = rest[round];
        var wished = Math.Min(rounds.Length - round, BitOperations.PopCount(left.Activiteiten & wishedActiviteiten & ~tasted));
        return left.Tastings + (wished * WishWorth) + WorthOfDimensies(left.Dimensies & ~covered);
    }

    private sealed record Option(Proefkeuze Proef, ulong Activiteit, int Dimensies);

    private sealed record Rest(ulong Activiteiten, int Dimensies, long Tastings)
    {
        public Rest With(Option[] round) => new(
            round.Aggregate(Activiteiten, (all, option) => all | option.Activiteit),
            round.Aggregate(Dimensies, (all, option) => all | option.Dimensies),
            Tastings + round.Max(option => TastingWorth - option.Proef.FullThousandths));
    }
}
