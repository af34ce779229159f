using System.Net;
using System.Net.Sockets;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.DependencyInjection;

namespace GrozUtrecht.LocalAspire.Tests.Stacks;

public sealed class FailureTests : IDisposable
{
    private readonly TestStacks stacks = new();

    public void Dispose() => stacks.Dispose();

    [Fact]
    public async Task A_failed_process_shows_its_exit_code_and_what_waited_for_it_fails_too()
    {
        await using var app = await StartAsync("failures");

        var broken = await app.ResourceNotifications.WaitForResourceAsync("broken", change => change.Snapshot.ExitCode is not null);
        var dependent = await FailedAsync(app, "dependent");

        Assert.Equal(KnownResourceStates.Exited, broken.Snapshot.State?.Text);
        Assert.Equal(3, broken.Snapshot.ExitCode);
        Assert.Contains("Resource 'broken' ended with exit code 3, expected 0.", await LogAsync(app, dependent), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_named()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        await using var app = await StartAsync("redis", $"--RedisPort={port}", "--DcpPublisher:RandomizePorts=false");

        var redis = await FailedAsync(app, "fixed-redis");

        Assert.Contains($"Port {port} of 'fixed-redis' is in use.", await LogAsync(app, redis), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_bundle_is_told_with_the_remedy()
    {
        var builder = await stacks.CreateAsync("redis", $"--LocalAspire:Bundle={stacks.StateDirectory}");
        await using var app = await builder.BuildAsync();

        var failure = await Assert.ThrowsAsync<DistributedApplicationException>(() => app.StartAsync());

        Assert.EndsWith("Install it: build/groz/install-aspire.sh", failure.Message, StringComparison.Ordinal);
    }

    private async Task<DistributedApplication> StartAsync(string parts, params string[] settings)
    {
        var builder = await stacks.CreateAsync(parts, settings);
        var app = await builder.BuildAsync();
        await app.StartAsync();
        return app;
    }

    private static Task<ResourceEvent> FailedAsync(DistributedApplication app, string resource) =>
        app.ResourceNotifications.WaitForResourceAsync(
            resource, change => change.Snapshot.State?.Text == KnownResourceStates.FailedToStart).WaitAsync(TestStacks.StartTimeout);

    private static async Task<string> LogAsync(DistributedApplication app, ResourceEvent resource)
    {
        var lines = app.Services.GetRequiredService<ResourceLoggerService>().GetAllAsync(resource.Resource);
        return string.Join('\n', await lines.SelectMany(batch => batch).Select(line => line.Content).ToArrayAsync());
    }
}
