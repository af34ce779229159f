namespace GrozUtrecht.Identity.Tests.Support;

/// <summary>The real time plus a shift, so that a test can move on by days while timers keep running.</summary>
public sealed class ShiftedClock : TimeProvider
{
    private long shiftTicks;

    public void Advance(TimeSpan by) => Interlocked.Add(ref shiftTicks, by.Ticks);

    /// <summary>Moves on until disposed, for tests that share the clock.</summary>
    public IDisposable Ahead(TimeSpan by)
    {
        Advance(by);
        return new Return(this, by);
    }

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddTicks(Interlocked.Read(ref shiftTicks));

    private sealed class Return(ShiftedClock clock, TimeSpan by) : IDisposable
    {
        public void Dispose() => clock.Advance(-by);
    }
}
