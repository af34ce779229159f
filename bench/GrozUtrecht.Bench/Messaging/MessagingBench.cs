using System.Diagnostics;
using System.Text.Json;
using Dapper;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Messaging;
using GrozUtrecht.Testing;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using RabbitMQ.Client;

namespace GrozUtrecht.Bench.Messaging;

/// <summary>
/// What the outbox costs and gains, in one run against one broker: publishing one by one with confirms beside the relay, and the
/// time from commit to consumer at low load. All queues are quorum queues.
/// </summary>
internal static class MessagingBench
{
    private const int OneByOneCount = 1500;
    private const int RelayCount = 10_000;
    private const int WarmUpCount = 1000;
    private const int Rounds = 3;
    private const int PerSecond = 50;

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(10);

    public static async Task RunAsync()
    {
        await using var service = await BenchService.StartAsync();
        await RelayAsync(service, WarmUpCount);
        await RawOneByOneAsync(service, WarmUpCount);
        await BusOneByOneAsync(service, WarmUpCount);

        var raw = new List<double>();
        var bus = new List<double>();
        var relay = new List<double>();
        var through = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            raw.Add(await RawOneByOneAsync(service, OneByOneCount));
            bus.Add(await BusOneByOneAsync(service, OneByOneCount));
            relay.Add(await RelayAsync(service, RelayCount));
            through.Add(await ThroughAsync(service, RelayCount / 2));
        }

        Console.WriteLine($"| messages, quorum queue, median of {Rounds} | per second | of raw one by one |");
        Console.WriteLine("|---|---|---|");
        foreach (var (what, figures) in new[]
        {
            ("raw client, one by one with confirms", raw), ("MassTransit, one by one with confirms", bus),
            ("outbox relay: read, publish, confirm, remove", relay), ("outbox, broker, inbox and consumer together", through),
        })
            Console.WriteLine($"| {what} | {Median(figures):N0} | {Median(figures) / Median(raw):0.0}× |");

        var (fromCall, fromCommit) = await LatencyAsync(service);
        Console.WriteLine();
        Console.WriteLine($"| at {PerSecond} events per second | p50 ms | p99 ms | max ms |");
        Console.WriteLine("|---|---|---|---|");
        Console.WriteLine($"| from the call of commit to the consumer | {Percentile(fromCall, 50):0.0} | {Percentile(fromCall, 99):0.0} | {fromCall.Max():0.0} |");
        Console.WriteLine($"| from commit done to the consumer | {Percentile(fromCommit, 50):0.0} | {Percentile(fromCommit, 99):0.0} | {fromCommit.Max():0.0} |");
    }

    private static async Task<double> RawOneByOneAsync(BenchService service, int count)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(new Stored { Number = 1 });
        await using var channel = await service.Broker.CreateChannelAsync(
            new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true));
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < count; i++)
            await channel.BasicPublishAsync(service.StoreExchange, "", mandatory: false, new BasicProperties { Persistent = true }, body);
        return count / watch.Elapsed.TotalSeconds;
    }

    private static async Task<double> BusOneByOneAsync(BenchService service, int count)
    {
        var bus = service.Services.GetRequiredService<IBus>();
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < count; i++)
            await bus.Publish(new Stored { Number = i });
        return count / watch.Elapsed.TotalSeconds;
    }

    private static async Task<double> RelayAsync(BenchService service, int count)
    {
        await FillAsync(service, Enumerable.Range(0, count).Select(i => new Stored { Number = i }));
        var watch = Stopwatch.StartNew();
        service.Services.GetRequiredService<OutboxSignal>().Raise();
        await Eventually.Async(() => IsEmptyAsync(service), TimeSpan.FromMinutes(2), "an empty outbox");
        return count / watch.Elapsed.TotalSeconds;
    }

    private static async Task<double> ThroughAsync(BenchService service, int count)
    {
        var arrivals = service.Services.GetRequiredService<Arrivals>().Times;
        var ids = Enumerable.Range(0, count).Select(_ => TestId.Guid()).ToArray();
        await FillAsync(service, ids.Select((id, i) => new Measured { MeasuredId = id, Number = i }));
        var watch = Stopwatch.StartNew();
        service.Services.GetRequiredService<OutboxSignal>().Raise();
        await Eventually.Async(() => ids.All(arrivals.ContainsKey), TimeSpan.FromMinutes(2), "all messages at their consumer");
        return count / watch.Elapsed.TotalSeconds;
    }

    private static async Task<(List<double> FromCall, List<double> FromCommit)> LatencyAsync(BenchService service)
    {
        var times = new Dictionary<Guid, (long Called, long Committed)>();
        var started = Stopwatch.StartNew();
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / PerSecond));
        while (started.Elapsed < WarmUp + Duration && await timer.WaitForNextTickAsync())
        {
            await using var scope = service.Services.CreateAsyncScope();
            var work = scope.ServiceProvider.GetRequiredService<UnitOfWork>();
            var id = TestId.Guid();
            await work.OpenAsync(CancellationToken.None);
            work.Publish(new Measured { MeasuredId = id, Number = 0 });
            var called = Stopwatch.GetTimestamp();
            await work.CommitAsync(CancellationToken.None);
            if (started.Elapsed > WarmUp)
                times[id] = (called, Stopwatch.GetTimestamp());
        }

        var arrivals = service.Services.GetRequiredService<Arrivals>().Times;
        await Eventually.Async(() => times.Keys.All(arrivals.ContainsKey), what: "the last messages");
        return (
            [.. times.Select(item => Stopwatch.GetElapsedTime(item.Value.Called, arrivals[item.Key]).TotalMilliseconds)],
            [.. times.Select(item => Stopwatch.GetElapsedTime(item.Value.Committed, arrivals[item.Key]).TotalMilliseconds)]);
    }

    /// <summary>Puts rows into the outbox in one commit, without waking the relay between them.</summary>
    private static async Task FillAsync<TEvent>(BenchService service, IEnumerable<TEvent> events)
        where TEvent : class
    {
        var catalog = service.Services.GetRequiredService<EventCatalog>();
        await using var connection = await service.Database.OpenConnectionAsync();
        await OutboxStore.InsertAsync(connection, [.. events.Select(item => catalog.ToMessage(item, TimeProvider.System.GetUtcNow()))], CancellationToken.None);
    }

    private static async Task<bool> IsEmptyAsync(BenchService service)
    {
        await using var connection = await service.Database.OpenConnectionAsync();
        return !await connection.ExecuteScalarAsync<bool>("select exists (select 1 from platform.outbox)");
    }

    private static double Median(List<double> figures) => Percentile(figures, 50);

    private static double Percentile(List<double> figures, int percent)
    {
        var sorted = figures.Order().ToList();
        return sorted[Math.Min(sorted.Count - 1, sorted.Count * percent / 100)];
    }
}
