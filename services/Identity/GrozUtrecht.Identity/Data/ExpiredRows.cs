using Dapper;
using Npgsql;

namespace GrozUtrecht.Identity.Data;

/// <summary>Removes what has expired: used assertions, revoked tokens, former secrets.</summary>
internal sealed partial class ExpiredRows(NpgsqlDataSource dataSource, TimeProvider clock, ILogger<ExpiredRows> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(5);

    // The revocation list keeps an expired token for as long as clocks may differ.
    private static readonly TimeSpan KeptAfterExpiry = TimeSpan.FromMinutes(10);

    internal async Task<int> RemoveAsync(CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        return await connection.ExecuteAsync(new CommandDefinition(
            """
            delete from client_assertions where expires_at < @before;
            delete from revoked_tokens where expires_at < @before;
            delete from client_secrets where expires_at < @before;
            """,
            new { before = clock.GetUtcNow() - KeptAfterExpiry },
            cancellationToken: cancellationToken));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await RemoveAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is NpgsqlException or TimeoutException)
            {
                // Nothing waits for this; the next round does it.
                LogPostponed(logger, exception.Message);
            }
        }
    }

    [LoggerMessage(EventId = 2201, Level = LogLevel.Warning, Message = "Expired rows could not be removed; again in five minutes ({Reason})")]
    private static partial void LogPostponed(ILogger logger, string reason);
}
