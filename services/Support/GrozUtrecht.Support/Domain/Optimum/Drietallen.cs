namespace GrozUtrecht.Support.Domain.Optimum;

/// <summary>
/// Cuts on three rows of the programme over schedules: what takes two of the three can be chosen at most half as often as the three have
/// room, rounded down. They close the gap that halves leave around a ring of three.
/// </summary>
internal sealed class Drietallen
{
    private const double LeastViolation = 0.05;
    public const int MostAtOnce = 30;
    private const int MostPerRowAtOnce = 3;

    private readonly Deel deel;
    private readonly List<int>[] ofRow;
    private readonly List<int> maxima = [];
    private readonly HashSet<(int, int, int)> known = [];

    public Drietallen(Deel deel)
    {
        this.deel = deel;
        ofRow = [.. Enumerable.Range(0, deel.Places.Length + deel.Capacities.Length).Select(_ => new List<int>())];
    }

    public int Count => maxima.Count;

    public int MaximumOf(int cut) => maxima[cut];

    /// <summary>The cuts in which the row takes part: an ask, or after the asks a helper.</summary>
    public List<int> Of(int row) => ofRow[row];

    /// <summary>How often a schedule counts in each cut in which it counts.</summary>
    public IEnumerable<(int Cut, int Amount)> CountsOf(int helper, int[] items)
    {
        if (items.Length == 0 || Count == 0)
            return [];

        return items.SelectMany(it => ofRow[deel.AskOf[it]]).Concat(ofRow[deel.HelperRow(helper)])
            .GroupBy(it => it)
            .Where(it => it.Count() > 1)
            .Select(it => (it.Key, it.Count() / 2));
    }

    /// <summary>Adds the cuts that the solution breaks most; returns how many.</summary>
    public int Add(ReadOnlySpan<Kolom> basis, ReadOnlySpan<double> values)
    {
        var pairs = new Dictionary<(int, int), double>();
        var triples = new Dictionary<(int, int, int), double>();
        for (var index = 0; index < basis.Length; index++)
        {
            if (basis[index].Items.Length > 0 && values[index] is > 0.01 and < 0.99)
                CountRows(basis[index], values[index], pairs, triples);
        }

        var neighbours = pairs.Keys.SelectMany(it => new[] { it, (it.Item2, it.Item1) }).ToLookup(it => it.Item1, it => it.Item2);
        var found = new SortedDictionary<(int, int, int), double>();
        foreach (var ((one, other), _) in pairs)
        {
            foreach (var third in neighbours[other])
            {
                if (third == one || !pairs.ContainsKey((Math.Min(one, third), Math.Max(one, third))))
                    continue;

                int[] rows = [one, other, third];
                Array.Sort(rows);
                var key = (rows[0], rows[1], rows[2]);
                if (known.Contains(key) || found.ContainsKey(key))
                    continue;

                var sum = pairs[(rows[0], rows[1])] + pairs[(rows[0], rows[2])] + pairs[(rows[1], rows[2])] - (2 * triples.GetValueOrDefault(key));
                if (sum > RoomOf(key) + LeastViolation)
                    found[key] = sum - RoomOf(key);
            }
        }

        return Take(found);
    }

    private int Take(SortedDictionary<(int, int, int), double> found)
    {
        var before = Count;
        var used = new Dictionary<int, int>();
        foreach (var (key, _) in found.OrderByDescending(it => Math.Round(it.Value, 4)).ThenBy(it => it.Key))
        {
            int[] rows = [key.Item1, key.Item2, key.Item3];
            if (Count - before == MostAtOnce || rows.Any(it => used.GetValueOrDefault(it) == MostPerRowAtOnce))
                continue;

            known.Add(key);
            foreach (var row in rows)
            {
                used[row] = used.GetValueOrDefault(row) + 1;
                ofRow[row].Add(Count);
            }

            maxima.Add(RoomOf(key));
        }

        return Count - before;
    }

    private int RoomOf((int, int, int) rows) => (RoomOf(rows.Item1) + RoomOf(rows.Item2) + RoomOf(rows.Item3)) / 2;

    private int RoomOf(int row) => row < deel.Places.Length ? deel.Places[row] : 1;

    private void CountRows(Kolom column, double value, Dictionary<(int, int), double> pairs, Dictionary<(int, int, int), double> triples)
    {
        int[] rows = [.. column.Items.Select(it => deel.AskOf[it]).Append(deel.HelperRow(column.Helper)).Order()];
        for (var one = 0; one < rows.Length; one++)
        {
            for (var other = one + 1; other < rows.Length; other++)
            {
                pairs[(rows[one], rows[other])] = pairs.GetValueOrDefault((rows[one], rows[other])) + value;
                for (var third = other + 1; third < rows.Length; third++)
                    triples[(rows[one], rows[other], rows[third])] = triples.GetValueOrDefault((rows[one], rows[other], rows[third])) + value;
            }
        }
    }
}
