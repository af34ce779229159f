namespace GrozUtrecht.Support.Domain.Optimum;

// The two searches: from where a unit is left over, and from where one is missing.
internal sealed partial class FlowNetwork<T>
{
    private const int None = -1;

    private readonly T[] distance;
    private readonly int[] entry;
    private readonly List<int> labelled = [];
    private readonly FlowHeap<T> heap = new();

    /// <summary>Sends one more unit from a node to the root along the cheapest way.</summary>
    private void Send(int source) => Push(SearchForward(source, root), source);

    // A unit is over at one node and missing at another: first send it towards the other or the root, then fetch one from the root if need be.
    private void Reroute(int over, int missing)
    {
        var last = SearchForward(over, missing);
        var reached = arcs[last].Head;
        Push(last, over);
        if (reached != missing)
            Fetch(missing);
    }

    private void Push(int last, int source)
    {
        for (var arc = last; arc != None; arc = entry[Tail(arc)])
        {
            Shift(arc);
            if (Tail(arc) == source)
                break;
        }

        Forget();
    }

    private void Fetch(int target)
    {
        var arc = SearchBackward(target);
        while (true)
        {
            Shift(arc);
            var node = arcs[arc].Head;
            if (node == target)
                break;
            arc = entry[node];
        }

        Forget();
    }

    /// <summary>Dijkstra over reduced costs until the root or the target is the nearest; returns the arc that enters it.</summary>
    private int SearchForward(int source, int target)
    {
        var best = T.MaxValue;
        var last = None;
        Label(source, T.Zero, None);
        while (heap.TryTake(out var reached, out var node) && reached < best)
        {
            if (reached > distance[node])
                continue;

            var level = reached + potential[node];
            var end = first[node + 1];
            for (var index = first[node]; index < end; index++)
            {
                ref readonly var arc = ref arcs[index];
                if (arc.Room == 0)
                    continue;

                var length = level + arc.Cost - potential[arc.Head];
                if (length >= best)
                    continue;

                if (arc.Head == root || arc.Head == target)
                {
                    best = length;
                    last = index;
                }
                else if (length < distance[arc.Head])
                {
                    Label(arc.Head, length, index);
                }
            }
        }

        foreach (var node in labelled)
        {
            if (distance[node] < best)
                potential[node] += distance[node] - best;
        }

        return last;
    }

    /// <summary>The same against the direction of the arcs, until the root; returns the arc that leaves it.</summary>
    private int SearchBackward(int target)
    {
        var best = T.MaxValue;
        var last = None;
        Label(target, T.Zero, None);
        while (heap.TryTake(out var reached, out var node) && reached < best)
        {
            if (reached > distance[node])
                continue;

            var level = reached - potential[node];
            var end = first[node + 1];
            for (var index = first[node]; index < end; index++)
            {
                var incoming = arcs[index].Reverse;
                ref readonly var arc = ref arcs[incoming];
                if (arc.Room == 0)
                    continue;

                var tail = arcs[index].Head;
                var length = level + arc.Cost + potential[tail];
                if (length >= best)
                    continue;

                if (tail == root)
                {
                    best = length;
                    last = incoming;
                }
                else if (length < distance[tail])
                {
                    Label(tail, length, incoming);
                }
            }
        }

        foreach (var node in labelled)
        {
            if (distance[node] < best)
                potential[node] += best - distance[node];
        }

        return last;
    }

    private void Label(int node, T length, int arc)
    {
        if (distance[node] == T.MaxValue)
            labelled.Add(node);
        distance[node] = length;
        entry[node] = arc;
        heap.Add(length, node);
    }

    private void Forget()
    {
        foreach (var node in labelled)
            distance[node] = T.MaxValue;
        labelled.Clear();
        heap.Clear();
    }
}
