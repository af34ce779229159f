using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace GrozUtrecht.ServiceDefaults.Security;

/// <summary>
/// Validates a token once and remembers the outcome. A signature check costs over 100 microseconds, so it is paid once per token per
/// process and not once per request. Only valid outcomes are kept, under a hash of the token, until the token expires or the keys
/// may have rotated. Concurrent first requests share one check.
/// </summary>
internal sealed class ValidatedTokenCache(TimeProvider clock) : JsonWebTokenHandler, IDisposable
{
    /// <summary>Room for every client of the region with some tokens each; beyond it tokens are checked on every request.</summary>
    public const int MaximumTokens = 10_000;

    /// <summary>After so long a token is checked again, so that a key that was withdrawn stops working.</summary>
    public static readonly TimeSpan MaximumAge = TimeSpan.FromMinutes(2);

    private readonly MemoryCache validated = new(new MemoryCacheOptions { SizeLimit = MaximumTokens });
    private readonly ConcurrentDictionary<string, Task<TokenValidationResult>> running = new(StringComparer.Ordinal);

    private long validationCount;

    /// <summary>How many full validations were done, for tests.</summary>
    public long ValidationCount => Interlocked.Read(ref validationCount);

    public override async Task<TokenValidationResult> ValidateTokenAsync(string token, TokenValidationParameters validationParameters)
    {
        var key = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
        if (validated.TryGetValue<Entry>(key, out var entry) && clock.GetUtcNow() < entry!.UsableUntil)
        {
            return entry.Result;
        }

        try
        {
            var result = await running.GetOrAdd(key, _ => CheckAsync(token, validationParameters));
            Remember(key, result, validationParameters);
            return result;
        }
        finally
        {
            running.TryRemove(key, out _);
        }
    }

    public void Dispose() => validated.Dispose();

    private Task<TokenValidationResult> CheckAsync(string token, TokenValidationParameters parameters)
    {
        Interlocked.Increment(ref validationCount);
        return base.ValidateTokenAsync(token, parameters);
    }

    private void Remember(string key, TokenValidationResult result, TokenValidationParameters parameters)
    {
        if (!result.IsValid)
        {
            return;
        }

        var now = clock.GetUtcNow();
        var expiresOp = new DateTimeOffset(result.SecurityToken.ValidTo, TimeSpan.Zero) + parameters.ClockSkew;
        var usableUntil = expiresOp < now + MaximumAge ? expiresOp : now + MaximumAge;
        validated.Set(key, new Entry(result, usableUntil), new MemoryCacheEntryOptions
        {
            Size = 1,
            AbsoluteExpirationRelativeToNow = usableUntil > now ? usableUntil - now : TimeSpan.FromMilliseconds(1),
        });
    }

    private sealed record Entry(TokenValidationResult Result, DateTimeOffset UsableUntil);
}
