using System.Globalization;
using StackExchange.Redis;

namespace GrozUtrecht.Gateway.RateLimiting;

/// <summary>Counts in Redis, so that all gateways together keep one limit per client.</summary>
internal sealed class RedisCounter(RedisConnection redis, TimeProvider clock)
{
    // Looks and counts in one step, by the same rule as SlidingWindow.Admits. A refused request is not counted: a client that keeps
    // asking is let in again as soon as there is room.
    private const string Script = """
        local current = tonumber(redis.call('GET', KEYS[1]) or '0')
        local previous = tonumber(redis.call('GET', KEYS[2]) or '0')
        if current + previous * tonumber(ARGV[2]) + 1 > tonumber(ARGV[1]) then
          return {0, current, previous}
        end
        current = redis.call('INCR', KEYS[1])
        if current == 1 then
          redis.call('PEXPIRE', KEYS[1], ARGV[3])
        end
        return {1, current, previous}
        """;

    private const int KeptMilliseconds = 2 * SlidingWindow.LengthMilliseconds;

    /// <summary>Takes one permit; null while there is no connection yet.</summary>
    /// <exception cref="RedisException">Redis was reached before and cannot be reached now.</exception>
    public async Task<RateLimitAnswer?> TakeAsync(Bucket bucket)
    {
        if (redis.Current is not { } connection)
        {
            return null;
        }

        var window = SlidingWindow.At(clock.GetUtcNow());
        var counts = (long[]?)await connection.GetDatabase().ScriptEvaluateAsync(
            Script,
            [KeyOf(bucket, window.Index), KeyOf(bucket, window.Index - 1)],
            [bucket.Permits, window.PreviousWeight.ToString("R", CultureInfo.InvariantCulture), KeptMilliseconds]);
        return window.Answer(counts![0] == 1, counts[1], counts[2], bucket.Permits);
    }

    // The braces keep both windows of a bucket on one node of a Redis cluster.
    private static RedisKey KeyOf(Bucket bucket, long window) =>
        string.Create(CultureInfo.InvariantCulture, $"gateway:rate:{{{bucket.Key}}}:{window}");
}
