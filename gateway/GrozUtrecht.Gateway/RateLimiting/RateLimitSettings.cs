using System.ComponentModel.DataAnnotations;

namespace GrozUtrecht.Gateway.RateLimiting;

/// <summary>How many requests a client may make: configuration section <c>RateLimit</c>.</summary>
internal sealed class RateLimitSettings
{
    public const string Section = "RateLimit";
    private const int MaximumPermits = 10_000_000;

    /// <summary>For a client with a valid token.</summary>
    [Range(1, MaximumPermits)]
    public int PermitsPerMinute { get; set; } = 600;

    /// <summary>For an address without a valid token.</summary>
    [Range(1, MaximumPermits)]
    public int AnonymousPermitsPerMinute { get; set; } = 300;

    /// <summary>For an address that asks for tokens: guessing secrets must be slow.</summary>
    [Range(1, MaximumPermits)]
    public int TokenPermitsPerMinute { get; set; } = 60;

    /// <summary>How long a request waits for Redis before the gateway counts for itself.</summary>
    [Range(1, 1_000)]
    public int RedisTimeoutMilliseconds { get; set; } = 50;

    /// <summary>How long Redis is left alone after it did not answer.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "00:01:00")]
    public TimeSpan RedisPause { get; set; } = TimeSpan.FromSeconds(1);
}
