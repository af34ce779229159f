namespace GrozUtrecht.Support.Domain.Optimum;

/// <summary>One week of one helper that could become too full.</summary>
internal sealed class Week(int room, int[] minutes)
{
    public static List<Week> Create(Opgave opgave, int aanbod, ReadOnlySpan<int> items)
    {
        var helper = opgave.Aanbod[aanbod];
        List<Week> weeks = [];
        if (helper.MaximumWeekMinutes is null)
            return weeks;

        var numbers = new SortedSet<int>();
        foreach (var index in items)
            numbers.UnionWith(opgave.Items[index].Beslag?.Weken.Select(it => it.Week) ?? []);
        foreach (var number in numbers)
        {
            var minutes = new int[items.Length];
            for (var index = 0; index < items.Length; index++)
                minutes[index] = opgave.Items[items[index]].Beslag?.MinutesIn(number) ?? 0;
            var room = Opgave.RoomIn(number, helper) ?? int.MaxValue;
            if (minutes.OrderDescending().Take(helper.Capacity).Sum(it => (long)it) > room)
                weeks.Add(new(room, minutes));
        }

        return weeks;
    }

    public bool Excludes(int one, int other) => minutes[one] + minutes[other] > room;

    public bool Fits(List<int> chosen, int candidate) => chosen.Sum(it => (long)minutes[it]) + minutes[candidate] <= room;

    /// <summary>The fewest chosen items that are too much together, or null.</summary>
    public int[]? FindCover(ReadOnlySpan<int> chosen)
    {
        var total = 0L;
        foreach (var index in chosen)
            total += minutes[index];
        if (total <= room)
            return null;

        var largest = chosen.ToArray().OrderByDescending(it => minutes[it]).ThenBy(it => it).ToArray();
        var count = 0;
        for (var sum = 0L; sum <= room; count++)
            sum += minutes[largest[count]];
        return largest[..count];
    }

    /// <summary>Items that take at least as much as the largest of a cover can stand in for any of it.</summary>
    public int[] Extend(int[] cover)
    {
        var largest = cover.Max(it => minutes[it]);
        return [.. cover, .. Enumerable.Range(0, minutes.Length).Where(it => minutes[it] >= largest && !cover.Contains(it))];
    }
}
