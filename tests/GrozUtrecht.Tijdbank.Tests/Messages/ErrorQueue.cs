using GrozUtrecht.Testing;
using RabbitMQ.Client;

namespace GrozUtrecht.Tijdbank.Tests.Messages;

/// <summary>Where a message ends that a consumer cannot do anything with.</summary>
internal static class ErrorQueue
{
    /// <summary>Waits until the message was given up, and looks for it in the error queue of its consumer.</summary>
    public static async Task HoldsAsync(TijdbankFixture tijdbank, string consumer, Guid messageId)
    {
        var servers = await TestServers.GetAsync();
        await using var connection = await new ConnectionFactory { Uri = new Uri(servers.RabbitMq) }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync();
        await Eventually.Async(() => tijdbank.Deliveries.Finished(messageId) == 1, what: "the message to be given up");

        var seen = false;
        while (!seen && await channel.BasicGetAsync($"{tijdbank.EntityPrefix}{consumer}_error", autoAck: true) is { } failed)
            seen = failed.BasicProperties.MessageId == messageId.ToString();
        Assert.True(seen);
        Assert.Equal(1, tijdbank.Deliveries.Failed(messageId));
    }
}
