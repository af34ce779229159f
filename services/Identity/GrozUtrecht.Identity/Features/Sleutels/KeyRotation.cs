using Npgsql;

namespace GrozUtrecht.Identity.Features.Sleutels;

/// <summary>Looks every minute whether the next key is due. Every replica looks; a lock in the database lets one act.</summary>
internal sealed partial class KeyRotation(KeyRing keys, TimeProvider clock, ILogger<KeyRotation> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        do
        {
            try
            {
                await keys.RotateIfDueAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is NpgsqlException or TimeoutException)
            {
                // The key is made well before it is needed, so the next round is soon enough.
                LogPostponed(logger, exception.Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(EventId = 2101, Level = LogLevel.Warning, Message = "The signing keys could not be looked at; again in a minute ({Reason})")]
    private static partial void LogPostponed(ILogger logger, string reason);
}
