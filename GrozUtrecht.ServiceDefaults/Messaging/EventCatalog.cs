using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace GrozUtrecht.ServiceDefaults.Messaging;

/// <summary>A message type that this service consumes, registered so that a deferred message can be read again after a restart.</summary>
internal sealed record ConsumedMessage(Type Type);

/// <summary>The message types that may pass through the outbox, by full name, and how one becomes a row and back.</summary>
internal sealed class EventCatalog(ServiceDescription service, IEnumerable<ConsumedMessage> consumed)
{
    private const int MaxBodyBytes = 256 * 1024;

    private readonly Dictionary<string, Type> types = service.Contracts
        .SelectMany(assembly => assembly.GetExportedTypes().Where(type => type is { IsClass: true, IsAbstract: false, IsGenericType: false }))
        .Concat(consumed.Select(message => message.Type))
        .Distinct()
        .ToDictionary(type => type.FullName!, StringComparer.Ordinal);

    public OutboxMessage ToMessage<TEvent>(TEvent @event, DateTimeOffset now)
        where TEvent : class
    {
        var name = typeof(TEvent).FullName!;
        if (!types.ContainsKey(name))
            throw new ArgumentException($"{name} is in none of the contract assemblies of {service.Name}; list its assembly in ServiceDescription.Contracts.", nameof(@event));

        var id = Guid.CreateVersion7(now);
        return new OutboxMessage
        {
            Id = id,
            MessageId = id,
            Type = name,
            Body = Serialize(@event),
            CreatedAt = now,
            NotBefore = now,
            Traceparent = CurrentTraceparent(),
        };
    }

    public string Serialize<TEvent>(TEvent @event)
    {
        var body = JsonSerializer.Serialize(@event, EventJson.Options);
        return Encoding.UTF8.GetByteCount(body) <= MaxBodyBytes
            ? body
            : throw new ArgumentException($"{typeof(TEvent).FullName} is longer than {MaxBodyBytes} bytes: publish a reference, not the content.", nameof(@event));
    }

    /// <exception cref="JsonException">The body is not this type, or the type is unknown to this release.</exception>
    public (Type Type, object Event) Read(OutboxMessage message)
    {
        if (!types.TryGetValue(message.Type, out var type))
            throw new JsonException($"Unknown message type {message.Type}.");

        var @event = JsonSerializer.Deserialize(message.Body, type, EventJson.Options)
            ?? throw new JsonException("The body is null.");
        return (type, @event);
    }

    public static string? CurrentTraceparent() =>
        Activity.Current is { IdFormat: ActivityIdFormat.W3C } activity ? activity.Id : null;
}
