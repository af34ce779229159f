using System.Globalization;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Testing;

namespace GrozUtrecht.EndToEnd.Tests;

/// <summary>The whole AppHost as people run it, on ports and data of its own, forgotten when the tests end.</summary>
public sealed class Stack : IAsyncLifetime
{
    private const string ClientSecret = "only-for-the-end-to-end-tests-0123456789";
    private static readonly TimeSpan StartTimeout = TimeSpan.FromMinutes(4);
    private static readonly string[] Processes = ["identity", "lifestyle", "support", "tijdbank", "vitaal-werken", "gateway"];

    private DistributedApplication application = null!;

    public async Task InitializeAsync()
    {
        using var patience = new CancellationTokenSource(StartTimeout);
        var builder = await DistributedApplicationTestingBuilder.CreateAsync<Projects.GrozUtrecht_AppHost>(
            ["--Data=ephemeral", $"--Parameters:development-client-secret={ClientSecret}"], patience.Token);
        application = await builder.BuildAsync(patience.Token);
        await application.StartAsync(patience.Token);
        foreach (var process in Processes)
            await application.ResourceNotifications.WaitForResourceHealthyAsync(process, patience.Token);
    }

    public async Task DisposeAsync() => await application.DisposeAsync();

    /// <summary>A client of the gateway without a token.</summary>
    public HttpClient Anonymous() => application.CreateHttpClient("gateway", "http");

    /// <summary>A partner with a token for everything of its own, or for these scopes only.</summary>
    public Task<Partner> PartnerAsync(string clientId = "ontwikkel-partner", string? scope = null) =>
        Partner.LogInAsync(new HttpClient(new PoliteHandler()) { BaseAddress = application.GetEndpoint("gateway", "http") }, clientId, ClientSecret, scope);

    /// <summary>A service itself with this partner's token, past the gateway and its limit on how often a client may ask.</summary>
    public HttpClient Direct(string service, Partner partner)
    {
        var http = application.CreateHttpClient(service, "http");
        http.DefaultRequestHeaders.Authorization = partner.Http.DefaultRequestHeaders.Authorization;
        return http;
    }

    public async Task StopAsync(string resource)
    {
        var instance = await application.ResourceNotifications.WaitForResourceAsync(resource, _ => true);
        var result = await application.ResourceCommands.ExecuteCommandAsync(instance.ResourceId, KnownResourceCommands.StopCommand);
        Assert.True(result.Success, $"{resource} did not stop");
        await application.ResourceNotifications.WaitForResourceAsync(resource, change => KnownResourceStates.TerminalStates.Contains(change.Snapshot.State?.Text));
    }

    public async Task StartAsync(string resource)
    {
        var instance = await application.ResourceNotifications.WaitForResourceAsync(resource, _ => true);
        var result = await application.ResourceCommands.ExecuteCommandAsync(instance.ResourceId, KnownResourceCommands.StartCommand);
        Assert.True(result.Success, $"{resource} did not start");
        using var patience = new CancellationTokenSource(StartTimeout);
        await application.ResourceNotifications.WaitForResourceHealthyAsync(resource, patience.Token);
    }

    /// <summary>Ends a process without a warning, as a machine that loses power would.</summary>
    public async Task KillAsync(string resource)
    {
        var instance = await application.ResourceNotifications.WaitForResourceAsync(resource, _ => true);
        // A container has no process here; its stop is as abrupt as this can be.
        if (instance.Snapshot.Properties.SingleOrDefault(property => property.Name == "executable.pid")?.Value is not { } pid)
        {
            await StopAsync(resource);
            return;
        }

        await ProcessTree.KillAsync(Convert.ToInt32(pid, CultureInfo.InvariantCulture));
        await application.ResourceNotifications.WaitForResourceAsync(resource, change => KnownResourceStates.TerminalStates.Contains(change.Snapshot.State?.Text));
    }

    public Task WaitUntilHealthyAsync(string resource) => application.ResourceNotifications.WaitForResourceHealthyAsync(resource);
}

[CollectionDefinition(Name)]
public sealed class StackCollection : ICollectionFixture<Stack>
{
    public const string Name = "stack";
}
