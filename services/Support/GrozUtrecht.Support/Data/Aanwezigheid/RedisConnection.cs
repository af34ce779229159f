using StackExchange.Redis;

namespace GrozUtrecht.Support.Data.Aanwezigheid;

/// <summary>
/// Connects to Redis beside everything else: the first connection may take seconds, and neither the start of the service nor a request
/// waits for it. Once made, the connection restores itself.
/// </summary>
internal sealed class RedisConnection(IServiceProvider services, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>The connection; null until Redis was reached for the first time, or when none is configured.</summary>
    public IConnectionMultiplexer? Current { get; private set; }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        do
        {
            try
            {
                if (services.GetService<IConnectionMultiplexer>() is { } connection)
                {
                    await connection.GetDatabase().PingAsync();
                    Current = connection;
                }

                return;
            }
            catch (Exception exception) when (exception is RedisException or TimeoutException)
            {
                // The register already says, once, that Redis does not answer.
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
