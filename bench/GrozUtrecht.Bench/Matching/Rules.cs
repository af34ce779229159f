using GrozUtrecht.Support.Domain.Optimum;

namespace GrozUtrecht.Bench.Matching;

/// <summary>An instance as an integer programme: which items may not go together, and what counts first.</summary>
internal static class Rules
{
    public static object Write(Instance instance)
    {
        var indexed = instance.Items.Select((item, index) => (Item: item, Index: index)).ToList();
        List<object> rules = [];
        foreach (var ask in indexed.GroupBy(it => it.Item.Vraag))
            rules.Add(Rule(ask.Select(it => it.Index), instance.Vragen[ask.Key].Plekken));
        foreach (var helper in indexed.GroupBy(it => it.Item.Aanbod))
        {
            (Mogelijkheid Item, int Index)[] mine = [.. helper];
            var aanbod = instance.Aanbod[helper.Key];
            rules.Add(Rule(mine.Select(it => it.Index), aanbod.Capacity));
            rules.AddRange(from one in mine
                           from other in mine
                           where one.Index < other.Index && Clash(one.Item, other.Item)
                           select Rule([one.Index, other.Index], 1));
            if (aanbod.MaximumWeekMinutes is { } maximum)
                rules.Add(new { items = mine.Select(it => it.Index), amounts = mine.Select(it => it.Item.Beslag?.MinutesIn(1) ?? 0), maximum });
        }

        var classes = instance.Vragen.Select(it => it.UrgencyClass).Distinct().Order();
        IEnumerable<int>[] terms =
        [
            .. classes.Select(urgency => instance.Items.Select(it => instance.Vragen[it.Vraag].UrgencyClass == urgency ? 1 : 0)),
            instance.Items.Select(it => it.Points),
            instance.Items.Select(it => it.NeverAsked ? 1 : 0),
        ];
        return new { items = instance.Items.Length, rules, terms };
    }

    private static bool Clash(Mogelijkheid one, Mogelijkheid other) =>
        one.Vraag == other.Vraag || (one.Beslag is { } mine && other.Beslag is { } theirs && mine.Excludes(theirs, Instance.Travel));

    private static object Rule(IEnumerable<int> items, int maximum) => new { items, maximum };
}
