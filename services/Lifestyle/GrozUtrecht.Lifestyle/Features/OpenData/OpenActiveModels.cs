using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace GrozUtrecht.Lifestyle.Features.OpenData;

/// <summary>How OpenActive writes JSON: camelCase, nothing that is empty.</summary>
internal static class OpenActiveJson
{
    public const string Context = "https://openactive.io/";
    public const string Licence = "https://creativecommons.org/licenses/by/4.0/";

    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        // A feed is JSON and never part of a page, so letters with accents can stay letters.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Of<T>(T value) => JsonSerializer.Serialize(value, Options);
}

/// <summary>An activity, the series of its sessions.</summary>
internal sealed record SessionSeries(
    [property: JsonPropertyName("@id"), JsonPropertyOrder(-1)] string Id,
    string Url,
    string Name,
    string Description,
    IReadOnlyList<Concept> Activity,
    IReadOnlyList<string> Category,
    Organizer Organizer,
    Place Location,
    IReadOnlyList<Offer> Offers,
    bool? IsAccessibleForFree,
    string GenderRestriction,
    string? AccessibilityInformation,
    int MaximumAttendeeCapacity,
    IReadOnlyList<PartialSchedule> EventSchedule)
{
    [JsonPropertyName("@context"), JsonPropertyOrder(-3)]
    public string Context => OpenActiveJson.Context;

    [JsonPropertyName("@type"), JsonPropertyOrder(-2)]
    public string Type => OpenActiveFeed.Series;
}

/// <summary>One session; what it does not say is as the series says.</summary>
internal sealed record ScheduledSession(
    [property: JsonPropertyName("@id"), JsonPropertyOrder(-1)] string Id,
    string SuperEvent,
    string Url,
    string StartDate,
    string EndDate,
    string Duration,
    string EventStatus,
    int MaximumAttendeeCapacity,
    int RemainingAttendeeCapacity,
    Place? Location)
{
    [JsonPropertyName("@context"), JsonPropertyOrder(-3)]
    public string Context => OpenActiveJson.Context;

    [JsonPropertyName("@type"), JsonPropertyOrder(-2)]
    public string Type => OpenActiveFeed.Sessions;
}

/// <summary>A word of the activity list.</summary>
internal sealed record Concept([property: JsonPropertyName("@id")] string Id, string PrefLabel, string InScheme)
{
    [JsonPropertyName("@type"), JsonPropertyOrder(-1)]
    public string Type => "Concept";
}

/// <summary>Who offers it: an organisation with its page, or a resident by the name that they chose to be known by.</summary>
internal sealed record Organizer(
    [property: JsonPropertyName("@type")] string Type, [property: JsonPropertyName("@id")] string Id, string Name, string? Url, IReadOnlyList<string>? SameAs);

/// <summary>Where it is, as far as it is kept: the name of the place and its postcode.</summary>
internal sealed record Place(string Name, string Description, string Address, GeoCoordinates? Geo)
{
    [JsonPropertyName("@type"), JsonPropertyOrder(-1)]
    public string Type => "Place";
}

internal sealed record GeoCoordinates(double Latitude, double Longitude)
{
    [JsonPropertyName("@type"), JsonPropertyOrder(-1)]
    public string Type => "GeoCoordinates";
}

internal sealed record Offer([property: JsonPropertyName("@id")] string Id, string Name, decimal Price)
{
    [JsonPropertyName("@type"), JsonPropertyOrder(-1)]
    public string Type => "Offer";

    public string PriceCurrency => "EUR";
}

/// <summary>On which days and at which times sessions usually are; the sessions themselves are in the other feed.</summary>
internal sealed record PartialSchedule(IReadOnlyList<string>? ByDay, string? StartTime, string? EndTime)
{
    [JsonPropertyName("@type"), JsonPropertyOrder(-1)]
    public string Type => "PartialSchedule";

    public string ScheduleTimezone => "Europe/Amsterdam";
}
