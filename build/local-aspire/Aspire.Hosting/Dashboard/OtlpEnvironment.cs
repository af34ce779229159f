using Microsoft.Extensions.Configuration;

namespace Aspire.Hosting.Dashboard;

/// <summary>What a project is told about telemetry: where to send it, with which key, and under which name the dashboard finds it.</summary>
internal static class OtlpEnvironment
{
    // The exporters' own pauses (5 to 60 seconds) are meant for production; who looks at a dashboard wants it now.
    private const string ExportIntervalMilliseconds = "1000";

    public static Dictionary<string, string> Of(IConfiguration configuration, string resourceName, string instanceId)
    {
        var environment = new Dictionary<string, string>(StringComparer.Ordinal);
        if (configuration["ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL"] is not { Length: > 0 } endpoint)
        {
            return environment;
        }

        environment["OTEL_EXPORTER_OTLP_ENDPOINT"] = endpoint;
        environment["OTEL_EXPORTER_OTLP_PROTOCOL"] = "grpc";
        environment["OTEL_SERVICE_NAME"] = resourceName;
        environment["OTEL_RESOURCE_ATTRIBUTES"] = $"service.instance.id={instanceId}";
        environment["OTEL_BLRP_SCHEDULE_DELAY"] = ExportIntervalMilliseconds;
        environment["OTEL_BSP_SCHEDULE_DELAY"] = ExportIntervalMilliseconds;
        environment["OTEL_METRIC_EXPORT_INTERVAL"] = ExportIntervalMilliseconds;
        environment["OTEL_TRACES_SAMPLER"] = "always_on";
        environment["OTEL_METRICS_EXEMPLAR_FILTER"] = "trace_based";
        if (configuration["AppHost:OtlpApiKey"] is { Length: > 0 } key)
        {
            environment["OTEL_EXPORTER_OTLP_HEADERS"] = $"x-otlp-api-key={key}";
        }

        return environment;
    }
}
