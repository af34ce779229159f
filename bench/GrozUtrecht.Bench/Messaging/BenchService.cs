using GrozUtrecht.ServiceDefaults;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Messaging;
using GrozUtrecht.Testing;
using MassTransit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using RabbitMQ.Client;

namespace GrozUtrecht.Bench.Messaging;

/// <summary>One service with the platform's outbox and inbox, on a database and broker names of its own.</summary>
internal sealed class BenchService(IHost host, TestDatabase database, IConnection broker, string entityPrefix) : IAsyncDisposable
{
    private const string Name = "meting";

    public IServiceProvider Services => host.Services;

    public NpgsqlDataSource Database => Services.GetRequiredService<NpgsqlDataSource>();

    public IConnection Broker => broker;

    public string StoreExchange => BrokerNames.ExchangeOf(typeof(Stored), entityPrefix);

    private string StoreQueue => $"{entityPrefix}store";

    public static async Task<BenchService> StartAsync()
    {
        var servers = await TestServers.GetAsync();
        var database = await TestDatabase.CreateAsync();
        var entityPrefix = $"bench-{TestId.New()}-";
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true, EnvironmentName = "Development" });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            [$"ConnectionStrings:{Name}-db"] = database.ConnectionString,
            ["ConnectionStrings:rabbitmq"] = servers.RabbitMq,
            ["Messaging:EntityPrefix"] = entityPrefix,
        });
        builder.Services.AddSingleton<Arrivals>();
        var service = new ServiceDescription(Name, "Meting", "Dienst van de metingen.", typeof(BenchService).Assembly) { Contracts = [typeof(Measured).Assembly] };
        builder.AddServiceDatabase(service);
        builder.AddServiceMessaging(service, bus => bus.AddConsumer<MeasuredConsumer>());
        var built = builder.Build();
        await built.StartAsync();
        var bus = built.Services.GetRequiredService<IBusControl>();
        await Eventually.Async(() => bus.CheckHealth().Status == BusHealthStatus.Healthy, what: "the bus");

        var started = new BenchService(built, database, await new ConnectionFactory { Uri = new Uri(servers.RabbitMq) }.CreateConnectionAsync(), entityPrefix);
        await started.DeclareStoreAsync();
        return started;
    }

    public async ValueTask DisposeAsync()
    {
        var names = BrokerNames.Of(Services.GetRequiredService<IBusControl>(), entityPrefix);
        await host.StopAsync();
        host.Dispose();
        await broker.DisposeAsync();
        await BrokerNames.DeleteAsync((await TestServers.GetAsync()).RabbitMq, names.Append(StoreQueue).Append(StoreExchange));
        await database.DisposeAsync();
    }

    private async Task DeclareStoreAsync()
    {
        await using var channel = await broker.CreateChannelAsync();
        await channel.ExchangeDeclareAsync(StoreExchange, ExchangeType.Fanout, durable: true);
        await channel.QueueDeclareAsync(
            StoreQueue, durable: true, exclusive: false, autoDelete: false, new Dictionary<string, object?>(StringComparer.Ordinal) { ["x-queue-type"] = "quorum" });
        await channel.QueueBindAsync(StoreQueue, StoreExchange, routingKey: "");
    }
}
