using System.Numerics;

namespace GrozUtrecht.Lifestyle.Domain.Proeverijen;

/// <summary>
/// Chooses the rounds of every toezegging by branch and bound; within a round the rooms follow by matching, so rooms are never searched.
/// Best is the programme with the most different dimensies in its rounds, added up. A set of rounds is a number with one bit per round.
/// </summary>
internal sealed class Programmazoeker
{
    private const int Dimensies = 6;

    private readonly Programmavraag vraag;
    private readonly Toezegging[] order;
    private readonly int[][] choices;
    private readonly int[] aanbieder;
    private readonly bool[] adjacent;
    private readonly int[] roundsOfAanbieder;
    private readonly int[] usedByAanbieder;
    private readonly int[][] remaining;
    private readonly int[,] offers;
    private readonly int[] covered = new int[Dimensies];
    private readonly Rondebezetting[] bezetting;
    private readonly bool firstWillDo;
    private readonly int highest;
    private int stepsLeft;
    private int best = -1;

    public Programmazoeker(Programmavraag vraag, int maximumSteps, bool firstWillDo = false)
    {
        (this.vraag, stepsLeft, this.firstWillDo) = (vraag, maximumSteps, firstWillDo);
        order = [.. InOrder(vraag)];
        choices = [.. order.Select(toezegging => Choices(vraag, toezegging))];
        List<Guid> aanbieders = [.. order.Select(toezegging => toezegging.AanbiederId).Distinct()];
        aanbieder = [.. order.Select(toezegging => aanbieders.IndexOf(toezegging.AanbiederId))];
        adjacent = [.. aanbieders.Select(id => vraag.OfAanbieder(id).Aansluitend)];
        roundsOfAanbieder = [.. aanbieders.Select(id => order.Where(one => one.AanbiederId == id).Sum(one => one.AantalRondes))];
        usedByAanbieder = new int[aanbieders.Count];
        remaining = Remaining(order);
        offers = new int[vraag.Rondes.Count, Dimensies];
        int[][] roomsOf = [.. order.Select(toezegging => RoomsOf(vraag, toezegging))];
        bezetting = [.. vraag.Rondes.Select(_ => new Rondebezetting(vraag.Ruimtes.Count, roomsOf))];
        highest = Bound(0);
    }

    /// <summary>The best programme found; null when there is none, or none was found.</summary>
    public IReadOnlyList<Proef>? Best { get; private set; }

    /// <summary>False when the effort ran out, so that something better, or a first programme, may exist.</summary>
    public bool IsComplete => stepsLeft > 0;

    public Programmazoeker Search()
    {
        Place(0);
        return this;
    }

    /// <summary>The different dimensies of each round, added up.</summary>
    public static int Variety(Programmavraag vraag, IEnumerable<Proef> proeven) => proeven
        .SelectMany(proef => vraag.Toezeggingen.Single(one => one.Id == proef.ToezeggingId).Dimensies, (proef, dimensie) => (proef.Ronde, dimensie))
        .Distinct()
        .Count();

    // Who has the fewest ways to be placed goes first, and the toezeggingen of one aanbieder follow each other.
    private static IEnumerable<Toezegging> InOrder(Programmavraag vraag) => vraag.Toezeggingen
        .GroupBy(toezegging => toezegging.AanbiederId)
        .OrderBy(own => own.Min(toezegging => Choices(vraag, toezegging).Length * RoomsOf(vraag, toezegging).Length))
        .ThenByDescending(own => own.Sum(toezegging => toezegging.AantalRondes))
        .SelectMany(own => own);

    private static int[] RoomsOf(Programmavraag vraag, Toezegging toezegging) =>
        [.. Enumerable.Range(0, vraag.Ruimtes.Count).Where(room => Programmavraag.Fits(toezegging, vraag.Ruimtes[room]))];

    private static int[] Choices(Programmavraag vraag, Toezegging toezegging)
    {
        var possible = 0;
        for (var round = 0; round < vraag.Rondes.Count; round++)
            possible |= vraag.Fits(toezegging, vraag.Rondes[round]) ? 1 << round : 0;
        return [.. Enumerable.Range(1, (1 << vraag.Rondes.Count) - 1)
            .Where(rounds => (rounds & ~possible) == 0 && BitOperations.PopCount((uint)rounds) == toezegging.AantalRondes)];
    }

    // Per place in the order and dimensie: in how many rounds what is still to be placed could bring it.
    private static int[][] Remaining(Toezegging[] order)
    {
        var left = new int[order.Length + 1][];
        left[order.Length] = new int[Dimensies];
        for (var index = order.Length - 1; index >= 0; index--)
        {
            left[index] = [.. left[index + 1]];
            foreach (var dimensie in order[index].Dimensies)
                left[index][(int)dimensie] += order[index].AantalRondes;
        }

        return left;
    }

    private void Place(int index)
    {
        if (Bound(index) <= best)
            return;
        if (index == order.Length)
        {
            Keep();
            return;
        }

        var own = aanbieder[index];
        var free = choices[index].Where(rounds => IsFree(own, rounds)).OrderByDescending(rounds => Gain(index, rounds)).ThenBy(Crowd);
        foreach (var rounds in free)
        {
            if (stepsLeft <= 0 || (firstWillDo && best >= 0) || best == highest)
                return;
            if (TryTake(index, rounds))
            {
                Place(index + 1);
                Release(index, rounds);
            }
        }
    }

    private int Bound(int index)
    {
        var bound = 0;
        for (var dimensie = 0; dimensie < Dimensies; dimensie++)
            bound += Math.Min(vraag.Rondes.Count, covered[dimensie] + remaining[index][dimensie]);
        return bound;
    }

    private bool IsFree(int own, int rounds)
    {
        stepsLeft--;
        var together = usedByAanbieder[own] | rounds;
        return (usedByAanbieder[own] & rounds) == 0 && (!adjacent[own] || Span(together) <= roundsOfAanbieder[own]);
    }

    private static int Span(int rounds) => BitOperations.Log2((uint)rounds) + 1 - BitOperations.TrailingZeroCount(rounds);

    private int Gain(int index, int rounds) =>
        RoundsOf(rounds).Sum(round => order[index].Dimensies.Count(dimensie => offers[round, (int)dimensie] == 0));

    private int Crowd(int rounds) => RoundsOf(rounds).Sum(round => bezetting[round].Count);

    private IEnumerable<int> RoundsOf(int rounds) =>
        Enumerable.Range(0, vraag.Rondes.Count).Where(round => (rounds & (1 << round)) != 0);

    private bool TryTake(int index, int rounds)
    {
        var taken = 0;
        foreach (var round in RoundsOf(rounds))
        {
            if (!bezetting[round].TryAdd(index))
            {
                Leave(index, taken);
                return false;
            }

            taken |= 1 << round;
        }

        usedByAanbieder[aanbieder[index]] |= rounds;
        Count(index, rounds, 1);
        return true;
    }

    private void Release(int index, int rounds)
    {
        Leave(index, rounds);
        usedByAanbieder[aanbieder[index]] &= ~rounds;
        Count(index, rounds, -1);
    }

    private void Leave(int index, int rounds)
    {
        foreach (var round in RoundsOf(rounds))
            bezetting[round].Remove(index);
    }

    private void Count(int index, int rounds, int change)
    {
        foreach (var round in RoundsOf(rounds))
        {
            foreach (var dimensie in order[index].Dimensies)
            {
                var before = offers[round, (int)dimensie] > 0;
                offers[round, (int)dimensie] += change;
                covered[(int)dimensie] += (offers[round, (int)dimensie] > 0 ? 1 : 0) - (before ? 1 : 0);
            }
        }
    }

    private void Keep()
    {
        best = covered.Sum();
        Best =
        [
            .. bezetting.SelectMany((round, number) => round.Used.Select(pair =>
                new Proef(vraag.Rondes[number].Nummer, vraag.Ruimtes[pair.Room].Id, order[pair.Tasting].Id))),
        ];
    }
}
