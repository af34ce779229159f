using Aspire.Hosting;

namespace GrozUtrecht.LocalAspire.Tests.Stacks;

/// <summary>One running stack of all servers and a service, shared by the tests that leave it as they found it.</summary>
public sealed class ServerStack : IAsyncLifetime
{
    private readonly TestStacks stacks = new();

    public DistributedApplication App { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        using var timeout = new CancellationTokenSource(TestStacks.StartTimeout);
        var builder = await stacks.CreateAsync("servers");
        App = await builder.BuildAsync(timeout.Token);
        await App.StartAsync(timeout.Token);
        foreach (var name in new[] { "rabbitmq", "postgres", "redis", "sample-db", "sample" })
        {
            await App.ResourceNotifications.WaitForResourceHealthyAsync(name, timeout.Token);
        }
    }

    public async Task DisposeAsync()
    {
        await App.DisposeAsync();
        stacks.Dispose();
    }
}
