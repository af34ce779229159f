using System.Runtime.InteropServices;

namespace GrozUtrecht.Support.Domain.Optimum;

/// <summary>A binary heap of nodes by distance that keeps its memory. A node that comes nearer is added again; the caller skips the older entry.</summary>
internal sealed class FlowHeap<T>
    where T : struct, IComparable<T>
{
    private Entry[] entries = new Entry[64];
    private int count;

    public void Clear() => count = 0;

    public void Add(T distance, int node)
    {
        if (count == entries.Length)
            Array.Resize(ref entries, count * 2);

        var index = count++;
        while (index > 0)
        {
            var parent = (index - 1) >> 1;
            if (!Precedes(distance, node, entries[parent]))
                break;
            entries[index] = entries[parent];
            index = parent;
        }

        entries[index] = new Entry(distance, node);
    }

    public bool TryTake(out T distance, out int node)
    {
        if (count == 0)
        {
            (distance, node) = (default, -1);
            return false;
        }

        (distance, node) = entries[0];
        var moved = entries[--count];
        var index = 0;
        while (true)
        {
            var child = (index << 1) + 1;
            if (child >= count)
                break;
            if (child + 1 < count && Precedes(entries[child + 1].Distance, entries[child + 1].Node, entries[child]))
                child++;
            if (!Precedes(entries[child].Distance, entries[child].Node, moved))
                break;
            entries[index] = entries[child];
            index = child;
        }

        entries[index] = moved;
        return true;
    }

    // Between equals the node decides, so that the order of additions leaves no trace.
    private static bool Precedes(T distance, int node, in Entry other) =>
        distance.CompareTo(other.Distance) is var order && (order < 0 || (order == 0 && node < other.Node));

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Entry(T Distance, int Node);
}
