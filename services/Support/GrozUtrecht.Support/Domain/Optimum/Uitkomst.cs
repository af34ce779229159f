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
internal sealed record Uitkomst(IReadOnlyList<int> Chosen, bool IsOptimal, Waarde Waarde, Waarde Bound, int Nodes);

/// <summary>How far the search goes. Counted in work and not in time, so that the same input gives the same answer on any machine.</summary>
/// <param name="MaximumNodes">Branches for each group of asks and helpers that hang together.</param>
internal sealed record Zoekgrens(int MaximumNodes = 2_000);
