using GrozUtrecht.ServiceDefaults.Tests.Support;
using GrozUtrecht.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;

namespace GrozUtrecht.ServiceDefaults.Tests;

public sealed class BrokerOutageTests : Platform
{
    [Fact]
    public async Task A_process_starts_and_commits_without_a_broker_and_its_events_arrive_later()
    {
        var proxy = Own(TcpProxy.To(RabbitMq));
        var replica = await StartAsync(proxy.Address);
        var events = await CollectAsync();
        var ids = Enumerable.Range(0, 50).Select(_ => TestId.Guid()).ToArray();

        await replica.PublishAsync(ids.Select(id => new Counted { CountedId = id }));
        await Eventually.Async(() => replica.Log.Count("does not answer") == 1, what: "one line about the loss");
        Assert.Equal(50, await CountAsync("platform.outbox"));
        Assert.Equal(HealthStatus.Healthy, (await replica.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync()).Status);
        proxy.Open();

        await Eventually.Async(() => events.All<Recounted>().Count == 50, TimeSpan.FromSeconds(60), "all events");
        Assert.Equal(1, replica.Log.Count("answers again"));
        Assert.Equal(0, await CountAsync("platform.outbox_parked"));
    }

    [Fact]
    public async Task A_broker_that_goes_and_comes_back_costs_no_event_and_two_lines_of_log()
    {
        var proxy = Own(TcpProxy.To(RabbitMq));
        proxy.Open();
        var replica = await StartAsync(proxy.Address);
        var events = await CollectAsync();
        await replica.PublishAsync(new Counted { CountedId = TestId.Guid() });
        await events.FirstAsync<Recounted>();

        proxy.Close();
        for (var i = 0; i < 20; i++)
            await replica.PublishAsync(new Counted { CountedId = TestId.Guid() });
        await Eventually.Async(() => replica.Log.Count("does not answer") == 1, what: "one line about the loss");
        proxy.Open();

        await Eventually.Async(() => events.All<Recounted>().Select(item => item.MessageId).Distinct().Count() == 21, TimeSpan.FromSeconds(60), "all events");
        await Eventually.Async(() => replica.Log.Count("answers again") == 1, what: "one line about the recovery");
        Assert.Equal(21, await CountAsync("handled"));
        var said = replica.Log.All.Where(line => line.Category.Contains("Messaging", StringComparison.Ordinal) || line.Level >= LogLevel.Warning).ToList();
        Assert.True(said.Count == 2, string.Join('\n', said));
    }
}
