using System.ComponentModel.DataAnnotations;

namespace GrozUtrecht.Gateway.Routing;

/// <summary>How long the gateway waits: configuration section <c>Gateway</c>.</summary>
internal sealed class GatewaySettings
{
    public const string Section = "Gateway";

    /// <summary>Below YARP's own limit on a silent replica, so that one clock decides.</summary>
    public static readonly TimeSpan MaximumRequestTimeout = TimeSpan.FromSeconds(90);

    /// <summary>How long a request may take in all before the client hears 504.</summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "00:01:30")]
    public TimeSpan RequestTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The same for the services named here, where one needs more or less.</summary>
    public Dictionary<string, TimeSpan> RequestTimeouts { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>How long a connection to a replica may take before the replica counts as down.</summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "00:00:30")]
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How long a replica that was down is left alone.</summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "00:10:00")]
    public TimeSpan ReactivationPeriod { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The time that a request to this service may take.</summary>
    public TimeSpan TimeoutOf(RoutedService service) => RequestTimeouts.GetValueOrDefault(service.Name, RequestTimeout);
}
