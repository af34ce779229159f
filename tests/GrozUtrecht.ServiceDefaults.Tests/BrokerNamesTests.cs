using GrozUtrecht.ServiceDefaults.Tests.Support;
using GrozUtrecht.Testing;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace GrozUtrecht.ServiceDefaults.Tests;

public sealed class BrokerNamesTests : Platform
{
    [Fact]
    public async Task A_test_removes_every_queue_and_exchange_it_made()
    {
        var replica = await StartAsync();
        await replica.ReachBrokerAsync();
        var queue = $"{EntityPrefix}proef-counted";
        var exchange = BrokerNames.ExchangeOf(typeof(Counted), EntityPrefix);

        var names = BrokerNames.Of(replica.Bus, EntityPrefix);
        Assert.Equal([exchange, queue], names.Order(StringComparer.Ordinal));
        await replica.DisposeAsync();
        await BrokerNames.DeleteAsync(RabbitMq, names);

        Assert.True(await IsMissingAsync(channel => channel.QueueDeclarePassiveAsync(queue)));
        Assert.True(await IsMissingAsync(channel => channel.ExchangeDeclarePassiveAsync(exchange)));
    }

    private async Task<bool> IsMissingAsync(Func<IChannel, Task> look)
    {
        await using var connection = await new ConnectionFactory { Uri = new Uri(RabbitMq) }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync();
        var failure = await Record.ExceptionAsync(() => look(channel));
        return failure is OperationInterruptedException { ShutdownReason.ReplyCode: 404 };
    }
}
