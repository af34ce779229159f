using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace GrozUtrecht.ServiceDefaults.Telemetry;

/// <summary>Traces, metrics and logs over OTLP to whoever listens: the Aspire dashboard in development.</summary>
internal static class TelemetrySetup
{
    // RabbitMQ.Client.Subscriber is left out: it starts orphan traces beside MassTransit's own spans.
    private static readonly string[] Sources =
        ["Microsoft.AspNetCore", "System.Net.Http", "Npgsql", "MassTransit", "Yarp.ReverseProxy", "GrozUtrecht.Outbox"];

    private static readonly string[] Meters =
    [
        "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.RateLimiting", "System.Net.Http",
        "System.Runtime", "Npgsql", "MassTransit", "Yarp.ReverseProxy", "GrozUtrecht.Outbox",
    ];

    public static void AddTelemetry(this IHostApplicationBuilder builder, string ownName)
    {
        // .NET 10 leaves http.* tags off server spans unless this says otherwise; it is read when the server starts.
        AppContext.SetSwitch("Microsoft.AspNetCore.Hosting.SuppressActivityOpenTelemetryData", false);

        // Four lines about every request and probe say less than its span does.
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        // Without a listener, making spans and measurements would only cost time.
        if (string.IsNullOrEmpty(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]))
        {
            return;
        }

        builder.Logging.AddOpenTelemetry(logging =>
        {
            logging.IncludeFormattedMessage = true;
            logging.IncludeScopes = true;
        });
        builder.Services.AddOpenTelemetry()
            .WithTracing(tracing => tracing.AddSource([.. Sources, ownName]))
            .WithMetrics(metrics => metrics.AddMeter([.. Meters, ownName]))
            .UseOtlpExporter();
    }
}
