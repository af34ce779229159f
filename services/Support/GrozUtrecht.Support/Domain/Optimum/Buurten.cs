namespace GrozUtrecht.Support.Domain.Optimum;

/// <summary>
/// For a group that is too large to search whole: neighbourhoods of helpers are decided anew, one after the other, while all others keep what
/// they have. Each neighbourhood is solved exactly, and what was better stays.
/// </summary>
internal sealed class Buurten
{
    private const int MostHelpers = 120;
    private const int NodesPerTerm = 5;

    private readonly Opgave opgave;
    private readonly Agendas agendas;
    private readonly Dictionary<int, int[]> helpersOfAsk;
    private readonly int[] helpers;
    private readonly HashSet<int> chosen;
    private readonly IReadOnlyList<int> most;

    private Buurten(Opgave opgave, Agendas agendas, int[] items, IEnumerable<int> chosen, IReadOnlyList<int> most)
    {
        (this.opgave, this.agendas, this.chosen, this.most) = (opgave, agendas, [.. chosen], most);
        helpers = [.. items.Select(it => opgave.Items[it].Aanbod).Distinct().Order()];
        helpersOfAsk = items.GroupBy(it => opgave.Items[it].Vraag).ToDictionary(it => it.Key, it => it.Select(item => opgave.Items[item].Aanbod).Distinct().ToArray());
    }

    private bool IsFull => opgave.WaardeOf(chosen).Filled.SequenceEqual(most);

    /// <summary>A choice that is at least as good; it stops once no more places can be filled, because the few points left cost more than they give.</summary>
    public static int[] Improve(
        Opgave opgave, Agendas agendas, int[] items, Uitkomst found, int passes, CancellationToken token)
    {
        var buurten = new Buurten(opgave, agendas, items, found.Chosen, found.Bound.Filled);
        for (var pass = 0; pass < passes && !buurten.IsFull; pass++)
        {
            if (!buurten.Pass(pass % 2 == 0, token))
                break;
        }

        return [.. buurten.chosen.Order()];
    }

    // Every helper is at least once among the nearest of some centre, and not only at an edge.
    private bool Pass(bool forward, CancellationToken token)
    {
        var isBetter = false;
        var covered = new HashSet<int>();
        foreach (var centre in forward ? helpers : helpers.Reverse())
        {
            if (covered.Contains(centre))
                continue;

            var near = Around(centre);
            covered.UnionWith(near.Take(MostHelpers / 2));
            if (!Decide([.. near.Order()], token))
                continue;

            isBetter = true;
            if (IsFull)
                break;
        }

        return isBetter;
    }

    private List<int> Around(int centre)
    {
        List<int> found = [centre];
        var seen = new HashSet<int> { centre };
        for (var index = 0; index < found.Count && found.Count < MostHelpers; index++)
        {
            foreach (var item in opgave.ItemsOf(found[index]))
            {
                foreach (var helper in helpersOfAsk[opgave.Items[item].Vraag])
                {
                    if (found.Count < MostHelpers && seen.Add(helper))
                        found.Add(helper);
                }
            }
        }

        return found;
    }

    private bool Decide(int[] near, CancellationToken token)
    {
        var theirs = near.SelectMany(it => opgave.ItemsOf(it).ToArray()).Where(chosen.Contains).ToArray();
        var taken = new int[opgave.Vragen.Length];
        foreach (var item in chosen.Except(theirs))
            taken[opgave.Items[item].Vraag]++;
        var deel = new Deel(opgave, agendas, near, taken);
        if (deel.Items.Length == 0)
            return false;

        var uitkomst = RoosterSearch.Solve(deel, theirs, NodesPerTerm, token);
        if (uitkomst.Waarde.Compare(opgave.WaardeOf(theirs)) <= 0)
            return false;

        chosen.ExceptWith(theirs);
        chosen.UnionWith(uitkomst.Chosen);
        return true;
    }
}
