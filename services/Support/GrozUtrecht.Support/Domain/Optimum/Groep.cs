namespace GrozUtrecht.Support.Domain.Optimum;

/// <summary>Asks and helpers that hang together, directly or through others. What happens in one group is of no concern to another.</summary>
internal static class Groep
{
    /// <summary>The items of each group in which the choice breaks a rule.</summary>
    public static List<int[]> WithViolation(Opgave opgave, Agendas agendas, int[] chosen)
    {
        var isChosen = new bool[opgave.Items.Length];
        foreach (var index in chosen)
            isChosen[index] = true;
        List<int> violated = [];
        foreach (var (aanbod, agenda) in agendas.Inexact())
        {
            int[] mine = [.. Enumerable.Range(0, agenda.Items.Length).Where(position => isChosen[agenda.Items[position]])];
            if (agenda.FindViolated(mine) is not null)
                violated.Add(aanbod);
        }

        return violated.Count == 0 ? [] : Collect(opgave, violated);
    }

    private static List<int[]> Collect(Opgave opgave, List<int> violated)
    {
        // Asks come after helpers in one numbering.
        var parent = Enumerable.Range(0, opgave.Aanbod.Length + opgave.Vragen.Length).ToArray();
        foreach (var item in opgave.Items)
            parent[Find(parent, item.Aanbod)] = Find(parent, opgave.Aanbod.Length + item.Vraag);

        var concerned = violated.Select(aanbod => Find(parent, aanbod)).ToHashSet();
        return
        [
            .. Enumerable.Range(0, opgave.Items.Length)
                .GroupBy(index => Find(parent, opgave.Items[index].Aanbod))
                .Where(group => concerned.Contains(group.Key))
                .Select(group => group.ToArray()),
        ];
    }

    private static int Find(int[] parent, int node)
    {
        while (parent[node] != node)
            node = parent[node] = parent[parent[node]];
        return node;
    }
}
