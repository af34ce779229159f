using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace GrozUtrecht.ServiceDefaults.Messaging;

/// <summary>What the relay tells of itself: a span per message, what was published, and what waits or is parked.</summary>
internal sealed class OutboxTelemetry : IDisposable
{
    /// <summary>Name of the activity source and of the meter.</summary>
    public const string Name = "GrozUtrecht.Outbox";

    public static readonly ActivitySource Source = new(Name);

    private readonly Meter meter;
    private readonly Counter<long> published;
    private readonly Counter<long> refused;
    private long pending;
    private long parked;

    public OutboxTelemetry(IMeterFactory meters)
    {
        meter = meters.Create(Name);
        published = meter.CreateCounter<long>("outbox.published", "{message}", "Messages that the broker confirmed.");
        refused = meter.CreateCounter<long>("outbox.refused", "{message}", "Attempts that failed because of the message itself.");
        meter.CreateObservableGauge("outbox.pending", () => Volatile.Read(ref pending), "{message}", "Messages that wait to be published.");
        meter.CreateObservableGauge("outbox.parked", () => Volatile.Read(ref parked), "{message}", "Messages set apart after bounded attempts.");
    }

    public void Published(int count) => published.Add(count);

    public void Refused() => refused.Add(1);

    public void Counted(long nowPending, long nowParked)
    {
        Volatile.Write(ref pending, nowPending);
        Volatile.Write(ref parked, nowParked);
    }

    public void Dispose() => meter.Dispose();
}
