namespace GrozUtrecht.Support.Domain.Optimum;

/// <summary>
/// The input in canonical order and without what can never be chosen. Sorting first makes the outcome independent of the order of the rows.
/// </summary>
internal sealed class Opgave
{
    private readonly int[] classOf;

    private Opgave(Vraag[] vragen, Aanbod[] aanbod, Mogelijkheid[] items, int[] original)
    {
        Vragen = vragen;
        Aanbod = aanbod;
        Items = items;
        Original = original;
        Classes = [.. vragen.Select(vraag => vraag.UrgencyClass).Distinct().Order()];
        classOf = [.. vragen.Select(vraag => Array.BinarySearch(Classes, vraag.UrgencyClass))];
        (AanbodStart, AanbodItems) = GroupByAanbod(items, aanbod.Length);
    }

    public Vraag[] Vragen { get; }
    public Aanbod[] Aanbod { get; }

    /// <summary>Sorted by vraag, then aanbod, then content.</summary>
    public Mogelijkheid[] Items { get; }

    /// <summary>The index of each item in what the caller gave.</summary>
    public int[] Original { get; }

    /// <summary>The urgency classes that occur, the most urgent first.</summary>
    public int[] Classes { get; }

    private int[] AanbodStart { get; }
    private int[] AanbodItems { get; }

    public ReadOnlySpan<int> ItemsOf(int aanbod) => AanbodItems.AsSpan(AanbodStart[aanbod]..AanbodStart[aanbod + 1]);

    public int ClassOf(int vraag) => classOf[vraag];

    public static Opgave Create(IReadOnlyList<Vraag> vragen, IReadOnlyList<Aanbod> aanbod, IReadOnlyList<Mogelijkheid> mogelijkheden)
    {
        Vraag[] asks = [.. vragen];
        Aanbod[] helpers = [.. aanbod];
        Mogelijkheid[] given = [.. mogelijkheden];
        var original = new int[given.Length];
        var items = new Mogelijkheid[given.Length];
        var count = 0;
        for (var index = 0; index < given.Length; index++)
        {
            if (!CanBeChosen(given[index], asks, helpers))
                continue;

            items[count] = given[index];
            original[count++] = index;
        }

        Array.Resize(ref items, count);
        Array.Resize(ref original, count);
        if (!IsSorted(items))
            Array.Sort(items, original, Comparer<Mogelijkheid>.Create(Compare));

        return new(asks, helpers, items, original);
    }

    public Waarde WaardeOf(IEnumerable<int> chosen)
    {
        var filled = new int[Classes.Length];
        var points = 0L;
        var neverAsked = 0;
        foreach (var index in chosen)
        {
            var item = Items[index];
            filled[ClassOf(item.Vraag)]++;
            points += item.Points;
            neverAsked += item.NeverAsked ? 1 : 0;
        }

        return new(filled, points, neverAsked);
    }

    /// <summary>What is left of the helper's week, or null when nothing limits it.</summary>
    public static int? RoomIn(int week, Aanbod aanbod) =>
        aanbod.MaximumWeekMinutes - (aanbod.Planned?.Where(it => it.Week == week).Sum(it => it.Minutes) ?? 0);

    private static bool CanBeChosen(Mogelijkheid item, Vraag[] vragen, Aanbod[] aanbod)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)item.Points, (uint)Toewijzing.MaximumPoints, nameof(item));
        var helper = aanbod[item.Aanbod];
        if (vragen[item.Vraag].Plekken <= 0 || helper.Capacity <= 0)
            return false;

        return item.Beslag is null || helper.MaximumWeekMinutes is null
            || item.Beslag.Weken.All(it => item.Beslag.MinutesIn(it.Week) <= RoomIn(it.Week, helper));
    }

    private static bool IsSorted(Mogelijkheid[] items)
    {
        for (var index = 1; index < items.Length; index++)
        {
            if (Compare(items[index - 1], items[index]) > 0)
                return false;
        }

        return true;
    }

    private static int Compare(Mogelijkheid left, Mogelijkheid right)
    {
        if (left.Vraag != right.Vraag)
            return left.Vraag.CompareTo(right.Vraag);
        if (left.Aanbod != right.Aanbod)
            return left.Aanbod.CompareTo(right.Aanbod);
        return Beslag.Compare(left.Beslag, right.Beslag) is var byTime and not 0
            ? byTime
            : (left.Points, left.NeverAsked).CompareTo((right.Points, right.NeverAsked));
    }

    private static (int[] Start, int[] Items) GroupByAanbod(Mogelijkheid[] items, int count)
    {
        var start = new int[count + 1];
        foreach (var item in items)
            start[item.Aanbod + 1]++;
        for (var index = 0; index < count; index++)
            start[index + 1] += start[index];
        var next = start.AsSpan(0, count).ToArray();
        var grouped = new int[items.Length];
        for (var index = 0; index < items.Length; index++)
            grouped[next[items[index].Aanbod]++] = index;

        return (start, grouped);
    }
}
