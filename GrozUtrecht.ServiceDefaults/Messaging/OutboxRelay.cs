using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;
using OpenTelemetry;

namespace GrozUtrecht.ServiceDefaults.Messaging;

/// <summary>
/// Publishes what commits leave in <c>platform.outbox</c>. One runs in each replica; rows that one holds are skipped by the others.
/// Rows are removed in the transaction that locked them, after the broker's confirm: a crash in between publishes them again with
/// the same message id, which the inbox of every consumer knows. See docs/adr/0004-outbox-relay.md.
/// </summary>
internal sealed class OutboxRelay(
    NpgsqlDataSource dataSource,
    OutboxPublisher publisher,
    OutboxSignal signal,
    OutboxTelemetry telemetry,
    IOptions<MessagingOptions> options,
    TimeProvider clock,
    ILogger<OutboxRelay> logger) : BackgroundService
{
    private const int BatchSize = 100;

    private static readonly TimeSpan CountInterval = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestRetry = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan StartPause = TimeSpan.FromMilliseconds(100);

    private readonly long startedAt = clock.GetTimestamp();
    private readonly Outage broker = new(TimeSpan.FromSeconds(3));
    private readonly Outage database = new(TimeSpan.FromSeconds(3));
    private long countedAt;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Everything before the first await would hold up the start of the process.
        await Task.Yield();

        // Looking for work is not work: its queries would bury the traces of requests. Publishing is traced by the publisher.
        using var quiet = SuppressInstrumentationScope.Begin();
        while (!stoppingToken.IsCancellationRequested)
        {
            var pause = await RunOnceAsync(stoppingToken);
            if (pause is { } length)
                await Task.Delay(length, clock, stoppingToken);
        }
    }

    /// <summary>One batch, or a sleep when there is none. Returns how long to stay away from what failed.</summary>
    private async Task<TimeSpan?> RunOnceAsync(CancellationToken stoppingToken)
    {
        if (!publisher.QueuesAreDeclared)
            return WaitForStart();

        try
        {
            // While the broker is away one message is enough to find out, and it keeps the others unlocked.
            var limit = broker.IsOn ? 1 : BatchSize;
            var results = await RelayBatchAsync(limit, stoppingToken);
            if (database.End())
                logger.DatabaseBack();
            await CountAsync(stoppingToken);

            var away = Array.Find(results, result => result.Outcome == PublishOutcome.BrokerAway);
            if (away.Failure is { } failure)
                return BrokerLost(failure);
            if (results.Any(result => result.Outcome == PublishOutcome.Confirmed) && broker.End())
                logger.BrokerBack();
            if (results.Length < limit)
                await signal.WaitAsync(options.Value.OutboxPollInterval, stoppingToken);
            return null;
        }
        catch (NpgsqlException exception) when (!stoppingToken.IsCancellationRequested)
        {
            if (database.Begin())
                logger.DatabaseLost(exception.Message);
            return database.NextPause();
        }
    }

    private TimeSpan WaitForStart()
    {
        if (clock.GetElapsedTime(startedAt) > StartPatience && broker.Begin())
            logger.BrokerLost("not connected since the start");
        return StartPause;
    }

    private TimeSpan BrokerLost(Exception failure)
    {
        if (broker.Begin())
            logger.BrokerLost(failure.GetBaseException().Message);
        return broker.NextPause();
    }

    private async Task<PublishResult[]> RelayBatchAsync(int limit, CancellationToken stoppingToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(stoppingToken);
        await using var transaction = await connection.BeginTransactionAsync(stoppingToken);
        var messages = await OutboxStore.TakeAsync(connection, limit, clock.GetUtcNow(), stoppingToken);
        if (messages.Count == 0)
            return [];

        var results = await Task.WhenAll(messages.Select(message => publisher.PublishAsync(message, stoppingToken)));
        var confirmed = results.Where(result => result.Outcome == PublishOutcome.Confirmed).Select(result => result.Message.Id).ToArray();
        if (confirmed.Length > 0)
            await OutboxStore.DeleteAsync(connection, confirmed, stoppingToken);
        foreach (var refused in results.Where(result => result.Outcome == PublishOutcome.Refused))
            await SetAsideAsync(connection, refused, stoppingToken);
        await transaction.CommitAsync(stoppingToken);
        telemetry.Published(confirmed.Length);
        return results;
    }

    private async Task SetAsideAsync(NpgsqlConnection connection, PublishResult refused, CancellationToken stoppingToken)
    {
        telemetry.Refused();
        var message = refused.Message;
        var attempts = message.Attempts + 1;
        if (attempts < options.Value.MaxPublishAttempts)
        {
            var pause = options.Value.PublishRetryPause * Math.Pow(3, message.Attempts);
            await OutboxStore.PostponeAsync(connection, message.Id, clock.GetUtcNow() + (pause < LongestRetry ? pause : LongestRetry), stoppingToken);
            return;
        }

        var reason = refused.Failure!.GetType().Name;
        await OutboxStore.ParkAsync(connection, message.Id, reason, clock.GetUtcNow(), stoppingToken);
        logger.Parked(message.Id, message.Type, attempts, reason);
    }

    private async Task CountAsync(CancellationToken stoppingToken)
    {
        if (countedAt != 0 && clock.GetElapsedTime(countedAt) < CountInterval)
            return;

        countedAt = clock.GetTimestamp();
        await using var connection = await dataSource.OpenConnectionAsync(stoppingToken);
        var (pending, parked) = await OutboxStore.CountAsync(connection, stoppingToken);
        telemetry.Counted(pending, parked);
    }
}
