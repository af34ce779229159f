using System.ComponentModel.DataAnnotations;

namespace GrozUtrecht.ServiceDefaults.Messaging;

/// <summary>The section <c>Messaging</c> of the configuration. The defaults are meant for production.</summary>
public sealed class MessagingOptions
{
    /// <summary>Put before every exchange and queue, so that tests and environments can share a broker. Lower case.</summary>
    [RegularExpression("^[a-z0-9-]*$"), MaxLength(60)]
    public string EntityPrefix { get; set; } = "";

    /// <summary>Pauses before a message that met <see cref="NotYetException"/> is delivered again; after the last one it fails.</summary>
    [MaxLength(50)]
    public IList<TimeSpan> DeferralDelays { get; } = [];

    /// <summary>How long the relay sleeps when nothing wakes it: the longest that an event of a killed replica waits.</summary>
    [Range(typeof(TimeSpan), "00:00:00.05", "00:01:00")]
    public TimeSpan OutboxPollInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Times that a message which the broker or the serialiser refuses is tried before it is parked.</summary>
    [Range(1, 100)]
    public int MaxPublishAttempts { get; set; } = 8;

    /// <summary>
    /// The first pause between those tries; each next one is three times as long, up to five minutes. Together they outlast a
    /// rolling release, in which a replica of the old release meets types that only the new one knows.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.01", "00:01:00")]
    public TimeSpan PublishRetryPause { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Messages that one consumer handles at the same time in one replica.</summary>
    [Range(1, 256)]
    public int ConcurrentMessages { get; set; } = 8;

    internal static readonly IReadOnlyList<TimeSpan> DefaultDeferralDelays =
    [
        TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(10),
        TimeSpan.FromMinutes(30), TimeSpan.FromHours(1), TimeSpan.FromHours(2), TimeSpan.FromHours(4), TimeSpan.FromHours(8),
    ];
}
