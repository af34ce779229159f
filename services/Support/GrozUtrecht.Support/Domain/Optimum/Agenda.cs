namespace GrozUtrecht.Support.Domain.Optimum;

/// <summary>
/// What excludes what among the items of one helper, and the lanes that follow from it: groups of which at most one item can be chosen
/// because all of them exclude each other. A network can hold to lanes; what runs across them is left to the search.
/// </summary>
internal sealed class Agenda
{
    private readonly bool[] excludes;
    private readonly List<Week> weeks;

    private Agenda(int[] items, bool[] excludes, List<Week> weeks, int[] lanes)
    {
        Items = items;
        this.excludes = excludes;
        this.weeks = weeks;
        Lanes = lanes;
        LaneCount = lanes.Max() + 1;
        IsExact = weeks.Count == 0 && LanesHoldAll();
    }

    /// <summary>Indices in <see cref="Opgave.Items"/>; everything else here counts in positions of this list.</summary>
    public int[] Items { get; }

    /// <summary>The lane of each item.</summary>
    public int[] Lanes { get; }

    public int LaneCount { get; }

    /// <summary>The lanes say everything: no conflict runs across them, and no week can be too full.</summary>
    public bool IsExact { get; }

    public bool HasWeeks => weeks.Count > 0;

    public bool Excludes(int one, int other) => excludes[(one * Items.Length) + other];

    /// <summary>Null when nothing can go wrong: one assignment at most, or nothing that takes time or occurs twice.</summary>
    public static Agenda? Create(Opgave opgave, int aanbod, TravelMinutes? travel)
    {
        var items = opgave.ItemsOf(aanbod);
        if (items.Length < 2 || opgave.Aanbod[aanbod].Capacity < 2 || !HasQuestions(opgave, items))
            return null;

        // Two items that are too much for one week exclude each other as well as two at the same time.
        var full = Week.Create(opgave, aanbod, items);
        var matrix = new bool[items.Length * items.Length];
        for (var one = 0; one < items.Length; one++)
        {
            for (var other = one + 1; other < items.Length; other++)
            {
                var excluded = Exclude(opgave.Items[items[one]], opgave.Items[items[other]], travel) || full.Exists(week => week.Excludes(one, other));
                matrix[(one * items.Length) + other] = matrix[(other * items.Length) + one] = excluded;
            }
        }

        if (opgave.Aanbod[aanbod].Capacity == 2)
            full.Clear();

        return full.Count == 0 && !matrix.Contains(true) ? null : new(items.ToArray(), matrix, full, AssignLanes(opgave, items, matrix));
    }

    /// <summary>Items of which not all may be chosen and all are, or null. The rest of the cut is what may be added without weakening it.</summary>
    public Snede? FindViolated(ReadOnlySpan<int> chosen)
    {
        for (var index = 0; index < chosen.Length; index++)
        {
            for (var next = index + 1; next < chosen.Length; next++)
            {
                if (Excludes(chosen[index], chosen[next]))
                    return new(this, GrowClique(chosen[index], chosen[next]), 1, [chosen[index], chosen[next]]);
            }
        }

        foreach (var week in weeks)
        {
            if (week.FindCover(chosen) is { } cover)
                return new(this, week.Extend(cover), cover.Length - 1, cover);
        }

        return null;
    }

    public bool Fits(List<int> chosen, int candidate) =>
        !chosen.Exists(it => Excludes(it, candidate)) && weeks.TrueForAll(week => week.Fits(chosen, candidate));

    private static bool HasQuestions(Opgave opgave, ReadOnlySpan<int> items)
    {
        var previous = -1;
        foreach (var index in items)
        {
            if (opgave.Items[index].Beslag is not null || opgave.Items[index].Vraag == previous)
                return true;
            previous = opgave.Items[index].Vraag;
        }

        return false;
    }

    private static bool Exclude(Mogelijkheid one, Mogelijkheid other, TravelMinutes? travel) =>
        one.Vraag == other.Vraag || (one.Beslag is { } mine && other.Beslag is { } theirs && mine.Excludes(theirs, travel));

    // Ordered by their end, items that share an instant come together, which is how the fewest points that pierce all intervals are found.
    private static int[] AssignLanes(Opgave opgave, ReadOnlySpan<int> items, bool[] excludes)
    {
        var count = items.Length;
        var ends = new int[count];
        for (var index = 0; index < count; index++)
            ends[index] = opgave.Items[items[index]].Beslag?.Tijdvakken.Select(it => it.End).DefaultIfEmpty(int.MaxValue).Min() ?? int.MaxValue;
        var order = Enumerable.Range(0, count).ToArray();
        Array.Sort(ends, order);
        var lanes = new List<List<int>>();
        var laneOf = new int[count];
        foreach (var index in order)
        {
            var lane = lanes.FindIndex(members => members.TrueForAll(it => excludes[(it * count) + index]));
            if (lane < 0)
            {
                lane = lanes.Count;
                lanes.Add([]);
            }

            lanes[lane].Add(index);
            laneOf[index] = lane;
        }

        return laneOf;
    }

    private bool LanesHoldAll()
    {
        for (var one = 0; one < Items.Length; one++)
        {
            for (var other = one + 1; other < Items.Length; other++)
            {
                if (Lanes[one] != Lanes[other] && Excludes(one, other))
                    return false;
            }
        }

        return true;
    }

    private int[] GrowClique(int one, int other)
    {
        List<int> clique = [one, other];
        for (var candidate = 0; candidate < Items.Length; candidate++)
        {
            if (clique.TrueForAll(it => it != candidate && Excludes(it, candidate)))
                clique.Add(candidate);
        }

        return [.. clique];
    }
}
