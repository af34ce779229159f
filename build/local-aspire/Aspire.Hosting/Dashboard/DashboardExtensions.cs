using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Dcp;
using Aspire.Hosting.Endpoints;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Dashboard;

internal static class DashboardExtensions
{
    private const string AppHostSuffix = ".AppHost";

    /// <summary>Adds the dashboard before everything else, so that a person can watch the rest start.</summary>
    public static void AddDashboard(this DistributedApplicationBuilder builder, DcpBundle bundle)
    {
        var settings = DashboardSettings.Prepare(builder.Configuration);
        var dashboard = new DashboardResource();
        dashboard.Annotations.Add(new ResourceInstance());
        dashboard.Annotations.Add(new Launch(_ => Describe(bundle, settings, builder.Environment.EnvironmentName)));
        builder.Resources.Add(dashboard);

        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton(dashboard);
        builder.Services.AddSingleton<ResourceFeed>();
        builder.Services.AddSingleton(services => new ResourceService(
            ShownName(builder.Environment.ApplicationName),
            services.GetRequiredService<ResourceFeed>(),
            services.GetRequiredService<ResourceLoggerService>(),
            services.GetRequiredService<ResourceCommandService>()));
        builder.Services.AddHostedService(services => services.GetRequiredService<ResourceFeed>());
        builder.Services.AddHostedService<ResourceServiceHost>();
        builder.Services.AddHostedService<DashboardAnnouncer>();
    }

    private static ProcessSpec Describe(DcpBundle bundle, DashboardSettings settings, string environmentName)
    {
        // The dashboard itself would only print a stack trace.
        foreach (var address in new[] { settings.Frontend, settings.OtlpGrpc, settings.OtlpHttp })
        {
            if (!FreePorts.IsFree(address.Port))
            {
                throw new DistributedApplicationException(
                    $"The dashboard's port {address.Port} is in use: stop what listens there, or set DcpPublisher__RandomizePorts=true.");
            }
        }

        return new()
        {
            ExecutablePath = bundle.Managed,
            Arguments = ["dashboard"],
            WorkingDirectory = Path.GetDirectoryName(bundle.Managed)!,
            Environment = DashboardEnvironment.Of(settings, environmentName),
        };
    }

    private static string ShownName(string applicationName) =>
        applicationName.EndsWith(AppHostSuffix, StringComparison.OrdinalIgnoreCase) && applicationName.Length > AppHostSuffix.Length
            ? applicationName[..^AppHostSuffix.Length]
            : applicationName;
}
