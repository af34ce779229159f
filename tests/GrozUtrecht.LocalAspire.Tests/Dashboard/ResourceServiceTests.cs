using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Dashboard.Contract;
using Aspire.Hosting.Dashboard.Grpc;
using Microsoft.Extensions.Logging;
using ResourceCommand = Aspire.Hosting.ApplicationModel.ResourceCommand;

namespace GrozUtrecht.LocalAspire.Tests.Dashboard;

public sealed class ResourceServiceTests(ResourceServiceFixture fixture) : IClassFixture<ResourceServiceFixture>
{
    [Fact]
    public async Task The_dashboard_learns_the_name_of_the_application()
    {
        using var client = fixture.Client();

        var information = await client.CallAsync(
            "GetApplicationInformation", new ApplicationInformationRequest(), ApplicationInformationResponse.Parser);

        Assert.Equal("Test.AppHost", information.ApplicationName);
        Assert.Equal(GrpcStatus.Ok, client.Status);
    }

    [Theory]
    [InlineData("wrong")]
    [InlineData("")]
    public async Task Who_does_not_know_the_key_learns_nothing(string key)
    {
        using var client = fixture.Client(key);

        await Assert.ThrowsAsync<InvalidOperationException>(() => client.CallAsync(
            "GetApplicationInformation", new ApplicationInformationRequest(), ApplicationInformationResponse.Parser));

        Assert.Equal(GrpcStatus.Unauthenticated, client.Status);
    }

    [Fact]
    public async Task An_unknown_method_is_refused_so_that_a_newer_dashboard_goes_on_without_it()
    {
        using var client = fixture.Client();

        await Assert.ThrowsAsync<InvalidOperationException>(() => client.CallAsync(
            "UploadFile", new ApplicationInformationRequest(), ApplicationInformationResponse.Parser));

        Assert.Equal(GrpcStatus.Unimplemented, client.Status);
    }

    [Fact]
    public async Task A_watcher_gets_what_is_and_then_what_changes()
    {
        var resource = new TestResource("watched");
        await PublishAsync(resource, "Starting");
        using var client = fixture.Client();
        using var timeout = new CancellationTokenSource(GrpcClient.Patience);

        var states = new List<string>();
        await foreach (var update in WatchAsync(client, timeout.Token))
        {
            var seen = update.InitialData?.Resources ?? update.Changes.Value.Select(change => change.Upsert);
            states.AddRange(seen.Where(known => known.DisplayName == "watched").Select(known => known.State));
            if (states is ["Starting"])
            {
                await PublishAsync(resource, "Running");
            }
            else if (states is [.., "Running"])
            {
                break;
            }
        }

        Assert.Equal(["Starting", "Running"], states);
    }

    [Fact]
    public async Task A_console_is_read_to_its_end_or_followed()
    {
        var resource = new TestResource("talking");
        var logger = fixture.Loggers.GetLogger(resource);
        logger.LogInformation("first");
        using var client = fixture.Client();
        using var timeout = new CancellationTokenSource(GrpcClient.Patience);

        var kept = await client.CallAsync("WatchResourceConsoleLogs", Console(follow: false), WatchResourceConsoleLogsUpdate.Parser);
        Assert.EndsWith("first", Assert.Single(kept.LogLines).Text, StringComparison.Ordinal);

        var lines = new List<ConsoleLogLine>();
        await foreach (var update in client.StreamAsync(
            "WatchResourceConsoleLogs", Console(follow: true), WatchResourceConsoleLogsUpdate.Parser, timeout.Token))
        {
            lines.AddRange(update.LogLines);
            if (lines.Count == 2)
            {
                break;
            }

            logger.LogError("second");
        }

        Assert.Equal([false, true], lines.Select(line => line.IsStdErr));

        static WatchResourceConsoleLogsRequest Console(bool follow) => new() { ResourceName = "talking", SuppressFollow = !follow };
    }

    [Fact]
    public async Task A_command_reaches_the_resource_and_its_failure_reaches_the_person()
    {
        var stopped = false;
        var resource = new TestResource("obedient");
        resource.Annotations.Add(new ResourceCommand("stop", _ =>
        {
            stopped = true;
            return Task.FromResult(CommandResults.Success());
        }));
        await PublishAsync(resource, "Running");
        using var client = fixture.Client();

        var success = await ExecuteAsync("obedient", "stop");
        var failure = await ExecuteAsync("obedient", "dance");

        Assert.True(stopped);
        Assert.Equal(ResourceCommandResponseKind.Succeeded, success.Kind);
        Assert.Equal(ResourceCommandResponseKind.Failed, failure.Kind);
        Assert.Contains("dance", failure.Message, StringComparison.Ordinal);

        Task<ResourceCommandResponse> ExecuteAsync(string resourceName, string command) => client.CallAsync(
            "ExecuteResourceCommand",
            new ResourceCommandRequest { ResourceName = resourceName, CommandName = command },
            ResourceCommandResponse.Parser);
    }

    private Task PublishAsync(IResource resource, string state) =>
        fixture.Notifications.PublishUpdateAsync(resource, snapshot => snapshot with { State = new(state, null) });

    private static IAsyncEnumerable<WatchResourcesUpdate> WatchAsync(GrpcClient client, CancellationToken cancellationToken) =>
        client.StreamAsync("WatchResources", new WatchResourcesRequest(), WatchResourcesUpdate.Parser, cancellationToken);

    private sealed class TestResource(string name) : Aspire.Hosting.ApplicationModel.Resource(name);
}
