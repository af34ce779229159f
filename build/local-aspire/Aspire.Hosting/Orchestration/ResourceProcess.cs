using Aspire.Hosting.Dcp;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>
/// The process of one resource: waits for what it needs, starts, and obeys the commands start, stop and restart. One attempt to
/// start is under way at a time.
/// </summary>
internal sealed class ResourceProcess(IResource resource, Launch launch, ResourceRuntime runtime) : IDisposable
{
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(15);

    private readonly SemaphoreSlim commandGate = new(1, 1);
    private readonly string id = resource.ResourceId;
    private CancellationTokenSource attempt = new();
    private bool isCreated;
    private string? currentUid;
    private string? removedUid;

    private ILogger Log => runtime.Loggers.GetLogger(resource);

    private bool IsStopped => runtime.Notifications.TryGetCurrentState(id, out var known)
        && (known.Snapshot.State?.Text == KnownResourceStates.NotStarted || known.HasEnded);

    public void AddCommands(CancellationToken stopping)
    {
        Add(KnownResourceCommands.StartCommand, StartAsync);
        Add(KnownResourceCommands.StopCommand, StopAsync);
        Add(KnownResourceCommands.RestartCommand, async cancellationToken =>
        {
            await StopAsync(cancellationToken);
            await StartAsync(cancellationToken);
        });

        void Add(string name, Func<CancellationToken, Task> execute) => resource.Annotations.Add(new ResourceCommand(
            name, cancellationToken => ExecuteAsync(execute, cancellationToken)));

        async Task StartAsync(CancellationToken cancellationToken)
        {
            if (IsStopped)
            {
                await runtime.Executables.RemoveAsync(id, cancellationToken);
                removedUid = currentUid;
                isCreated = false;

                // Who waits for the resource from here on must not see how it ended before.
                await SetStateAsync(KnownResourceStates.Starting);
                Begin(stopping);
            }
        }
    }

    /// <summary>Starts as soon as the dependencies are ready; what goes wrong becomes the state of the resource.</summary>
    public void Begin(CancellationToken stopping)
    {
        attempt.Cancel();
        attempt.Dispose();
        attempt = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        _ = RunAttemptAsync(attempt.Token);
    }

    /// <summary>Takes over what DCP says of the process, unless it speaks of one that has been replaced.</summary>
    public async Task ShowAsync(DcpExecutable executable)
    {
        currentUid = executable.Metadata.Uid;
        if (currentUid != removedUid)
        {
            await runtime.Notifications.PublishUpdateAsync(resource, id, snapshot => ProcessSnapshots.Update(snapshot, resource, executable));
        }
    }

    /// <summary>Stops the process, or the wait for what it needs.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (!isCreated)
        {
            await attempt.CancelAsync();
            await SetStateAsync(KnownResourceStates.NotStarted);
            return;
        }

        if (IsStopped)
        {
            return;
        }

        await SetStateAsync(KnownResourceStates.Stopping);
        await runtime.Executables.StopAsync(id, cancellationToken);
        await runtime.Notifications
            .WaitForResourceAsync(resource.Name, change => change.HasEnded, cancellationToken)
            .WaitAsync(StopTimeout, runtime.Clock, cancellationToken);
    }

    public void Dispose()
    {
        attempt.Dispose();
        commandGate.Dispose();
    }

    private async Task RunAttemptAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Dependencies.WaitAsync(resource, runtime, cancellationToken);
            await StartProcessAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Stopped, or replaced by a later attempt.
        }
        catch (Exception failure)
        {
            // Nobody awaits an attempt: what went wrong is told here, on the resource itself and on the AppHost's console.
            Log.LogError("{Message}", failure.Message);
            runtime.Logger.LogError("Resource '{Resource}' failed to start. {Message}", resource.Name, failure.Message);
            await SetStateAsync(new(KnownResourceStates.FailedToStart, KnownResourceStateStyles.Error));
        }
    }

    private async Task StartProcessAsync(CancellationToken cancellationToken)
    {
        await SetStateAsync(KnownResourceStates.Starting);
        RequireFreePorts();
        var environment = await ProcessInput.EnvironmentAsync(resource, cancellationToken);
        var arguments = ProcessInput.Arguments(resource);
        var data = resource.Annotations.OfType<DataVolume>().LastOrDefault()?.Path ?? runtime.Session.DataOf(resource.Name);
        var process = launch.Describe(new(environment, arguments, data));
        await runtime.Notifications.PublishUpdateAsync(
            resource, id, snapshot => ProcessSnapshots.Describe(snapshot, resource, process, environment));
        cancellationToken.ThrowIfCancellationRequested();
        isCreated = true;
        await runtime.Executables.StartAsync(id, process, cancellationToken);
        await runtime.Executables.CopyLogsAsync(id, runtime.Loggers.LogOf(id), cancellationToken);
    }

    private void RequireFreePorts()
    {
        foreach (var endpoint in resource.Annotations.OfType<Endpoint>())
        {
            if (endpoint.AllocatedPort is { } port && !Endpoints.FreePorts.IsFree(port))
            {
                throw new DistributedApplicationException(
                    $"Port {port} of '{resource.Name}' is in use. See by what with: ss -ltnp 'sport = :{port}'; stop that, or set DcpPublisher__RandomizePorts=true to run beside it.");
            }
        }
    }

    private async Task<ExecuteCommandResult> ExecuteAsync(Func<CancellationToken, Task> execute, CancellationToken cancellationToken)
    {
        await commandGate.WaitAsync(cancellationToken);
        try
        {
            await execute(cancellationToken);
            return CommandResults.Success();
        }
        catch (Exception failure) when (failure is HttpRequestException or TimeoutException)
        {
            return CommandResults.Failure(failure.Message);
        }
        finally
        {
            commandGate.Release();
        }
    }

    private Task SetStateAsync(ResourceStateSnapshot? state) =>
        runtime.Notifications.PublishUpdateAsync(resource, id, snapshot => ProcessSnapshots.With(snapshot, resource, state));
}
