using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace GrozUtrecht.Gateway.RateLimiting;

/// <summary>
/// Counts in Redis while it answers in time, and in this process while it does not. After a failure Redis is left alone for a
/// moment, and then one request tries it again, so that an outage costs one short wait per pause and not one per request.
/// </summary>
internal sealed partial class SharedCounter(
    RedisCounter redis, LocalCounter local, IOptions<RateLimitSettings> settings, TimeProvider clock, ILogger<SharedCounter> logger)
{
    private long pausedUntilTicks;
    private int isAway;

    public async ValueTask<RateLimitAnswer> TakeAsync(Bucket bucket)
    {
        if (!MayAskRedis())
        {
            return local.Take(bucket);
        }

        try
        {
            if (await redis.TakeAsync(bucket).WaitAsync(TimeSpan.FromMilliseconds(settings.Value.RedisTimeoutMilliseconds), clock) is { } answer)
            {
                Returned();
                return answer;
            }

            Left("NotConnected");
        }
        catch (Exception exception) when (exception is RedisException or TimeoutException)
        {
            Left(exception.GetType().Name);
        }

        return local.Take(bucket);
    }

    private bool MayAskRedis()
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

    [LoggerMessage(EventId = 2001, Level = LogLevel.Warning,
        Message = "Redis does not count requests ({Reason}); this gateway counts for itself with the same limits")]
    private static partial void LogAway(ILogger logger, string reason);

    [LoggerMessage(EventId = 2002, Level = LogLevel.Information, Message = "Redis counts requests again")]
    private static partial void LogBack(ILogger logger);
}
