namespace GrozUtrecht.Support.Domain.Optimum;

/// <summary>A quick choice that holds to every rule: what comes first and fits is taken. The search has something to improve on.</summary>
internal static class Inval
{
    public static int[] Choose(Opgave opgave, Agendas agendas, IEnumerable<int> ordered)
    {
        var places = new Dictionary<int, int>();
        var taken = new Dictionary<int, List<int>>();
        var pairs = new HashSet<(int, int)>();
        List<int> chosen = [];
        foreach (var index in ordered)
        {
            var item = opgave.Items[index];
            var filled = places.GetValueOrDefault(item.Vraag);
            var mine = taken.TryGetValue(item.Aanbod, out var known) ? known : taken[item.Aanbod] = [];
            if (filled == opgave.Vragen[item.Vraag].Plekken || mine.Count == opgave.Aanbod[item.Aanbod].Capacity || pairs.Contains((item.Vraag, item.Aanbod)))
                continue;

            var agenda = agendas.Of(item.Aanbod);
            var position = agenda is null ? index : Array.BinarySearch(agenda.Items, index);
            if (agenda?.Fits(mine, position) is false)
                continue;

            places[item.Vraag] = filled + 1;
            mine.Add(position);
            pairs.Add((item.Vraag, item.Aanbod));
            chosen.Add(index);
        }

        return [.. chosen.Order()];
    }
}
