using System.Runtime.InteropServices;

namespace GrozUtrecht.Support.Domain.Optimum;

/// <summary>Collects nodes and arcs; the last node added is the root.</summary>
internal sealed class FlowBuilder<T>(int arcCapacity)
    where T : struct
{
    private readonly List<NewArc> arcs = new(arcCapacity);

    public int NodeCount { get; private set; }

    public ReadOnlySpan<NewArc> Arcs => CollectionsMarshal.AsSpan(arcs);

    /// <summary>Reserves nodes with consecutive numbers, and returns the first.</summary>
    public int AddNodes(int count = 1)
    {
        var start = NodeCount;
        NodeCount += count;
        return start;
    }

    public int AddArc(int tail, int head, int capacity, T cost)
    {
        arcs.Add(new NewArc(tail, head, capacity, cost));
        return arcs.Count - 1;
    }

    [StructLayout(LayoutKind.Auto)]
    internal readonly record struct NewArc(int Tail, int Head, int Capacity, T Cost);
}
