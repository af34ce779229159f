using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Dcp;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting;

/// <summary>A built application: starts and stops its resources.</summary>
public class DistributedApplication : IHost, IAsyncDisposable
{
    private readonly IHost host;
    private readonly EntryPointObserver? observer;

    internal DistributedApplication(IHost host, EntryPointObserver? observer)
    {
        this.host = host;
        this.observer = observer;
    }

    public IServiceProvider Services => host.Services;

    public ResourceNotificationService ResourceNotifications => Services.GetRequiredService<ResourceNotificationService>();

    public ResourceCommandService ResourceCommands => Services.GetRequiredService<ResourceCommandService>();

    public static IDistributedApplicationBuilder CreateBuilder() => CreateBuilder([]);

    public static IDistributedApplicationBuilder CreateBuilder(string[] args) =>
        CreateBuilder(new DistributedApplicationOptions { Args = args });

    public static IDistributedApplicationBuilder CreateBuilder(DistributedApplicationOptions options) =>
        new DistributedApplicationBuilder(options, EntryPointObserver.Current);

    public virtual Task StartAsync(CancellationToken cancellationToken = default)
    {
        Services.GetRequiredService<DcpBundle>().RequireInstalled();
        return host.StartAsync(cancellationToken);
    }

    public virtual Task StopAsync(CancellationToken cancellationToken = default) => host.StopAsync(cancellationToken);

    /// <summary>Runs until Ctrl-C or SIGTERM. What a person can mend is one line on the error stream and exit code 1, not a stack trace.</summary>
    public virtual async Task RunAsync(CancellationToken cancellationToken = default)
    {
        if (observer is not null)
        {
            // A test runs the entry point, and starts and stops the application itself.
            await observer.TestEnded;
            return;
        }

        try
        {
            Services.GetRequiredService<DcpBundle>().RequireInstalled();
            await host.RunAsync(cancellationToken);
        }
        catch (DistributedApplicationException failure)
        {
            await Console.Error.WriteLineAsync(failure.Message);
            Environment.ExitCode = 1;
        }
    }

    public virtual void Dispose()
    {
        observer?.EndTest();
        host.Dispose();
        GC.SuppressFinalize(this);
    }

    public virtual async ValueTask DisposeAsync()
    {
        observer?.EndTest();
        await StopAsync();
        await ((IAsyncDisposable)host).DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
