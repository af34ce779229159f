namespace GrozUtrecht.ServiceDefaults.Messaging;

/// <summary>
/// Something the relay needs is away. Keeps the log at two lines, loss and recovery, however long it lasts, and says how long to
/// wait before the next try: longer each time, at random, so that replicas do not knock together.
/// </summary>
internal sealed class Outage(TimeSpan longestPause)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);

    private int failures;

    public bool IsOn => failures > 0;

    /// <summary>True for the first failure of an outage.</summary>
    public bool Begin() => ++failures == 1;

    /// <summary>True when this ended an outage.</summary>
    public bool End()
    {
        var wasOn = IsOn;
        failures = 0;
        return wasOn;
    }

    public TimeSpan NextPause()
    {
        var pause = Math.Min(longestPause.TotalMilliseconds, FirstPause.TotalMilliseconds * Math.Pow(2, Math.Min(failures, 16)));
        return TimeSpan.FromMilliseconds(pause * (0.5 + (Random.Shared.NextDouble() / 2)));
    }
}
