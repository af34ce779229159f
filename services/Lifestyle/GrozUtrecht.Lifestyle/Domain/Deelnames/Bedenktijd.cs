namespace GrozUtrecht.Lifestyle.Domain.Deelnames;

/// <summary>How long a place that came free is kept for the next on the waiting list.</summary>
internal static class Bedenktijd
{
    /// <summary>Nobody can be asked to answer faster than this.</summary>
    public static readonly TimeSpan Shortest = TimeSpan.FromMinutes(30);

    /// <summary>
    /// The moment by which an answer is needed: the activity's own term, and never so late that a no leaves the next one no time.
    /// Null when the session is too near: who is there first has the place.
    /// </summary>
    public static DateTimeOffset? Deadline(DateTimeOffset now, DateTimeOffset beginsAt, int bedenktijdMinuten)
    {
        var latest = beginsAt - Shortest;
        var full = now.AddMinutes(bedenktijdMinuten);
        var deadline = full < latest ? full : latest;
        return deadline - now >= Shortest ? deadline : null;
    }
}
