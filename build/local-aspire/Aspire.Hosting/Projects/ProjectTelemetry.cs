using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Configuration;

namespace Aspire.Hosting.Projects;

/// <summary>Points a project's telemetry at the dashboard, quickly enough to be looked at while developing.</summary>
internal static class ProjectTelemetry
{
    /// <summary>The key that the dashboard asks of who sends telemetry; made when the builder is.</summary>
    public const string ApiKey = "AppHost:OtlpApiKey";

    private const string EndpointUrl = "ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL";
    private const string ExportIntervalMilliseconds = "1000";

    public static EnvironmentSource Of(ProjectResource resource, ConfigurationManager configuration) => new(environment =>
    {
        Set("OTEL_SERVICE_NAME", resource.Name);
        Set("OTEL_RESOURCE_ATTRIBUTES", $"service.instance.id={resource.InstanceSuffix}");
        Set("OTEL_BLRP_SCHEDULE_DELAY", ExportIntervalMilliseconds);
        Set("OTEL_BSP_SCHEDULE_DELAY", ExportIntervalMilliseconds);
        Set("OTEL_METRIC_EXPORT_INTERVAL", ExportIntervalMilliseconds);
        Set("OTEL_TRACES_SAMPLER", "always_on");
        Set("OTEL_METRICS_EXEMPLAR_FILTER", "trace_based");

        // Without a dashboard there is nobody to send to.
        if (configuration[EndpointUrl] is { Length: > 0 } endpoint)
        {
            Set("OTEL_EXPORTER_OTLP_ENDPOINT", endpoint);
            Set("OTEL_EXPORTER_OTLP_PROTOCOL", "grpc");
            Set("OTEL_EXPORTER_OTLP_HEADERS", $"x-otlp-api-key={configuration[ApiKey]}");
        }

        void Set(string name, string value) => environment[name] = new TextValue(value);
    });
}
