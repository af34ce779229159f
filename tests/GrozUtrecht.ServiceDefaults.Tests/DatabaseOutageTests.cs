using GrozUtrecht.ServiceDefaults.Tests.Support;
using GrozUtrecht.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace GrozUtrecht.ServiceDefaults.Tests;

public sealed class DatabaseOutageTests : Platform
{
    [Fact]
    public async Task A_database_that_goes_and_comes_back_costs_no_message_and_two_lines_of_log()
    {
        var server = new NpgsqlConnectionStringBuilder(ConnectionString);
        var proxy = Own(TcpProxy.To($"tcp://{server.Host}:{server.Port}"));
        proxy.Open();
        server.Host = "127.0.0.1";
        server.Port = new Uri(proxy.Address).Port;
        var replica = await StartAsync(database: server.ConnectionString);
        await replica.ReachBrokerAsync();
        var events = await CollectAsync();
        await replica.PublishAsync(new Counted { CountedId = TestId.Guid() });
        await events.FirstAsync<Recounted>();

        proxy.Close();
        for (var i = 0; i < 20; i++)
            await replica.DeliverAsync(new Counted { CountedId = TestId.Guid() }, TestId.Guid());
        await Eventually.Async(() => replica.Log.Count("outbox cannot be read") == 1, what: "one line about the loss");
        Assert.Equal(HealthStatus.Unhealthy, await HealthAsync(replica));
        proxy.Open();

        await Eventually.Async(() => events.All<Recounted>().Count == 21, TimeSpan.FromSeconds(60), "the effect of all messages");
        await Eventually.Async(async () => await HealthAsync(replica) == HealthStatus.Healthy, what: "health");
        Assert.Equal(1, replica.Log.Count("outbox cannot be read"));
        Assert.Equal(1, replica.Log.Count("can be read again"));
        Assert.Equal(21, await CountAsync("handled"));
        Assert.Equal(0u, await ErrorsAsync());
    }

    private static async Task<HealthStatus> HealthAsync(Replica replica) =>
        (await replica.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync()).Status;
}
