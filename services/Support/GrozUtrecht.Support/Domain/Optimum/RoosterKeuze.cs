namespace GrozUtrecht.Support.Domain.Optimum;

/// <summary>
/// What one helper would best do at given prices: exact, by trying schedules from the most profitable item on and giving up where
/// even the best of the rest cannot win.
/// </summary>
internal sealed class RoosterKeuze(Deel deel, Drietallen cuts)
{
    // A helper with very many items and places could keep the search busy; then an estimate that is surely high enough takes its place.
    private const int MaximumSteps = 20_000;

    private long[] profits = [];
    private readonly List<int> candidates = [];
    private readonly List<int> chosen = [];
    private long[] cutPrices = [];
    private int[] counts = [];
    private int capacity;
    private int steps;
    private long bestValue;

    /// <summary>The items that may not be chosen, and those that must.</summary>
    public bool[] IsForbidden { get; } = new bool[deel.Items.Length];
    public bool[] IsForced { get; } = new bool[deel.Items.Length];

    /// <summary>The best schedule found by the last search.</summary>
    public List<int> Best { get; } = [];

    /// <summary>Sets what each item is worth after its price, and what the cuts cost.</summary>
    public void SetProfits(long[] values, long[] pricesOfCuts)
    {
        profits = values;
        cutPrices = pricesOfCuts;
        if (counts.Length < pricesOfCuts.Length)
            counts = new int[pricesOfCuts.Length];
    }

    /// <summary>At least what the best schedule of the helper is worth; null when no schedule holds to what is forced.</summary>
    public long? Search(int helper)
    {
        candidates.Clear();
        chosen.Clear();
        Best.Clear();
        var value = Count(deel.HelperRow(helper), 1);
        var (start, end) = (deel.RangeOf(helper).Start.Value, deel.RangeOf(helper).End.Value);
        for (var item = start; item < end; item++)
        {
            if (!IsForced[item])
                continue;

            if (IsForbidden[item] || !deel.Fits(chosen, item))
            {
                Forget(helper);
                return null;
            }

            chosen.Add(item);
            value += profits[item] + Count(deel.AskOf[item], 1);
        }

        for (var item = start; item < end; item++)
        {
            if (profits[item] > 0 && !IsForbidden[item] && !IsForced[item] && deel.Fits(chosen, item))
                candidates.Add(item);
        }

        candidates.Sort((one, other) => profits[other] != profits[one] ? profits[other].CompareTo(profits[one]) : one.CompareTo(other));
        capacity = deel.Capacities[helper];
        steps = 0;
        bestValue = long.MinValue;
        Extend(0, value);
        var promise = value + Promise(0, capacity - chosen.Count);
        Forget(helper);
        return steps <= MaximumSteps ? bestValue : promise;
    }

    // What a cut costs is paid at every second row of it.
    private long Count(int row, int change)
    {
        var cost = 0L;
        foreach (var cut in cuts.Of(row))
        {
            counts[cut] += change;
            cost += counts[cut] == 2 ? -cutPrices[cut] : 0;
        }

        return cost;
    }

    private void Forget(int helper)
    {
        Count(deel.HelperRow(helper), -1);
        foreach (var item in chosen)
            Count(deel.AskOf[item], -1);
    }

    private void Extend(int next, long value)
    {
        if (value > bestValue)
        {
            bestValue = value;
            Best.Clear();
            Best.AddRange(chosen);
        }

        for (var index = next; index < candidates.Count && steps++ <= MaximumSteps; index++)
        {
            if (value + Promise(index, capacity - chosen.Count) <= bestValue)
                return;

            var item = candidates[index];
            if (!deel.Fits(chosen, item))
                continue;

            chosen.Add(item);
            Extend(index + 1, value + profits[item] + Count(deel.AskOf[item], 1));
            Count(deel.AskOf[item], -1);
            chosen.RemoveAt(chosen.Count - 1);
        }
    }

    // The candidates are in order, so that the next few are the best that can still come.
    private long Promise(int index, int room)
    {
        var sum = 0L;
        for (var end = Math.Min(candidates.Count, index + room); index < end; index++)
            sum += profits[candidates[index]];
        return sum;
    }
}
