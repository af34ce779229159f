using System.Text.Json;
using MassTransit;
using RabbitMQ.Client;

namespace GrozUtrecht.Testing;

/// <summary>The names a service gives to its exchanges and queues, and how to remove them.</summary>
internal static class BrokerNames
{
    public static string ExchangeOf(Type type, string entityPrefix) => $"{entityPrefix}{type.Namespace}:{type.Name}";

    /// <summary>Every exchange and queue with this prefix that the bus knows of.</summary>
    public static HashSet<string> Of(IBusControl bus, string entityPrefix)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        using var probe = JsonSerializer.SerializeToDocument(bus.GetProbeResult().Results);
        Collect(probe.RootElement, entityPrefix, names);
        return names;
    }

    public static async Task DeleteAsync(string rabbitMq, IEnumerable<string> names)
    {
        await using var connection = await new ConnectionFactory { Uri = new Uri(rabbitMq) }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync();
        foreach (var name in names.SelectMany(name => new[] { name, $"{name}_error", $"{name}_skipped" }))
        {
            await channel.QueueDeleteAsync(name, ifUnused: false, ifEmpty: false);
            await channel.ExchangeDeleteAsync(name, ifUnused: false);
        }
    }

    private static void Collect(JsonElement element, string entityPrefix, HashSet<string> names)
    {
        if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in element.EnumerateObject())
                Collect(property.Value, entityPrefix, names);
        }
        else if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
                Collect(item, entityPrefix, names);
        }
        else if (element.ValueKind == JsonValueKind.String && element.GetString()!.StartsWith(entityPrefix, StringComparison.Ordinal))
        {
            names.Add(element.GetString()!);
        }
    }
}
