using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using OpenTelemetry;

namespace GrozUtrecht.ServiceDefaults.Data;

/// <summary>
/// Work on the database that comes back at an interval. Every replica runs it, so what it does must be harmless when done twice;
/// a database that is away makes one log line, and the next round is the retry.
/// </summary>
public abstract class RecurringWork(TimeSpan interval, TimeProvider clock, ILogger logger) : BackgroundService
{
    /// <summary>One round, bounded in what it takes, as of this moment.</summary>
    public abstract Task RunAsync(DateTimeOffset now, CancellationToken cancellationToken);

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Rounds that find nothing to do would fill the traces.
        using var untraced = SuppressInstrumentationScope.Begin();
        using var timer = new PeriodicTimer(interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await RunAsync(clock.GetUtcNow(), stoppingToken);
            }
            catch (NpgsqlException exception)
            {
                logger.LogWarning("{Work} will be tried again in {IntervalSeconds} s: {Reason}", GetType().Name, interval.TotalSeconds, exception.Message);
            }
        }
    }
}
