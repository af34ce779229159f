using System.Numerics;

namespace GrozUtrecht.Support.Domain.Optimum;

/// <summary>
/// Lays items out as a network: ask, item, lane, helper, root. From each ask an arc of cost zero to the root stands for places that stay open.
/// </summary>
internal sealed class FlowModel<T>
    where T : struct, IBinaryInteger<T>, IMinMaxValue<T>
{
    private readonly Opgave opgave;
    private readonly Agendas agendas;
    private readonly int[] items;
    private readonly int[] arcs;
    private readonly FlowBuilder<T> builder;
    private readonly List<int> places = [];
    private readonly Dictionary<int, int> laneStart = [];

    private FlowModel(Opgave opgave, Agendas agendas, int[] items, Gewichten gewichten)
    {
        this.opgave = opgave;
        this.agendas = agendas;
        this.items = items;
        arcs = new int[items.Length];
        builder = new FlowBuilder<T>(items.Length * 2);
        AddAsks();
        AddItems(gewichten, AddLanes());
        Network = new FlowNetwork<T>(builder);
        for (var index = 0; index < arcs.Length; index++)
            arcs[index] = Network.PositionOf(arcs[index]);
    }

    public FlowNetwork<T> Network { get; }

    /// <summary>The arc of each item, by position in the items given.</summary>
    public ReadOnlySpan<int> Arcs => arcs;

    public int[] Chosen => [.. items.Where((_, index) => Network.HasFlow(arcs[index]))];

    public static FlowModel<T> Solve(Opgave opgave, Agendas agendas, int[] items, Gewichten gewichten, CancellationToken token)
    {
        var model = new FlowModel<T>(opgave, agendas, items, gewichten);
        model.Network.Start([.. model.places], token);
        return model;
    }

    // Asks come first in the network, so they are counted before anything is connected.
    private void AddAsks()
    {
        for (var index = 0; index < items.Length; index++)
        {
            if (StartsAsk(index))
                places.Add(opgave.Vragen[opgave.Items[items[index]].Vraag].Plekken);
        }

        builder.AddNodes(places.Count);
    }

    private int AddLanes()
    {
        List<(int Tail, int Head, int Capacity)> exits = [];
        foreach (var index in items)
        {
            var aanbod = opgave.Items[index].Aanbod;
            if (laneStart.ContainsKey(aanbod))
                continue;

            var capacity = opgave.Aanbod[aanbod].Capacity;
            var lanes = agendas.Of(aanbod)?.LaneCount;
            var start = laneStart[aanbod] = builder.AddNodes(lanes ?? 1);
            var helper = lanes > capacity ? builder.AddNodes() : -1;
            for (var lane = 0; lane < (lanes ?? 1); lane++)
                exits.Add((start + lane, helper, lanes is null ? capacity : 1));
            if (helper >= 0)
                exits.Add((helper, -1, capacity));
        }

        var root = builder.AddNodes();
        foreach (var (tail, head, capacity) in exits)
            builder.AddArc(tail, head < 0 ? root : head, capacity, T.Zero);
        return root;
    }

    private void AddItems(Gewichten gewichten, int root)
    {
        var ask = -1;
        for (var index = 0; index < items.Length; index++)
        {
            var item = opgave.Items[items[index]];
            if (StartsAsk(index))
                builder.AddArc(++ask, root, places[ask], T.Zero);

            var weight = T.CreateChecked(gewichten.Of(opgave.ClassOf(item.Vraag), item));
            arcs[index] = builder.AddArc(ask, laneStart[item.Aanbod] + agendas.LaneOf(items[index]), 1, -weight);
        }
    }

    private bool StartsAsk(int index) => index == 0 || opgave.Items[items[index - 1]].Vraag != opgave.Items[items[index]].Vraag;
}
