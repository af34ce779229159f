using System.Globalization;
using Microsoft.Extensions.Options;
using StackExchange.Redis;
using Presence = GrozUtrecht.Support.Domain.Buurten.Aanwezigheid;
using Rules = GrozUtrecht.Support.Domain.Buurten.Aanwezigheidsregel;

namespace GrozUtrecht.Support.Data.Aanwezigheid;

/// <summary>Who gave a sign of life, in Redis and nowhere else: it may be lost, and expires by itself.</summary>
internal sealed class Aanwezigheidsregister(RedisCircuit redis, IOptions<AanwezigheidSettings> settings, TimeProvider clock)
{
    /// <summary>Since when signs of life are kept. A Redis that lost everything has lost this too.</summary>
    public const string SinceKey = "support:{aanwezig}:sinds";

    private const string SignScript =
        """
        redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
        redis.call('SET', KEYS[2], ARGV[3], 'NX')
        return 1
        """;

    // The braces keep all keys on one node of a Redis cluster, as one script and one question need them.
    public static string KeyOf(Guid buurtassistentId) => $"support:{{aanwezig}}:{buurtassistentId:N}";

    /// <summary>Remembers a sign of life; unknown when it was not kept.</summary>
    public async Task<Presence> SignAsync(Guid buurtassistentId, Guid buurtId)
    {
        var kept = await redis.TryAsync(database => database.ScriptEvaluateAsync(
            SignScript,
            [KeyOf(buurtassistentId), SinceKey],
            [buurtId.ToString("N"), (long)settings.Value.Geldigheid.TotalMilliseconds, clock.GetUtcNow().ToUnixTimeMilliseconds()]));
        return kept is null ? Presence.Onbekend : Presence.Aanwezig;
    }

    /// <summary>Forgets the sign of life of who leaves; when that fails it expires.</summary>
    public async Task<Presence> LeaveAsync(Guid buurtassistentId)
    {
        var left = await redis.TryAsync(database => database.ScriptEvaluateAsync("return redis.call('DEL', KEYS[1])", [KeyOf(buurtassistentId)], []));
        return left is null ? Presence.Onbekend : Presence.Afwezig;
    }

    /// <summary>Who of these is present in this buurt, in the same order.</summary>
    public async Task<IReadOnlyList<Presence>> ReadAsync(Guid buurtId, IReadOnlyList<Guid> buurtassistenten)
    {
        RedisKey[] keys = [.. buurtassistenten.Select(id => (RedisKey)KeyOf(id)), SinceKey];
        var now = clock.GetUtcNow();
        var values = await redis.TryAsync(database => database.StringGetAsync(keys)) ?? new RedisValue[keys.Length];
        var since = SinceOf(values[^1]);
        return [.. values[..^1].Select(value => Rules.Of(BuurtOf(value), buurtId, since, now, settings.Value.Geldigheid))];
    }

    private static Guid? BuurtOf(RedisValue value) => Guid.TryParseExact((string?)value, "N", out var buurtId) ? buurtId : null;

    private static DateTimeOffset? SinceOf(RedisValue value) =>
        long.TryParse((string?)value, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)
            ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)
            : null;
}
