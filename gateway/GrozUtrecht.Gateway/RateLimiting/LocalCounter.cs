namespace GrozUtrecht.Gateway.RateLimiting;

/// <summary>Counts in this process: what holds while Redis is away. Nothing is kept longer than two windows.</summary>
internal sealed class LocalCounter(TimeProvider clock)
{
    /// <summary>Room for so many clients per window. Those beyond it share one counter, so that memory stays bounded.</summary>
    public const int MaximumBuckets = 50_000;

    private const string Overflow = "overflow";

    private readonly Lock door = new();
    private long index;
    private Dictionary<string, int> current = new(StringComparer.Ordinal);
    private Dictionary<string, int> previous = new(StringComparer.Ordinal);

    public RateLimitAnswer Take(Bucket bucket)
    {
        lock (door)
        {
            var window = SlidingWindow.At(clock.GetUtcNow());
            MoveTo(window.Index);
            var key = current.ContainsKey(bucket.Key) || current.Count < MaximumBuckets ? bucket.Key : Overflow;
            var now = current.GetValueOrDefault(key);
            var before = previous.GetValueOrDefault(key);
            var admitted = window.Admits(now, before, bucket.Permits);
            if (admitted)
            {
                current[key] = ++now;
            }

            return window.Answer(admitted, now, before, bucket.Permits);
        }
    }

    private void MoveTo(long to)
    {
        if (to == index)
        {
            return;
        }

        (previous, current) = to == index + 1 ? (current, previous) : ([], previous);
        current.Clear();
        index = to;
    }
}
