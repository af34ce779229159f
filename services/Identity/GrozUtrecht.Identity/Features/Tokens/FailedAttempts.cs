using System.Collections.Concurrent;

namespace GrozUtrecht.Identity.Features.Tokens;

/// <summary>
/// Counts failed attempts per client name and address in this process, and says when it is enough for now. The address is part of the key
/// so that someone elsewhere cannot lock a client out by guessing in its name.
/// </summary>
internal sealed class FailedAttempts(TimeProvider clock)
{
    public const int MaximumPerWindow = 10;

    private const int MaximumTracked = 10_000;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, Count> counts = new(StringComparer.Ordinal);

    public bool AreTooMany(string key) =>
        counts.TryGetValue(key, out var count) && count.Failures >= MaximumPerWindow && clock.GetUtcNow() < count.Until;

    public void Add(string key)
    {
        var now = clock.GetUtcNow();
        if (counts.Count >= MaximumTracked)
        {
            Trim(now);
        }

        counts.AddOrUpdate(
            key,
            _ => new(1, now + Window),
            (_, count) => now < count.Until ? count with { Failures = count.Failures + 1 } : new(1, now + Window));
    }

    private void Trim(DateTimeOffset now)
    {
        foreach (var (key, _) in counts.Where(entry => entry.Value.Until <= now))
        {
            counts.TryRemove(key, out _);
        }

        // Full of names that are all counting is an attack in itself: starting over bounds the memory.
        if (counts.Count >= MaximumTracked)
        {
            counts.Clear();
        }
    }

    private sealed record Count(int Failures, DateTimeOffset Until);
}
