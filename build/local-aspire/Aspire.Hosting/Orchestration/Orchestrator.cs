using Aspire.Hosting.Dcp;
using Aspire.Hosting.Endpoints;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>Starts every resource as soon as it can start, and keeps what is known of it up to date.</summary>
internal sealed class Orchestrator(
    DistributedApplicationModel model, ResourceRuntime runtime, IConfiguration configuration) : IHostedService, IDisposable
{
    private static readonly TimeSpan WatchRetryInterval = TimeSpan.FromSeconds(1);

    // DCP kills what has not stopped after 6 s; an AppHost that is stopped is gone within 10 s.
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(7);

    private readonly CancellationTokenSource stopping = new();
    private readonly Dictionary<string, ResourceProcess> processes = new(StringComparer.Ordinal);
    private readonly List<Task> background = [];

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        AllocatePorts(configuration.GetValue("DcpPublisher:RandomizePorts", defaultValue: false));
        foreach (var resource in model.Resources)
        {
            await AddAsync(resource, cancellationToken);
        }

        background.Add(WatchAsync(stopping.Token));
        foreach (var resource in model.Resources)
        {
            background.Add(new HealthMonitor(resource, runtime.Notifications, runtime.Clock).RunAsync(stopping.Token));
        }

        foreach (var process in processes.Values)
        {
            process.Begin(stopping.Token);
        }

        runtime.Logger.LogInformation("Distributed application started. Press Ctrl+C to shut down.");
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        // A host may be stopped twice: by a signal, and when it is disposed of.
        if (stopping.IsCancellationRequested)
        {
            return;
        }

        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(StopTimeout);
        try
        {
            await Task.WhenAll(processes.Values.Select(process => process.StopAsync(timeout.Token)));
        }
        catch (Exception exception) when (exception is OperationCanceledException or HttpRequestException)
        {
            runtime.Logger.LogWarning("Not every process has stopped in time; the orchestrator goes on ending them.");
        }

        await stopping.CancelAsync();
        await Task.WhenAll(background).ContinueWith(_ => { }, cancellationToken, TaskContinuationOptions.None, TaskScheduler.Default);
    }

    public void Dispose()
    {
        stopping.Dispose();
        foreach (var process in processes.Values)
        {
            process.Dispose();
        }
    }

    private void AllocatePorts(bool randomize)
    {
        foreach (var endpoint in model.Resources.SelectMany(resource => resource.Annotations.OfType<Endpoint>()))
        {
            endpoint.AllocatedPort = randomize || endpoint.Port is null ? FreePorts.Take() : endpoint.Port;
        }
    }

    private async Task AddAsync(IResource resource, CancellationToken cancellationToken)
    {
        if (resource.Annotations.OfType<Launch>().SingleOrDefault() is { } launch)
        {
            var process = new ResourceProcess(resource, launch, runtime);
            process.AddCommands(stopping.Token);
            processes.Add(resource.ResourceId, process);
            await runtime.Notifications.PublishUpdateAsync(
                resource, _ => ProcessSnapshots.Initial(resource, runtime.Clock.GetUtcNow().UtcDateTime));
        }
        else if (resource is ParameterResource parameter)
        {
            await ParameterSnapshots.ShowAsync(parameter, runtime, cancellationToken);
        }
        else if (resource is IResourceWithParent child)
        {
            background.Add(ChildSnapshots.FollowParentAsync(child, runtime.Notifications, stopping.Token));
        }
    }

    private async Task WatchAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await foreach (var change in runtime.Executables.WatchAsync(cancellationToken))
                {
                    if (change.Type is not "DELETED" && processes.TryGetValue(change.Object.Name, out var process))
                    {
                        await process.ShowAsync(change.Object);
                    }
                }
            }
            catch (Exception exception) when (exception is HttpRequestException or IOException)
            {
                runtime.Logger.LogWarning(exception, "The orchestrator's watch broke off; watching again.");
            }

            await Task.Delay(WatchRetryInterval, runtime.Clock, cancellationToken);
        }
    }
}
