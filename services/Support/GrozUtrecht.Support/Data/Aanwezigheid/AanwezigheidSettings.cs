using System.ComponentModel.DataAnnotations;

namespace GrozUtrecht.Support.Data.Aanwezigheid;

/// <summary>Configuration section <c>Support:Aanwezigheid</c>.</summary>
internal sealed class AanwezigheidSettings
{
    public const string Section = "Support:Aanwezigheid";

    /// <summary>How long somebody is present after a sign of life.</summary>
    [Range(typeof(TimeSpan), "00:00:30", "00:10:00")]
    public TimeSpan Geldigheid { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>How long a request waits for Redis before presence is unknown.</summary>
    [Range(10, 1_000)]
    public int RedisTimeoutMilliseconds { get; set; } = 100;

    /// <summary>How long Redis is left alone after it did not answer.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:01:00")]
    public TimeSpan RedisPause { get; set; } = TimeSpan.FromSeconds(2);
}
