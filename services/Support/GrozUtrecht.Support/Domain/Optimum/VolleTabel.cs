namespace GrozUtrecht.Support.Domain.Optimum;

/// <summary>
/// Instances in which nearly every helper could take nearly every ask, one each, and time plays no part: a full table of weights is then
/// smaller and faster than a network.
/// </summary>
internal static class VolleTabel
{
    // Below this share the network looks at fewer numbers; above this size the table no longer fits well in memory.
    private const int MinimumSharePercent = 25;
    private const long MaximumCells = 25_000_000;
    private const long MinimumCells = 10_000;

    public static bool Suits(IReadOnlyList<Vraag> vragen, IReadOnlyList<Aanbod> aanbod, IReadOnlyList<Mogelijkheid> items)
    {
        var cells = (long)vragen.Count * aanbod.Count;
        return cells is >= MinimumCells and <= MaximumCells && items.Count * 100L >= cells * MinimumSharePercent
            && vragen.All(it => it.Plekken == 1) && aanbod.All(it => it.Capacity == 1) && items.All(it => it.Beslag is null);
    }

    public static Uitkomst? Solve(IReadOnlyList<Vraag> vragen, IReadOnlyList<Aanbod> aanbod, IReadOnlyList<Mogelijkheid> items, CancellationToken token)
    {
        int[] classes = [.. vragen.Select(it => it.UrgencyClass).Distinct().Order()];
        var classOf = vragen.Select(it => Array.BinarySearch(classes, it.UrgencyClass)).ToArray();
        var gewichten = Gewichten.Create(classes.Length, Math.Min(vragen.Count, aanbod.Count), MaximumPointsOf(items));
        if (!gewichten.Fit<long>())
            return null;

        // Rows are the side that has fewest, so that every row finds a column; a pair that is not possible weighs nothing.
        var turned = vragen.Count > aanbod.Count;
        var (rows, columns) = turned ? (aanbod.Count, vragen.Count) : (vragen.Count, aanbod.Count);
        var width = JonkerVolgenant.WidthOf(columns);
        var cost = Fill(rows, columns, width, items, turned, it => (long)gewichten.Of(classOf[it.Vraag], it));
        var columnOf = JonkerVolgenant.Solve(rows, width, cost, token);
        return Read(items, (vraag, helper) => (turned ? columnOf[helper] == vraag : columnOf[vraag] == helper), classes.Length, classOf);
    }

    private static int MaximumPointsOf(IReadOnlyList<Mogelijkheid> items)
    {
        var maximum = 0;
        for (var index = 0; index < items.Count; index++)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)items[index].Points, (uint)Toewijzing.MaximumPoints, nameof(items));
            maximum = Math.Max(maximum, items[index].Points);
        }

        return maximum;
    }

    private static long[] Fill(int rows, int columns, int width, IReadOnlyList<Mogelijkheid> items, bool turned, Func<Mogelijkheid, long> weigh)
    {
        var cost = new long[rows * width];
        for (var row = 0; row < rows; row++)
            cost.AsSpan((row * width) + columns, width - columns).Fill(long.MaxValue / 4);
        for (var index = 0; index < items.Count; index++)
        {
            var item = items[index];
            ref var cell = ref cost[turned ? (item.Aanbod * width) + item.Vraag : (item.Vraag * width) + item.Aanbod];
            cell = Math.Min(cell, -weigh(item));
        }

        return cost;
    }

    private static Uitkomst Read(IReadOnlyList<Mogelijkheid> items, Func<int, int, bool> isAssigned, int classCount, int[] classOf)
    {
        // Of the same pair given twice the best counts.
        var chosen = new Dictionary<int, int>();
        for (var index = 0; index < items.Count; index++)
        {
            var item = items[index];
            if (!isAssigned(item.Vraag, item.Aanbod))
                continue;

            if (!chosen.TryGetValue(item.Vraag, out var known) || (items[known].Points, items[known].NeverAsked).CompareTo((item.Points, item.NeverAsked)) < 0)
                chosen[item.Vraag] = index;
        }

        var filled = new int[classCount];
        foreach (var vraag in chosen.Keys)
            filled[classOf[vraag]]++;
        var waarde = new Waarde(filled, chosen.Values.Sum(it => (long)items[it].Points), chosen.Values.Count(it => items[it].NeverAsked));
        return new([.. chosen.Values.Order()], IsOptimal: true, waarde, waarde, Nodes: 0);
    }
}
