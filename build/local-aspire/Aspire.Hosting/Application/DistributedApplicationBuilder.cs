using System.Reflection;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Dashboard;
using Aspire.Hosting.Dcp;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting;

internal sealed class DistributedApplicationBuilder : IDistributedApplicationBuilder
{
    private static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(15);

    private readonly HostApplicationBuilder host;
    private readonly EntryPointObserver? observer;

    public DistributedApplicationBuilder(DistributedApplicationOptions options, EntryPointObserver? observer)
    {
        this.observer = observer;
        AppHostAssembly = options.AssemblyName is { } name ? Assembly.Load(name) : Assembly.GetEntryAssembly();
        var settings = new HostApplicationBuilderSettings { Args = options.Args };
        observer?.BuilderCreating(options, settings);
        AppHostDirectory = options.ProjectDirectory
            ?? AppHostAssembly?.Metadata(AppHostMetadata.ProjectDirectory)
            ?? Directory.GetCurrentDirectory();
        settings.ContentRootPath ??= AppHostDirectory;
        host = new(settings);
        Options = options;
        AddServices();
    }

    public DistributedApplicationOptions Options { get; }

    public ConfigurationManager Configuration => host.Configuration;

    public string AppHostDirectory { get; }

    public Assembly? AppHostAssembly { get; }

    public IHostEnvironment Environment => host.Environment;

    public IServiceCollection Services => host.Services;

    public DistributedApplicationExecutionContext ExecutionContext { get; } = new(DistributedApplicationOperation.Run);

    public IResourceCollection Resources { get; } = new ResourceCollection();

    public IResourceBuilder<T> AddResource<T>(T resource)
        where T : IResource
    {
        Resources.Add(resource);
        return CreateResourceBuilder(resource);
    }

    public IResourceBuilder<T> CreateResourceBuilder<T>(T resource)
        where T : IResource => new ResourceBuilder<T>(this, resource);

    public DistributedApplication Build()
    {
        observer?.Building(this);
        var application = new DistributedApplication(host.Build(), observer);
        observer?.Built(application);
        return application;
    }

    // Hosted services start in this order and stop in the opposite one.
    private void AddServices()
    {
        var waitBehavior = Options.DisableDashboard ? WaitBehavior.StopOnResourceUnavailable : WaitBehavior.WaitOnResourceUnavailable;
        Services.TryAddSingleton(TimeProvider.System);
        Services.AddHttpClient();
        Services.AddSingleton(Options);
        Services.AddSingleton(ExecutionContext);
        Services.AddSingleton(new DistributedApplicationModel(Resources));
        Services.AddSingleton(_ => new ResourceNotificationService(waitBehavior));
        Services.AddSingleton(services => new ResourceLoggerService(services.GetRequiredService<TimeProvider>()));
        Services.AddSingleton(services => new ResourceCommandService(
            services.GetRequiredService<ResourceNotificationService>(), services.GetRequiredService<ResourceLoggerService>()));
        var bundle = new DcpBundle(this);
        Services.AddSingleton(bundle);
        Services.AddSingleton<DcpSession>();
        Services.AddSingleton<DcpServer>();
        Services.AddSingleton<DcpExecutables>();
        Services.AddHostedService(services => services.GetRequiredService<DcpServer>());
        if (!Options.DisableDashboard)
        {
            this.AddDashboard(bundle);
        }

        Services.AddSingleton(services => new ResourceRuntime(
            services.GetRequiredService<DcpExecutables>(),
            services.GetRequiredService<DcpSession>(),
            services.GetRequiredService<ResourceNotificationService>(),
            services.GetRequiredService<ResourceLoggerService>(),
            services.GetRequiredService<ILoggerFactory>().CreateLogger("Aspire.Hosting"),
            waitBehavior,
            services.GetRequiredService<TimeProvider>()));
        Services.AddHostedService<Orchestrator>();
        Services.Configure<HostOptions>(hostOptions => hostOptions.ShutdownTimeout = ShutdownTimeout);
        host.Logging.AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Warning);
    }
}
