using System.Threading.Channels;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Hosting;
using Resource = Aspire.Hosting.Dashboard.Contract.Resource;

namespace Aspire.Hosting.Dashboard;

/// <summary>
/// The newest state of every resource as the dashboard knows it, for watchers that come and go (each browser tab's server
/// reconnects): first all that is known, then each change, with nothing missed in between.
/// </summary>
internal sealed class ResourceFeed(ResourceNotificationService notifications, TimeProvider clock) : BackgroundService
{
    // A watcher that falls this far behind is slow beyond repair: it is let go, and the dashboard connects anew.
    private const int MaxPendingChanges = 10_000;

    private readonly Lock gate = new();
    private readonly Dictionary<string, Resource> resources = new(StringComparer.Ordinal);
    private readonly HashSet<Channel<Resource>> watchers = [];
    private readonly DateTimeOffset startedAt = clock.GetUtcNow();

    public Watch Subscribe()
    {
        var channel = Channel.CreateBounded<Resource>(new BoundedChannelOptions(MaxPendingChanges) { SingleReader = true });
        lock (gate)
        {
            watchers.Add(channel);
            return new([.. resources.Values], channel.Reader, new Unsubscriber(this, channel));
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var change in notifications.WatchAsync(stoppingToken))
        {
            Publish(ResourceMapping.ToContract(change, startedAt, await ConnectionStringAsync(change, stoppingToken)));
        }
    }

    // Before a server runs, its port or its password may not be known yet. What a parameter holds is shown as its value.
    private static async ValueTask<string?> ConnectionStringAsync(ResourceEvent change, CancellationToken cancellationToken) =>
        change.Resource is IResourceWithConnectionString connection and not ParameterResource
            && change.Snapshot.State?.Text == KnownResourceStates.Running
            ? await connection.GetConnectionStringAsync(cancellationToken)
            : null;

    private void Publish(Resource resource)
    {
        lock (gate)
        {
            resources[resource.Name] = resource;
            foreach (var watcher in watchers)
            {
                if (!watcher.Writer.TryWrite(resource))
                {
                    watcher.Writer.TryComplete();
                }
            }
        }
    }

    /// <summary>What was known at the start, and what changed since.</summary>
    internal sealed record Watch(Resource[] Initial, ChannelReader<Resource> Changes, IDisposable Subscription);

    private sealed class Unsubscriber(ResourceFeed feed, Channel<Resource> channel) : IDisposable
    {
        public void Dispose()
        {
            lock (feed.gate)
            {
                feed.watchers.Remove(channel);
            }
        }
    }
}
