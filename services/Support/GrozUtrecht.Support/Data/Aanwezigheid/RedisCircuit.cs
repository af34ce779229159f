using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace GrozUtrecht.Support.Data.Aanwezigheid;

/// <summary>
/// Asks Redis while it answers in time. After a failure it is left alone for a moment, and then one request tries it again, so that an
/// outage costs one short wait per pause and not one per request.
/// </summary>
internal sealed partial class RedisCircuit(
    RedisConnection redis, IOptions<AanwezigheidSettings> settings, TimeProvider clock, ILogger<RedisCircuit> logger)
{
    private long pausedUntilTicks;
    private int isAway;

    /// <summary>The answer; null when there is none.</summary>
    public async Task<T?> TryAsync<T>(Func<IDatabase, Task<T>> ask)
        where T : class
    {
        if (!MayAsk())
        {
            return null;
        }

        if (redis.Current is not { } connection)
        {
            Left("NotConnected");
            return null;
        }

        try
        {
            var answer = await ask(connection.GetDatabase()).WaitAsync(TimeSpan.FromMilliseconds(settings.Value.RedisTimeoutMilliseconds), clock);
            Returned();
            return answer;
        }
        catch (Exception exception) when (exception is RedisException or TimeoutException)
        {
            Left(exception.GetType().Name);
            return null;
        }
    }

    private bool MayAsk()
    {
        var until = Interlocked.Read(ref pausedUntilTicks);
        if (until == 0)
        {
            return true;
        }

        // Of all requests after the pause, the one that moves its end is the one that tries.
        var now = clock.GetUtcNow();
        return now.UtcTicks >= until && Interlocked.CompareExchange(ref pausedUntilTicks, EndOfPause(now), until) == until;
    }

    private long EndOfPause(DateTimeOffset now) => (now + settings.Value.RedisPause).UtcTicks;

    private void Left(string reason)
    {
        Interlocked.Exchange(ref pausedUntilTicks, EndOfPause(clock.GetUtcNow()));
        if (Interlocked.Exchange(ref isAway, 1) == 0)
        {
            LogAway(logger, reason);
        }
    }

    private void Returned()
    {
        Interlocked.Exchange(ref pausedUntilTicks, 0);
        if (Interlocked.Exchange(ref isAway, 0) == 1)
        {
            LogBack(logger);
        }
    }

    [LoggerMessage(EventId = 3001, Level = LogLevel.Warning, Message = "Redis does not answer ({Reason}); who is present is unknown")]
    private static partial void LogAway(ILogger logger, string reason);

    [LoggerMessage(EventId = 3002, Level = LogLevel.Information, Message = "Redis answers again; who is present is known")]
    private static partial void LogBack(ILogger logger);
}
