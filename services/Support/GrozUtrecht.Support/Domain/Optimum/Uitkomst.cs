namespace GrozUtrecht.Support.Domain.Optimum;

/// <summary>What a choice is worth, compared term by term: places filled per urgency class, then points, then helpers never asked.</summary>
/// <param name="Filled">Places filled of each urgency class that occurs, the most urgent first.</param>
internal sealed record Waarde(IReadOnlyList<int> Filled, long Points, int NeverAsked)
{
    public int Compare(Waarde other)
    {
        for (var index = 0; index < Filled.Count; index++)
        {
            if (Filled[index].CompareTo(other.Filled[index]) is var difference and not 0)
                return difference;
        }

        return (Points, NeverAsked).CompareTo((other.Points, other.NeverAsked));
    }

    public bool Equals(Waarde? other) => other is not null && other.Filled.Count == Filled.Count && Compare(other) == 0;

    public override int GetHashCode() => HashCode.Combine(Points, NeverAsked);

    public override string ToString() => $"[{string.Join(' ', Filled)}] {Points} points, {NeverAsked} never asked";

    public Waarde Plus(Waarde other) =>
        new([.. Filled.Zip(other.Filled, (mine, theirs) => mine + theirs)], Points + other.Points, NeverAsked + other.NeverAsked);
}

/// <summary>The chosen assignments, and what is known of how good they are.</summary>
/// <param name="Chosen">Indices of the mogelijkheden, ascending.</param>
/// <param name="IsOptimal">Proven: nothing better exists. Otherwise the search was stopped by its limit.</param>
/// <param name="Bound">Nothing better than this exists; equal to <paramref name="Waarde"/> when proven.</param>
/// <param name="Nodes">How many branches the search looked at beyond the relaxation; 0 when nothing stood in its way.</param>
internal sealed record Uitkomst(IReadOnlyList<int> Chosen, bool IsOptimal, Waarde Waarde, Waarde Bound, int Nodes)
{
    /// <summary>The better choice of two ways to solve the same, and the tighter bound.</summary>
    public Uitkomst Or(Uitkomst other)
    {
        var better = other.Waarde.Compare(Waarde) > 0 ? other : this;
        var bound = other.Bound.Compare(Bound) < 0 ? other.Bound : Bound;
        return new(better.Chosen, bound == better.Waarde, better.Waarde, bound, Nodes + other.Nodes);
    }
}

/// <summary>How far the search goes. Counted in work and not in time, so that the same input gives the same answer on any machine.</summary>
/// <param name="MaximumFlowNodes">Branches on the flow, for each group of asks and helpers that hang together.</param>
/// <param name="MaximumFlowNodesForPoints">The same once as many places are filled as can be, so that only points are left to gain.</param>
/// <param name="MaximumNodesPerTerm">Branches on schedules, for each term of the value.</param>
/// <param name="MaximumRows">The most asks and helpers in a group that is searched whole on schedules; larger ones go neighbourhood by neighbourhood.</param>
/// <param name="MaximumPasses">How often at most each neighbourhood is decided anew.</param>
internal sealed record Zoekgrens(
    int MaximumFlowNodes = 50, int MaximumFlowNodesForPoints = 1_000, int MaximumNodesPerTerm = 300, int MaximumRows = 2_500, int MaximumPasses = 3);
