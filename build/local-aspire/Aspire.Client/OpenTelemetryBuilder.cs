using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace OpenTelemetry
{
    /// <summary>OpenTelemetry.Extensions.Hosting's builder; its <c>WithTracing</c> and <c>WithMetrics</c> are the ones of the OpenTelemetry package.</summary>
    public sealed class OpenTelemetryBuilder : IOpenTelemetryBuilder
    {
        internal OpenTelemetryBuilder(IServiceCollection services) => Services = services;

        public IServiceCollection Services { get; }
    }

    // Providers are made when they are first asked for, so something must ask before the first request.
    internal sealed class TelemetryStarter(IServiceProvider services) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            _ = services.GetService<TracerProvider>();
            _ = services.GetService<MeterProvider>();
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}

namespace Microsoft.Extensions.DependencyInjection
{
    /// <summary>OpenTelemetry.Extensions.Hosting's entry.</summary>
    public static class OpenTelemetryServicesExtensions
    {
        public static OpenTelemetry.OpenTelemetryBuilder AddOpenTelemetry(this IServiceCollection services)
        {
            services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, OpenTelemetry.TelemetryStarter>());
            return new OpenTelemetry.OpenTelemetryBuilder(services);
        }
    }
}
