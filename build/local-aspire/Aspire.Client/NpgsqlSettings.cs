namespace Aspire.Npgsql;

/// <summary>The settings of Aspire.Npgsql. This stand-in adds no health check or telemetry of its own, whatever they say.</summary>
public sealed class NpgsqlSettings
{
    public string? ConnectionString { get; set; }

    public bool DisableHealthChecks { get; set; }

    public bool DisableTracing { get; set; }

    public bool DisableMetrics { get; set; }
}
