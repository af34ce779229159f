using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting;

/// <summary>
/// Lets a test run an AppHost's own entry point: it stops the entry point where it builds the application, hands builder and
/// application over, and lets the entry point end when the test is done.
/// </summary>
internal sealed class EntryPointObserver(Action<DistributedApplicationOptions, HostApplicationBuilderSettings> configure)
{
    private static readonly AsyncLocal<EntryPointObserver?> CurrentObserver = new();

    private readonly TaskCompletionSource<DistributedApplicationBuilder> building = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<DistributedApplication> built = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ManualResetEventSlim mayBuild = new();

    /// <summary>The observer of the entry point that is running here, if any.</summary>
    public static EntryPointObserver? Current
    {
        get => CurrentObserver.Value;
        set => CurrentObserver.Value = value;
    }

    public Task<DistributedApplicationBuilder> ReadyToBuild => building.Task;

    public Task<DistributedApplication> Application => built.Task;

    public Task TestEnded => ended.Task;

    public void BuilderCreating(DistributedApplicationOptions options, HostApplicationBuilderSettings settings) => configure(options, settings);

    public void Failed(Exception exception)
    {
        building.TrySetException(exception);
        built.TrySetException(exception);
    }

    /// <summary>Called where the entry point builds: waits until the test has said what it wants changed.</summary>
    public void Building(DistributedApplicationBuilder builder)
    {
        building.TrySetResult(builder);
        mayBuild.Wait();
    }

    public void AllowBuild() => mayBuild.Set();

    public void Built(DistributedApplication application) => built.TrySetResult(application);

    public void EndTest()
    {
        mayBuild.Set();
        ended.TrySetResult();
    }
}
