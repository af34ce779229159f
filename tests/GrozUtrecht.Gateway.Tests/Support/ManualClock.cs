namespace GrozUtrecht.Gateway.Tests.Support;

/// <summary>A clock that moves when a test says so; timers stay real.</summary>
internal sealed class ManualClock : TimeProvider
{
    private long ticks;

    private ManualClock(DateTimeOffset start) => ticks = start.UtcTicks;

    /// <summary>Ten seconds into the current minute, so that no test straddles the turn of a minute.</summary>
    public static ManualClock InThisMinute()
    {
        var now = System.GetUtcNow();
        return new ManualClock(now.AddTicks(-(now.UtcTicks % TimeSpan.TicksPerMinute)).AddSeconds(10));
    }

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref ticks), TimeSpan.Zero);

    public void Advance(TimeSpan by) => Interlocked.Add(ref ticks, by.Ticks);
}
