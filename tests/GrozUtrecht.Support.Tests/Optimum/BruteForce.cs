using GrozUtrecht.Support.Domain.Optimum;

namespace GrozUtrecht.Support.Tests.Optimum;

/// <summary>Tries every choice. Written without a look at the optimiser: it shares the records and nothing else.</summary>
internal static class BruteForce
{
    public static Waarde Best(Geval geval)
    {
        Waarde? best = null;
        Extend(geval, [], 0, ref best);
        return best!;
    }

    public static bool IsAllowed(Geval geval, IReadOnlyList<int> chosen)
    {
        var items = chosen.Select(index => geval.Mogelijkheden[index]).ToList();
        return items.GroupBy(it => it.Vraag).All(group => group.Count() <= geval.Vragen[group.Key].Plekken)
            && items.GroupBy(it => (it.Vraag, it.Aanbod)).All(group => group.Count() == 1)
            && items.GroupBy(it => it.Aanbod).All(group => group.Count() <= geval.Aanbod[group.Key].Capacity
                && FitsInTime([.. group]) && FitsInWeeks([.. group], geval.Aanbod[group.Key]));
    }

    public static Waarde Value(Geval geval, IReadOnlyList<int> chosen)
    {
        var items = chosen.Select(index => geval.Mogelijkheden[index]).ToList();
        var classes = geval.Vragen.Select(it => it.UrgencyClass).Distinct().Order();
        return new(
            [.. classes.Select(urgency => items.Count(it => geval.Vragen[it.Vraag].UrgencyClass == urgency))],
            items.Sum(it => (long)it.Points),
            items.Count(it => it.NeverAsked));
    }

    private static void Extend(Geval geval, List<int> chosen, int next, ref Waarde? best)
    {
        if (!IsAllowed(geval, chosen))
            return;

        var value = Value(geval, chosen);
        if (best is null || value.Compare(best) > 0)
            best = value;
        for (var index = next; index < geval.Mogelijkheden.Length; index++)
            Extend(geval, [.. chosen, index], index + 1, ref best);
    }

    private static bool FitsInTime(Mogelijkheid[] items)
    {
        for (var one = 0; one < items.Length; one++)
        {
            for (var other = one + 1; other < items.Length; other++)
            {
                var clashes = from mine in items[one].Beslag?.Tijdvakken ?? []
                              from theirs in items[other].Beslag?.Tijdvakken ?? []
                              let travel = Geval.Travel(mine.Plaats, theirs.Plaats)
                              where mine.Start < theirs.End + travel && theirs.Start < mine.End + travel
                              select mine;
                if (clashes.Any())
                    return false;
            }
        }

        return true;
    }

    private static bool FitsInWeeks(Mogelijkheid[] items, Aanbod aanbod) =>
        aanbod.MaximumWeekMinutes is not { } maximum
        || items.SelectMany(it => it.Beslag?.Weken ?? [])
            .GroupBy(it => it.Week)
            .All(week => week.Sum(it => it.Minutes) + (aanbod.Planned ?? []).Where(it => it.Week == week.Key).Sum(it => it.Minutes) <= maximum);
}
