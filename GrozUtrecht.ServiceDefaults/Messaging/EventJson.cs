using System.Text.Json;
using System.Text.Json.Serialization;

namespace GrozUtrecht.ServiceDefaults.Messaging;

/// <summary>
/// How events look as JSON. Unlike at the API's edge, unknown members are accepted: contracts grow by addition, and a service
/// that was not updated yet must keep reading.
/// </summary>
internal static class EventJson
{
    public static readonly JsonSerializerOptions Options = Configure(new JsonSerializerOptions());

    public static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.PropertyNameCaseInsensitive = true;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip;
        if (!options.Converters.OfType<JsonStringEnumConverter>().Any())
            options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase));
        return options;
    }
}
