using System.Text.Json;
using System.Text.Json.Serialization;
using GrozUtrecht.Support.Domain.Agenda;

namespace GrozUtrecht.Support.Data.Matching;

/// <summary>Every week on this day, as it stands in the database and in the API.</summary>
internal sealed record WeekVensterJson(Weekdag Dag, string Van, string Tot)
{
    public WeekVenster ToDomain() => new(Dag.ToDayOfWeek(), Kloktijd.MinutesOf(Van), Kloktijd.MinutesOf(Tot));
}

/// <summary>One day that differs, as it stands in the database and in the API.</summary>
internal sealed record UitzonderingJson(DateOnly Datum, bool Beschikbaar, string Van, string Tot)
{
    public Uitzondering ToDomain() => new(Datum.DayNumber, Beschikbaar, Kloktijd.MinutesOf(Van), Kloktijd.MinutesOf(Tot));
}

/// <summary>Writes and reads the columns that hold JSON.</summary>
internal static class AgendaJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
    };

    public static string Write<T>(IReadOnlyList<T> items) => JsonSerializer.Serialize(items, Options);

    public static string WriteOne<T>(T item) => JsonSerializer.Serialize(item, Options);

    public static T ReadOne<T>(string json) => JsonSerializer.Deserialize<T>(json, Options)!;

    public static IReadOnlyList<T> Read<T>(string json) => json == "[]" ? [] : JsonSerializer.Deserialize<IReadOnlyList<T>>(json, Options)!;
}
