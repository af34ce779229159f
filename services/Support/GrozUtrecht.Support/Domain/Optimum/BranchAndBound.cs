using System.Numerics;

namespace GrozUtrecht.Support.Domain.Optimum;

/// <summary>
/// The exact search within one group of asks and helpers that hang together. The network without the rules that it does not know is an upper
/// bound; a broken rule first gets a price (what the helper would lose by keeping to it), and only where prices leave a gap does the search branch.
/// </summary>
internal sealed class BranchAndBound<T>
    where T : struct, IBinaryInteger<T>, IMinMaxValue<T>
{
    private readonly Opgave opgave;
    private readonly Agendas agendas;
    private readonly int[] items;
    private readonly Gewichten gewichten;
    private readonly FlowModel<T> model;
    private readonly Prijzen<T> prijzen;
    private readonly int maximumNodes;
    private readonly CancellationToken token;
    private int[] best = [];
    private Int128 bestValue = -1;
    private Int128 openBound = -1;

    private BranchAndBound(Opgave opgave, Agendas agendas, int[] items, Gewichten gewichten, int maximumNodes, CancellationToken token)
    {
        (this.opgave, this.agendas, this.items, this.gewichten, this.maximumNodes, this.token) = (opgave, agendas, items, gewichten, maximumNodes, token);
        model = FlowModel<T>.Solve(opgave, agendas, items, gewichten, token);
        prijzen = new Prijzen<T>(opgave, agendas, items, model);
    }

    private int Nodes { get; set; }

    public static Uitkomst Solve(Opgave opgave, Agendas agendas, int[] items, Gewichten gewichten, int maximumNodes, CancellationToken token)
    {
        var search = new BranchAndBound<T>(opgave, agendas, items, gewichten, maximumNodes, token);
        search.Record(Inval.Choose(opgave, agendas, search.ByPromise()));
        search.Visit();
        var bound = Int128.Max(search.bestValue, search.openBound);
        return new(search.best, bound == search.bestValue, opgave.WaardeOf(search.best), gewichten.Decode(bound), search.Nodes);
    }

    // What the relaxation chose, and then what weighs most.
    private IEnumerable<int> ByPromise()
    {
        var chosen = model.Chosen.ToHashSet();
        return items.OrderByDescending(chosen.Contains).ThenByDescending(WeightOf);
    }

    private void Visit()
    {
        token.ThrowIfCancellationRequested();
        if (Nodes == maximumNodes)
        {
            openBound = Int128.Max(openBound, prijzen.Bound);
            return;
        }

        Nodes++;
        prijzen.Tighten(bestValue);
        if (prijzen.Bound <= bestValue)
            return;

        var violated = prijzen.FindViolated();
        if (violated is null)
        {
            Record(model.Chosen);
            // A price that nobody pays is a gap between bound and choice; without it either the gap closes or a broken rule shows.
            while (violated is null && prijzen.Bound > bestValue && prijzen.DropUnpaid())
                violated = prijzen.FindViolated();
            if (violated is null)
                Record(model.Chosen);
        }

        if (violated is not null && prijzen.Bound > bestValue)
            Branch(violated);
    }

    private void Branch(Snede violated)
    {
        var byWeight = violated.Violating.OrderByDescending(it => WeightOf(violated.Agenda.Items[it])).ThenBy(it => it).ToArray();
        if (violated.Maximum == 1)
        {
            // Either the heaviest stays, and nothing that it excludes, or it goes.
            var (agenda, heaviest) = (violated.Agenda, byWeight[0]);
            var excluded = Enumerable.Range(0, agenda.Items.Length).Where(it => agenda.Excludes(it, heaviest)).Union(violated.Items).Where(it => it != heaviest);
            VisitWithout(agenda, [.. excluded]);
            VisitWithout(agenda, [heaviest]);
            return;
        }

        foreach (var position in byWeight.Reverse())
            VisitWithout(violated.Agenda, [position]);
    }

    private void VisitWithout(Agenda agenda, int[] positions)
    {
        if (prijzen.Bound <= bestValue)
            return;

        var closed = positions.Select(it => prijzen.ArcOf(agenda.Items[it])).Where(arc => !model.Network.IsClosed(arc)).ToArray();
        foreach (var arc in closed)
            model.Network.Close(arc);
        Visit();
        foreach (var arc in closed)
            model.Network.Open(arc);
    }

    private Int128 WeightOf(int item) => gewichten.Of(opgave.ClassOf(opgave.Items[item].Vraag), opgave.Items[item]);

    private void Record(int[] chosen)
    {
        Int128 value = 0;
        foreach (var item in chosen)
            value += WeightOf(item);
        if (value > bestValue)
            (best, bestValue) = (chosen, value);
    }
}
