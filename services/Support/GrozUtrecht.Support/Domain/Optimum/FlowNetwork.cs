using System.Numerics;
using System.Runtime.InteropServices;

namespace GrozUtrecht.Support.Domain.Optimum;

/// <summary>
/// A flow of least cost from asks to the root, kept optimal while arcs change. Every arc has its reverse beside it; potentials keep each arc
/// with room at a reduced cost of zero or more, which is what makes the flow optimal and lets a change be repaired by one or two short searches.
/// </summary>
/// <remarks>
/// The searches stop at the root and never pass through it, so that they stay among the neighbours of what changed.
/// Costs are generic because most instances fit in 64 bits and run twice as fast there.
/// </remarks>
internal sealed partial class FlowNetwork<T>
    where T : struct, IBinaryInteger<T>, IMinMaxValue<T>
{
    private readonly int[] first;
    private readonly Arc[] arcs;
    private readonly int[] positions;
    private readonly T[] potential;
    private readonly int[] exits;
    private readonly int root;

    /// <param name="builder">The nodes in this order: asks, lanes (each with one arc that leaves it) and helpers, and the root.</param>
    public FlowNetwork(FlowBuilder<T> builder)
    {
        root = builder.NodeCount - 1;
        potential = new T[builder.NodeCount];
        distance = new T[builder.NodeCount];
        distance.AsSpan().Fill(T.MaxValue);
        entry = new int[builder.NodeCount];
        (first, arcs, positions) = Lay(builder);
        exits = new int[builder.NodeCount];
        for (var index = 0; index < positions.Length; index++)
            exits[builder.Arcs[index].Tail] = positions[index];
    }

    /// <summary>The cost of the whole flow; weights are costs below zero.</summary>
    public Int128 Cost { get; private set; }

    /// <summary>Where the arc is that the builder gave this number.</summary>
    public int PositionOf(int arc) => positions[arc];

    public bool HasFlow(int arc) => arcs[arcs[arc].Reverse].Room > 0;

    public T CostOf(int arc) => arcs[arc].Cost;

    public bool IsClosed(int arc) => arcs[arc].Room == 0 && !HasFlow(arc);

    /// <summary>Changes the cost of an arc of capacity 1, and the flow with it.</summary>
    public void Reprice(int arc, T cost)
    {
        ref var it = ref arcs[arc];
        if (HasFlow(arc))
            Cost += Int128.CreateChecked(cost - it.Cost);
        it.Cost = cost;
        arcs[it.Reverse].Cost = -cost;
        Settle(arc);
    }

    /// <summary>Closes an arc of capacity 1; its flow goes where it costs least.</summary>
    public void Close(int arc)
    {
        ref var it = ref arcs[arc];
        var hadFlow = HasFlow(arc);
        it.Room = 0;
        if (!hadFlow)
            return;

        arcs[it.Reverse].Room = 0;
        Cost -= Int128.CreateChecked(it.Cost);
        Reroute(Tail(arc), it.Head);
    }

    /// <summary>Opens an arc that was closed.</summary>
    public void Open(int arc)
    {
        arcs[arc].Room = 1;
        Settle(arc);
    }

    private int Tail(int arc) => arcs[arcs[arc].Reverse].Head;

    // An open arc with a negative reduced cost is filled, a filled one with a positive reduced cost emptied; the search does the rest.
    private void Settle(int arc)
    {
        ref var it = ref arcs[arc];
        var tail = Tail(arc);
        var reduced = it.Cost + potential[tail] - potential[it.Head];
        if (it.Room > 0 && T.IsNegative(reduced))
        {
            Shift(arc);
            Reroute(it.Head, tail);
        }
        else if (it.Room == 0 && HasFlow(arc) && T.IsPositive(reduced) && !T.IsZero(reduced))
        {
            Shift(it.Reverse);
            Reroute(tail, it.Head);
        }
    }

    private void Shift(int arc)
    {
        ref var it = ref arcs[arc];
        it.Room--;
        arcs[it.Reverse].Room++;
        Cost += Int128.CreateChecked(it.Cost);
    }

    // Arcs of one node lie together, so that a search reads memory in order.
    private static (int[] First, Arc[] Arcs, int[] Positions) Lay(FlowBuilder<T> builder)
    {
        var starts = new int[builder.NodeCount + 1];
        foreach (var arc in builder.Arcs)
        {
            starts[arc.Tail + 1]++;
            starts[arc.Head + 1]++;
        }

        for (var node = 0; node < builder.NodeCount; node++)
            starts[node + 1] += starts[node];

        var next = starts.AsSpan(0, builder.NodeCount).ToArray();
        var laid = new Arc[builder.Arcs.Length * 2];
        var numbers = new int[builder.Arcs.Length];
        for (var index = 0; index < numbers.Length; index++)
        {
            ref readonly var arc = ref builder.Arcs[index];
            var forward = numbers[index] = next[arc.Tail]++;
            var back = next[arc.Head]++;
            laid[forward] = new Arc { Head = arc.Head, Reverse = back, Room = arc.Capacity, Cost = arc.Cost };
            laid[back] = new Arc { Head = arc.Tail, Reverse = forward, Room = 0, Cost = -arc.Cost };
        }

        return (starts, laid, numbers);
    }

    [StructLayout(LayoutKind.Auto)]
    private struct Arc
    {
        public T Cost;
        public int Head;
        public int Reverse;
        public int Room;
    }
}
