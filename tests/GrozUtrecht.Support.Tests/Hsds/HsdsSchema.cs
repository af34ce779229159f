using System.Collections.Concurrent;
using System.Globalization;
using System.IO.Compression;
using System.Text.Json;

namespace GrozUtrecht.Support.Tests.Hsds;

/// <summary>
/// The schemas of HSDS 3.0 and a validator for exactly the keywords that they use; another keyword is an error, so that none is passed
/// over. It is stricter than JSON Schema in one way: a member that HSDS does not know is an error too, because it is a mistake here.
/// </summary>
internal static class HsdsSchema
{
    private static readonly HashSet<string> Annotations = new(StringComparer.Ordinal)
    {
        "name", "path", "title", "description", "example", "core", "constraints", "datapackage_metadata", "tabular_required",
    };

    private static readonly ConcurrentDictionary<string, JsonElement> Loaded = new(StringComparer.Ordinal);

    public static JsonElement Service => Loaded.GetOrAdd("service.schema.json.gz", Load);

    public static JsonElement Organization => Loaded.GetOrAdd("organization.schema.json.gz", Load);

    /// <summary>The schema of a taxonomy term, which stands inside that of a service.</summary>
    public static JsonElement TaxonomyTerm => Service.GetProperty("properties").GetProperty("attributes").GetProperty("items")
        .GetProperty("properties").GetProperty("taxonomy_term");

    /// <summary>Everything that is wrong, each with its place.</summary>
    public static IReadOnlyList<string> Errors(JsonElement schema, JsonElement value, string place = "$") =>
        [.. schema.EnumerateObject().SelectMany(keyword => Check(keyword.Name, keyword.Value, schema, value, place))];

    private static IEnumerable<string> Check(string keyword, JsonElement rule, JsonElement schema, JsonElement value, string place) => keyword switch
    {
        "type" => IsOfType(rule.GetString()!, value) ? [] : [$"{place} is no {rule}"],
        "required" => rule.EnumerateArray().Where(name => value.ValueKind == JsonValueKind.Object && !value.TryGetProperty(name.GetString()!, out _))
            .Select(name => $"{place} lacks {name}"),
        "properties" => Members(rule, value, place),
        "items" => value.ValueKind == JsonValueKind.Array
            ? value.EnumerateArray().SelectMany((item, index) => Errors(rule, item, $"{place}[{index}]"))
            : [],
        "enum" => rule.EnumerateArray().Any(allowed => allowed.GetString() == value.GetString()) ? [] : [$"{place} is not one of {rule}"],
        "format" => IsOfFormat(rule.GetString()!, value.GetString()!) ? [] : [$"{place} is no {rule}"],
        "datapackage_type" => IsOfFormat(rule.GetString()!, value.GetString()!) ? [] : [$"{place} is no {rule}"],
        _ when Annotations.Contains(keyword) => [],
        _ => [$"{place}: the schema has an unknown keyword {keyword} in {schema.GetProperty("type")}"],
    };

    private static IEnumerable<string> Members(JsonElement properties, JsonElement value, string place) =>
        value.ValueKind != JsonValueKind.Object ? [] : value.EnumerateObject().SelectMany(member =>
            properties.TryGetProperty(member.Name, out var schema)
                ? Errors(schema, member.Value, $"{place}.{member.Name}")
                : [$"{place} has {member.Name}, which HSDS does not know"]);

    private static bool IsOfType(string type, JsonElement value) => type switch
    {
        "string" => value.ValueKind == JsonValueKind.String,
        "number" => value.ValueKind == JsonValueKind.Number,
        "array" => value.ValueKind == JsonValueKind.Array,
        "object" => value.ValueKind == JsonValueKind.Object,
        _ => false,
    };

    private static bool IsOfFormat(string format, string text) => format switch
    {
        "uuid" => Guid.TryParseExact(text, "D", out _),
        "uri" => Uri.IsWellFormedUriString(text, UriKind.Absolute),
        "email" => text.Split('@') is [{ Length: > 0 }, { Length: > 2 } host] && host.Contains('.', StringComparison.Ordinal),
        "date-time" or "datetime" => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out _) && text.Contains('T', StringComparison.Ordinal),
        "date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", out _),
        // HSDS: HH:MM with Z or an offset.
        "time" => text.Length == 11 && text[5] == '+' && TimeOnly.TryParseExact(text[..5], "HH:mm", out _) && TimeOnly.TryParseExact(text[6..], "HH:mm", out _)
            || (text.Length == 6 && text[5] == 'Z' && TimeOnly.TryParseExact(text[..5], "HH:mm", out _)),
        _ => false,
    };

    private static JsonElement Load(string name)
    {
        using var compressed = typeof(HsdsSchema).Assembly.GetManifestResourceStream(name)!;
        using var stream = new GZipStream(compressed, CompressionMode.Decompress);
        return JsonSerializer.Deserialize<JsonElement>(stream);
    }
}
