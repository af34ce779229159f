namespace GrozUtrecht.Support.Domain.Optimum;

// The first flow. Most asks find their place by bidding, at the cost of looking at their own arcs; the searches do what is left.
internal sealed partial class FlowNetwork<T>
{
    // A war of small bids between a few asks is over sooner with one search.
    private const int BidsPerAsk = 6;

    /// <summary>Routes the units of all asks.</summary>
    /// <param name="places">How many units each ask sends; the asks are the first nodes.</param>
    /// <param name="token">Stops the search with an exception.</param>
    public void Start(ReadOnlySpan<int> places, CancellationToken token)
    {
        var waiting = new List<int>();
        var bidders = new Queue<int>();
        for (var ask = 0; ask < places.Length; ask++)
            bidders.Enqueue(ask);

        var bids = places.Length * BidsPerAsk;
        while (bidders.TryDequeue(out var ask))
        {
            if (places[ask] != 1 || bids-- <= 0 || !Bid(ask, bidders))
                waiting.Add(ask);
        }

        waiting.Sort();
        foreach (var ask in waiting)
        {
            token.ThrowIfCancellationRequested();
            Raise(ask);
            for (var place = 0; place < places[ask]; place++)
                Send(ask);
        }
    }

    // The smallest potential at which no arc of the ask is better than the ask believes.
    private void Raise(int ask)
    {
        var value = T.Zero;
        for (var index = first[ask]; index < first[ask + 1]; index++)
        {
            ref readonly var arc = ref arcs[index];
            if (arc.Room > 0)
                value = T.Max(value, potential[arc.Head] - arc.Cost);
        }

        potential[ask] = value;
    }

    /// <summary>
    /// The ask takes the node where it gains most, and makes that one so much dearer that its second choice would do as well. Who was there
    /// bids again. False when it takes more than that.
    /// </summary>
    private bool Bid(int ask, Queue<int> bidders)
    {
        var best = None;
        T bestValue = T.MinValue, secondValue = T.MinValue;
        for (var index = first[ask]; index < first[ask + 1]; index++)
        {
            ref readonly var arc = ref arcs[index];
            var value = potential[arc.Head] - arc.Cost;
            if (value > bestValue)
            {
                secondValue = bestValue;
                bestValue = value;
                best = index;
            }
            else if (value > secondValue)
            {
                secondValue = value;
            }
        }

        var node = arcs[best].Head;
        if (node == root)
        {
            potential[ask] = bestValue;
            Shift(best);
            return true;
        }

        return TakeFree(ask, best, bestValue, secondValue) || Displace(ask, best, bestValue, secondValue, bidders);
    }

    private bool TakeFree(int ask, int arc, T bestValue, T secondValue)
    {
        var node = arcs[arc].Head;
        var exit = exits[node];
        if (arcs[exit].Room == 0 || arcs[exit].Head != root)
            return false;

        Shift(arc);
        Shift(exit);
        // Only a full node has a price.
        var raise = arcs[exit].Room == 0 && arcs[arcs[exit].Reverse].Room == 1 ? bestValue - secondValue : T.Zero;
        potential[node] -= raise;
        potential[ask] = bestValue - raise;
        return true;
    }

    private bool Displace(int ask, int arc, T bestValue, T secondValue, Queue<int> bidders)
    {
        var node = arcs[arc].Head;
        var exit = exits[node];
        if (bestValue == secondValue || arcs[exit].Room > 0 || arcs[arcs[exit].Reverse].Room != 1)
            return false;

        var occupant = OccupantArc(node);
        bidders.Enqueue(arcs[occupant].Head);
        Shift(occupant);
        Shift(arc);
        potential[node] -= bestValue - secondValue;
        potential[ask] = secondValue;
        return true;
    }

    private int OccupantArc(int node)
    {
        var index = first[node];
        while (arcs[index].Room == 0 || index == exits[node])
            index++;
        return index;
    }
}
