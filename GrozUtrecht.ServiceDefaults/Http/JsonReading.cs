using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace GrozUtrecht.ServiceDefaults.Http;

/// <summary>One way to read and write JSON: strict on what comes in, Dutch names in camelCase, enums as words.</summary>
public static class JsonReading
{
    /// <summary>Sets the rules of this class on any options.</summary>
    public static void Apply(JsonSerializerOptions options)
    {
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.AllowDuplicateProperties = false;
        options.RespectRequiredConstructorParameters = true;
        options.RespectNullableAnnotations = true;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false));
    }

    internal static void AddStrictJson(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(options => Apply(options.SerializerOptions));

        // Without this a malformed body answers an empty 400 outside Development; thrown, it becomes a problem that says where.
        services.Configure<Microsoft.AspNetCore.Routing.RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
    }

    /// <summary>Says in Dutch where a body could not be read. It repeats the place, never the value: that may be personal.</summary>
    internal static string? Explain(BadHttpRequestException exception) => exception.InnerException switch
    {
        JsonException { Path: { Length: > 0 } path, LineNumber: { } line } =>
            $"De JSON klopt niet bij {path} (regel {line + 1}): een onbekend of ontbrekend veld, of een waarde van het verkeerde type.",
        JsonException => "De inhoud is geen geldige JSON, of een verplicht veld ontbreekt.",
        _ => null,
    };
}
