using MassTransit;

namespace GrozUtrecht.ServiceDefaults.Tests.Support;

/// <summary>Publishes as another service would, without consuming anything.</summary>
internal sealed class Sender(IBusControl bus) : IAsyncDisposable
{
    public static async Task<Sender> StartAsync(string rabbitMq, string entityPrefix)
    {
        var bus = MassTransit.Bus.Factory.CreateUsingRabbitMq(rabbit =>
        {
            rabbit.Host(new Uri(rabbitMq));
            rabbit.MessageTopology.SetEntityNameFormatter(
                new PrefixEntityNameFormatter(rabbit.MessageTopology.EntityNameFormatter, entityPrefix));
        });
        await bus.StartAsync();
        return new Sender(bus);
    }

    public Task DeliverAsync(Counted @event, Guid messageId) => bus.Publish(@event, context => context.MessageId = messageId);

    public async ValueTask DisposeAsync() => await bus.StopAsync();
}
