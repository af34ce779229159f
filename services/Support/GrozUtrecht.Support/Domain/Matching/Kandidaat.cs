using System.Runtime.InteropServices;

namespace GrozUtrecht.Support.Domain.Matching;

/// <summary>A candidate: a helper whom nothing stands in the way, with the points and when it could be.</summary>
internal sealed record Kandidaat(Profiel Profiel, Punten Punten, Plan Plan)
{
    public static readonly IComparer<Kandidaat> BestFirst =
        Comparer<Kandidaat>.Create(static (one, other) => Positie.Compare(one.Positie, other.Positie));

    public Positie Positie => Positie.Of(Profiel, Punten.Score);
}

/// <summary>
/// Where a candidate stands: best first; among equals who was never asked, then who was asked longest ago. The id decides the rest,
/// so that the same input gives the same order.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Positie(int Score, DateTimeOffset? LaatstGevraagdOp, Guid HelperId)
{
    public static readonly IComparer<Positie> LastFirst = Comparer<Positie>.Create(static (one, other) => Compare(other, one));

    /// <summary>Before everybody.</summary>
    public static readonly Positie Start = new(int.MaxValue, null, Guid.Empty);

    public static Positie Of(Profiel profiel, int score) => new(score, profiel.LaatstGevraagdOp, profiel.HelperId);

    public static int Compare(Positie one, Positie other)
    {
        var byScore = other.Score.CompareTo(one.Score);
        var byAsked = byScore != 0 ? byScore : Nullable.Compare(one.LaatstGevraagdOp, other.LaatstGevraagdOp);
        return byAsked != 0 ? byAsked : one.HelperId.CompareTo(other.HelperId);
    }

    public bool IsBefore(Positie other) => Compare(this, other) < 0;
}
