namespace GrozUtrecht.ServiceDefaults.Tests.Http;

/// <summary>The system's clock, moved as a test wants.</summary>
public sealed class MovingClock : TimeProvider
{
    public TimeSpan Ahead { get; set; }

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Ahead;
}
