using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>Knows the current state of every resource and tells who watches of each change.</summary>
public class ResourceNotificationService : IDisposable
{
    private readonly Lock sync = new();
    private readonly Dictionary<string, ResourceEvent> current = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<Channel<ResourceEvent>> watchers = [];
    private readonly WaitBehavior defaultWaitBehavior;

    internal ResourceNotificationService(WaitBehavior defaultWaitBehavior) => this.defaultWaitBehavior = defaultWaitBehavior;

    public Task PublishUpdateAsync(IResource resource, Func<CustomResourceSnapshot, CustomResourceSnapshot> stateFactory) =>
        PublishUpdateAsync(resource, resource.ResourceId, stateFactory);

    public Task PublishUpdateAsync(
        IResource resource, string resourceId, Func<CustomResourceSnapshot, CustomResourceSnapshot> stateFactory)
    {
        lock (sync)
        {
            var previous = current.GetValueOrDefault(resourceId)?.Snapshot
                ?? new CustomResourceSnapshot { ResourceType = resource.GetType().Name, Properties = [] };
            var snapshot = stateFactory(previous);
            if (snapshot != previous)
            {
                Tell(new(resource, resourceId, snapshot));
            }
        }

        return Task.CompletedTask;
    }

    /// <summary>Every resource as it is now, and every change from here on.</summary>
    public async IAsyncEnumerable<ResourceEvent> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var channel = Subscribe();
        try
        {
            await foreach (var change in channel.Reader.ReadAllAsync(cancellationToken))
            {
                yield return change;
            }
        }
        finally
        {
            lock (sync)
            {
                watchers.Remove(channel);
            }
        }
    }

    /// <summary>Finds a resource by its id, or by its name.</summary>
    public bool TryGetCurrentState(string resourceId, [NotNullWhen(true)] out ResourceEvent? resourceEvent)
    {
        lock (sync)
        {
            resourceEvent = current.GetValueOrDefault(resourceId)
                ?? current.Values.FirstOrDefault(known => string.Equals(known.Resource.Name, resourceId, StringComparison.OrdinalIgnoreCase));
        }

        return resourceEvent is not null;
    }

    public Task WaitForResourceAsync(string resourceName, string? targetState = null, CancellationToken cancellationToken = default) =>
        WaitForResourceAsync(resourceName, [targetState ?? KnownResourceStates.Running], cancellationToken);

    public async Task<string> WaitForResourceAsync(
        string resourceName, IEnumerable<string> targetStates, CancellationToken cancellationToken = default)
    {
        var wanted = targetStates.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var change = await WaitForResourceAsync(
            resourceName, change => change.Snapshot.State is { } state && wanted.Contains(state.Text), cancellationToken);
        return change.Snapshot.State!.Text;
    }

    public async Task<ResourceEvent> WaitForResourceAsync(
        string resourceName, Func<ResourceEvent, bool> predicate, CancellationToken cancellationToken = default)
    {
        await foreach (var change in WatchAsync(cancellationToken))
        {
            if (string.Equals(change.Resource.Name, resourceName, StringComparison.OrdinalIgnoreCase) && predicate(change))
            {
                return change;
            }
        }

        throw new OperationCanceledException($"The application stopped before resource '{resourceName}' was what was waited for.");
    }

    public Task<ResourceEvent> WaitForResourceHealthyAsync(string resourceName, CancellationToken cancellationToken = default) =>
        WaitForResourceHealthyAsync(resourceName, defaultWaitBehavior, cancellationToken);

    public async Task<ResourceEvent> WaitForResourceHealthyAsync(
        string resourceName, WaitBehavior waitBehavior, CancellationToken cancellationToken = default)
    {
        var change = await WaitForResourceAsync(
            resourceName,
            change => IsHealthy(change) || (waitBehavior is WaitBehavior.StopOnResourceUnavailable && change.HasEnded),
            cancellationToken);
        return IsHealthy(change)
            ? change
            : throw new DistributedApplicationException(
                $"Resource '{resourceName}' is {change.Snapshot.State!.Text} (exit code {change.Snapshot.ExitCode?.ToString() ?? "unknown"}), so it does not become healthy.");

        static bool IsHealthy(ResourceEvent change) =>
            change.Snapshot.HealthStatus is Microsoft.Extensions.Diagnostics.HealthChecks.HealthStatus.Healthy;
    }

    public void Dispose()
    {
        lock (sync)
        {
            watchers.ForEach(watcher => watcher.Writer.TryComplete());
        }

        GC.SuppressFinalize(this);
    }

    private Channel<ResourceEvent> Subscribe()
    {
        // A watcher must see every state, so nothing is dropped; the number of changes is bounded by what people and processes do.
        var channel = Channel.CreateUnbounded<ResourceEvent>(new() { SingleReader = true });
        lock (sync)
        {
            foreach (var known in current.Values)
            {
                channel.Writer.TryWrite(known);
            }

            watchers.Add(channel);
        }

        return channel;
    }

    private void Tell(ResourceEvent change)
    {
        current[change.ResourceId] = change;
        watchers.ForEach(watcher => watcher.Writer.TryWrite(change));
    }
}
