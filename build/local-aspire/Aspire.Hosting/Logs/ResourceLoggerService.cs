using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>The console of every resource: what its process wrote, and what the orchestrator has to say about it.</summary>
public class ResourceLoggerService : IDisposable
{
    private readonly ConcurrentDictionary<string, ResourceLog> logs = new(StringComparer.OrdinalIgnoreCase);
    private readonly TimeProvider clock;

    internal ResourceLoggerService(TimeProvider clock) => this.clock = clock;

    /// <summary>A logger that writes into the console of the resource.</summary>
    public ILogger GetLogger(IResource resource) => new ResourceLogger(LogOf(resource.ResourceId), clock);

    /// <summary>The kept lines and every new line, by resource id.</summary>
    public IAsyncEnumerable<IReadOnlyList<LogLine>> WatchAsync(string resourceName) => LogOf(resourceName).FollowAsync();

    public IAsyncEnumerable<IReadOnlyList<LogLine>> WatchAsync(IResource resource) => WatchAsync(resource.ResourceId);

    /// <summary>The kept lines, by resource id.</summary>
    public IAsyncEnumerable<IReadOnlyList<LogLine>> GetAllAsync(string resourceName) =>
        new[] { LogOf(resourceName).Kept() }.ToAsyncEnumerable();

    public IAsyncEnumerable<IReadOnlyList<LogLine>> GetAllAsync(IResource resource) => GetAllAsync(resource.ResourceId);

    public void Dispose()
    {
        foreach (var log in logs.Values)
        {
            log.Complete();
        }

        GC.SuppressFinalize(this);
    }

    internal ResourceLog LogOf(string resourceId) => logs.GetOrAdd(resourceId, _ => new());
}
