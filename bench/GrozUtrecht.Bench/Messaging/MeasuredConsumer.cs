using System.Collections.Concurrent;
using System.Diagnostics;
using MassTransit;

namespace GrozUtrecht.Bench.Messaging;

/// <summary>When each message reached its consumer, on the clock of <see cref="Stopwatch"/>.</summary>
internal sealed class Arrivals
{
    public ConcurrentDictionary<Guid, long> Times { get; } = new();
}

internal sealed class MeasuredConsumer(Arrivals arrivals) : IConsumer<Measured>
{
    public Task Consume(ConsumeContext<Measured> context)
    {
        arrivals.Times[context.Message.MeasuredId] = Stopwatch.GetTimestamp();
        return Task.CompletedTask;
    }
}
