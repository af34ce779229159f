using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace GrozUtrecht.Testing;

/// <summary>An event as it arrived from the broker.</summary>
public sealed record CollectedEvent<T>(Guid MessageId, T Event, string? Traceparent);

/// <summary>Reads from RabbitMQ what a service publishes, with a queue of its own.</summary>
public sealed class EventCollector : IAsyncDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    private readonly ConcurrentQueue<(string Type, Guid MessageId, JsonElement Body, string? Traceparent)> received = new();
    private readonly IConnection connection;
    private readonly IChannel channel;

    private EventCollector(IConnection connection, IChannel channel)
    {
        this.connection = connection;
        this.channel = channel;
    }

    /// <summary>Starts collecting these types; what was published before is not seen.</summary>
    public static async Task<EventCollector> StartAsync(string rabbitMq, string entityPrefix, IEnumerable<Type> types)
    {
        var broker = await new ConnectionFactory { Uri = new Uri(rabbitMq) }.CreateConnectionAsync();
        var collector = new EventCollector(broker, await broker.CreateChannelAsync());
        await collector.BindAsync(entityPrefix, types);
        return collector;
    }

    /// <summary>All events of this type so far, in the order of arrival.</summary>
    public IReadOnlyList<CollectedEvent<T>> All<T>() =>
    [
        .. received
            .Where(item => item.Type == typeof(T).FullName)
            .Select(item => new CollectedEvent<T>(item.MessageId, item.Body.Deserialize<T>(Json)!, item.Traceparent)),
    ];

    /// <summary>The first event of this type that fits, once it has arrived.</summary>
    public async Task<T> FirstAsync<T>(Func<T, bool>? predicate = null, TimeSpan? timeout = null)
    {
        CollectedEvent<T>? found = null;
        await Eventually.Async(
            () => (found = All<T>().FirstOrDefault(item => predicate is null || predicate(item.Event))) is not null,
            timeout,
            $"an event {typeof(T).Name}");
        return found!.Event;
    }

    public async ValueTask DisposeAsync()
    {
        await channel.DisposeAsync();
        await connection.DisposeAsync();
    }

    private async Task BindAsync(string entityPrefix, IEnumerable<Type> types)
    {
        var queue = await channel.QueueDeclareAsync($"{entityPrefix}collector-{TestId.New()}", durable: false, exclusive: true, autoDelete: true);
        foreach (var exchange in types.Select(type => BrokerNames.ExchangeOf(type, entityPrefix)))
        {
            await channel.ExchangeDeclareAsync(exchange, ExchangeType.Fanout, durable: true, autoDelete: false);
            await channel.QueueBindAsync(queue.QueueName, exchange, routingKey: "");
        }

        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += (_, delivery) =>
        {
            Receive(delivery.Body);
            return Task.CompletedTask;
        };
        await channel.BasicConsumeAsync(queue.QueueName, autoAck: true, consumer);
    }

    private void Receive(ReadOnlyMemory<byte> body)
    {
        using var envelope = JsonDocument.Parse(body);
        var root = envelope.RootElement;
        var type = root.GetProperty("messageType")[0].GetString()!["urn:message:".Length..].Replace(':', '.');
        var traceparent = root.TryGetProperty("headers", out var headers) && headers.TryGetProperty("MT-Activity-Id", out var activity)
            ? activity.GetString()
            : null;
        received.Enqueue((type, root.GetProperty("messageId").GetGuid(), root.GetProperty("message").Clone(), traceparent));
    }
}
