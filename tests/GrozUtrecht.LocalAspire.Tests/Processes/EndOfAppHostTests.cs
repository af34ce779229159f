using System.Diagnostics;

namespace GrozUtrecht.LocalAspire.Tests.Processes;

public sealed class EndOfAppHostTests
{
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(10);

    // DCP looks every second whether the AppHost lives, and gives its processes 6 s to stop.
    private static readonly TimeSpan CleanupTimeout = TimeSpan.FromSeconds(20);

    [Theory]
    [InlineData("TERM", "redis", "postgres", "rabbitmq")]
    [InlineData("INT", "redis")]
    public async Task An_AppHost_stops_everything_within_ten_seconds_also_what_is_still_starting(string signal, params string[] healthy)
    {
        using var appHost = new AppHostProcess();
        await appHost.UntilHealthyAsync(healthy);
        var processes = ProcessTree.OfAppHost(appHost.Process.Id);

        Signal(signal, appHost.Process.Id);

        await AppHostProcess.UntilAsync(() => appHost.Process.HasExited, StopTimeout, "the AppHost to stop");
        await AppHostProcess.UntilAsync(() => processes.Names.Count == 0, StopTimeout, "every process to stop");
        Assert.Equal(0, appHost.Process.ExitCode);
    }

    [Fact]
    public async Task A_killed_AppHost_leaves_no_process_behind()
    {
        using var appHost = new AppHostProcess();
        await appHost.UntilHealthyAsync("redis", "postgres", "rabbitmq");
        var processes = ProcessTree.OfAppHost(appHost.Process.Id);
        Assert.Superset(new HashSet<string>(StringComparer.Ordinal) { "dcp", "redis-server", "postgres", "beam.smp", "epmd" }, processes.Names.ToHashSet(StringComparer.Ordinal));

        Signal("KILL", appHost.Process.Id);

        await AppHostProcess.UntilAsync(() => processes.Names.Count == 0, CleanupTimeout, "every process to be ended");
    }

    private static void Signal(string signal, int pid)
    {
        using var kill = Process.Start("kill", [$"-{signal}", pid.ToString()]);
        kill.WaitForExit();
    }
}
