namespace Aspire.StackExchange.Redis;

/// <summary>The settings of Aspire.StackExchange.Redis. This stand-in adds no health check or telemetry of its own, whatever they say.</summary>
public sealed class StackExchangeRedisSettings
{
    public string? ConnectionString { get; set; }

    public bool DisableHealthChecks { get; set; }

    public bool DisableTracing { get; set; }
}
