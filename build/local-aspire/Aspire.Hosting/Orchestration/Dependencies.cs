using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>Holds a resource back until what it waits for is ready.</summary>
internal static class Dependencies
{
    public static async Task WaitAsync(IResource resource, ResourceRuntime runtime, CancellationToken cancellationToken)
    {
        var waits = resource.Annotations.OfType<Wait>().ToArray();
        if (waits.Length == 0)
        {
            return;
        }

        await runtime.Notifications.PublishUpdateAsync(
            resource, snapshot => ProcessSnapshots.With(snapshot, resource, KnownResourceStates.Waiting));
        await Task.WhenAll(waits.Select(wait => wait.ExitCode is { } exitCode
            ? WaitForCompletionAsync(resource, wait.Dependency.Name, exitCode, runtime, cancellationToken)
            : WaitForHealthyAsync(resource, wait.Dependency.Name, runtime, cancellationToken)));
    }

    private static async Task WaitForHealthyAsync(
        IResource resource, string dependency, ResourceRuntime runtime, CancellationToken cancellationToken)
    {
        runtime.Loggers.GetLogger(resource).LogInformation("Waiting for resource '{Dependency}' to become healthy...", dependency);
        await runtime.Notifications.WaitForResourceHealthyAsync(dependency, runtime.WaitBehavior, cancellationToken);
    }

    private static async Task WaitForCompletionAsync(
        IResource resource, string dependency, int exitCode, ResourceRuntime runtime, CancellationToken cancellationToken)
    {
        runtime.Loggers.GetLogger(resource).LogInformation("Waiting for resource '{Dependency}' to complete...", dependency);
        var change = await runtime.Notifications.WaitForResourceAsync(dependency, change => change.HasEnded, cancellationToken);
        if (change.Snapshot.ExitCode != exitCode)
        {
            throw new DistributedApplicationException(
                $"Resource '{dependency}' ended with exit code {change.Snapshot.ExitCode?.ToString() ?? "unknown"}, expected {exitCode}.");
        }
    }
}
