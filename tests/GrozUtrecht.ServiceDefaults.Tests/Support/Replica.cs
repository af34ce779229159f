using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Messaging;
using GrozUtrecht.Testing;
using MassTransit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GrozUtrecht.ServiceDefaults.Tests.Support;

/// <summary>One running process of a small service: database, relay, and the consumer of <see cref="Counted"/>.</summary>
internal sealed class Replica : IAsyncDisposable
{
    public const string ServiceName = "proef";

    private readonly IHost host;

    private Replica(IHost host, LogLines log)
    {
        this.host = host;
        Log = log;
    }

    public LogLines Log { get; }

    public IServiceProvider Services => host.Services;

    public IBusControl Bus => Services.GetRequiredService<IBusControl>();

    public static ServiceDescription Describe() =>
        new(ServiceName, "Proef", "Dienst van de tests.", typeof(Replica).Assembly) { Contracts = [typeof(Counted).Assembly] };

    public static async Task<Replica> StartAsync(
        string database, string rabbitMq, string entityPrefix, ConsumerScript script, params (string Key, string Value)[] settings)
    {
        var log = new LogLines();
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true, EnvironmentName = "Development" });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            [$"ConnectionStrings:{ServiceName}-db"] = database,
            ["ConnectionStrings:rabbitmq"] = rabbitMq,
            ["Messaging:EntityPrefix"] = entityPrefix,
        });
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)));
        builder.Logging.AddProvider(log);
        builder.Services.AddSingleton(script);
        var service = Describe();
        builder.AddServiceDatabase(service);
        builder.AddServiceMessaging(service, bus => bus.AddConsumer<CountedConsumer>());
        var built = builder.Build();
        await built.StartAsync();
        return new Replica(built, log);
    }

    public Task ReachBrokerAsync() =>
        Eventually.Async(() => Bus.CheckHealth().Status == BusHealthStatus.Healthy, what: "the bus");

    /// <summary>Does some work in a unit of work of its own and commits it, as the writes filter does.</summary>
    public async Task CommitAsync(Func<UnitOfWork, Task> action)
    {
        await using var scope = Services.CreateAsyncScope();
        var work = scope.ServiceProvider.GetRequiredService<UnitOfWork>();
        await action(work);
        await work.CommitAsync(CancellationToken.None);
    }

    public Task PublishAsync(params IEnumerable<Counted> events) => CommitAsync(work =>
    {
        foreach (var item in events)
            work.Publish(item);
        return Task.CompletedTask;
    });

    /// <summary>Past the outbox, as another service's relay would.</summary>
    public Task DeliverAsync(Counted @event, Guid messageId) => Bus.Publish(@event, context => context.MessageId = messageId);

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        if (host is IAsyncDisposable disposable)
            await disposable.DisposeAsync();
    }
}
