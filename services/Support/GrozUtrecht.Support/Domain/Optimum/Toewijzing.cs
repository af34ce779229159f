namespace GrozUtrecht.Support.Domain.Optimum;

/// <summary>
/// The best assignment of helpers to asks: most places of the most urgent class filled, then of the next, then most points, then most
/// helpers who were never asked. Exact, unless the search meets its limit; see docs/adr/0019.
/// </summary>
internal static class Toewijzing
{
    public const int MaximumPoints = 1_000_000;

    public static Uitkomst Solve(
        IReadOnlyList<Vraag> vragen,
        IReadOnlyList<Aanbod> aanbod,
        IReadOnlyList<Mogelijkheid> mogelijkheden,
        TravelMinutes? travel = null,
        Zoekgrens? limit = null,
        CancellationToken token = default)
    {
        if (VolleTabel.Suits(vragen, aanbod, mogelijkheden) && VolleTabel.Solve(vragen, aanbod, mogelijkheden, token) is { } full)
            return full;

        var opgave = Opgave.Create(vragen, aanbod, mogelijkheden);
        var agendas = new Agendas(opgave, travel);
        int[] all = [.. Enumerable.Range(0, opgave.Items.Length)];
        var chosen = SolveRelaxed(opgave, agendas, all, token);
        var groups = Groep.WithViolation(opgave, agendas, chosen);
        if (groups.Count == 0)
        {
            var waarde = opgave.WaardeOf(chosen);
            return new(Given(opgave, chosen), IsOptimal: true, waarde, waarde, Nodes: 0);
        }

        var searched = groups.ConvertAll(items => Search(opgave, agendas, items, limit ?? new Zoekgrens(), token));
        var elsewhere = chosen.Except(groups.SelectMany(items => items)).ToArray();
        var settled = opgave.WaardeOf(elsewhere);
        return new(
            Given(opgave, [.. elsewhere, .. searched.SelectMany(it => it.Chosen)]),
            searched.TrueForAll(it => it.IsOptimal),
            searched.Aggregate(settled, (sum, it) => sum.Plus(it.Waarde)),
            searched.Aggregate(settled, (sum, it) => sum.Plus(it.Bound)),
            searched.Sum(it => it.Nodes));
    }

    private static int[] SolveRelaxed(Opgave opgave, Agendas agendas, int[] items, CancellationToken token)
    {
        var gewichten = Gewichten.Create(opgave, items, strict: false);
        return gewichten.Fit<long>()
            ? FlowModel<long>.Solve(opgave, agendas, items, gewichten, token).Chosen
            : FlowModel<Int128>.Solve(opgave, agendas, items, gewichten, token).Chosen;
    }

    // Where little is in the way, prices on the flow finish at once. Where much is, only whole schedules give a bound that is worth something.
    private static Uitkomst Search(Opgave opgave, Agendas agendas, int[] items, Zoekgrens limit, CancellationToken token)
    {
        var found = SearchFlow(opgave, agendas, items, limit.MaximumFlowNodes, token);
        // Every place that can be filled is filled: what is left is a few points, and for those the flow goes on in less time than schedules.
        if (!found.IsOptimal && found.Waarde.Filled.SequenceEqual(found.Bound.Filled))
            found = found.Or(SearchFlow(opgave, agendas, items, limit.MaximumFlowNodesForPoints, token));
        if (found.IsOptimal)
            return found;

        int[] helpers = [.. items.Select(it => opgave.Items[it].Aanbod).Distinct().Order()];
        var rows = helpers.Length + items.Select(it => opgave.Items[it].Vraag).Distinct().Count();
        if (rows <= limit.MaximumRows)
            return found.Or(RoosterSearch.Solve(new Deel(opgave, agendas, helpers), found.Chosen, limit.MaximumNodesPerTerm, token));

        var improved = Buurten.Improve(opgave, agendas, items, found, limit.MaximumPasses, token);
        return found.Or(new Uitkomst(improved, IsOptimal: false, opgave.WaardeOf(improved), found.Bound, Nodes: 0));
    }

    private static Uitkomst SearchFlow(Opgave opgave, Agendas agendas, int[] items, int maximumNodes, CancellationToken token)
    {
        var gewichten = Gewichten.Create(opgave, items, strict: true);
        if (gewichten.Fit<long>())
            return BranchAndBound<long>.Solve(opgave, agendas, items, gewichten, maximumNodes, token);
        if (gewichten.Fit<Int128>())
            return BranchAndBound<Int128>.Solve(opgave, agendas, items, gewichten, maximumNodes, token);
        throw new ArgumentException("so many places in so many urgency classes that their weights do not fit in 128 bits", nameof(opgave));
    }

    private static int[] Given(Opgave opgave, int[] chosen) => [.. chosen.Select(index => opgave.Original[index]).Order()];
}
