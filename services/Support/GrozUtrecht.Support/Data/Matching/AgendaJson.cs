using System.Text.Json;
using System.Text.Json.Serialization;
using GrozUtrecht.Support.Domain.Agenda;
using GrozUtrecht.Support.Features.Helpers;

namespace GrozUtrecht.Support.Data.Matching;

/// <summary>Writes and reads the columns that hold JSON.</summary>
internal static class AgendaJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
    };

    public static WeekVenster ToDomain(this WeekVensterRequest week) => new(week.Dag.ToDayOfWeek(), Kloktijd.MinutesOf(week.Van), Kloktijd.MinutesOf(week.Tot));

    public static Uitzondering ToDomain(this UitzonderingRequest day) =>
        new(day.Datum.DayNumber, day.Beschikbaar, Kloktijd.MinutesOf(day.Van), Kloktijd.MinutesOf(day.Tot));

    public static string Write<T>(IReadOnlyList<T> items) => JsonSerializer.Serialize(items, Options);

    public static string WriteOne<T>(T item) => JsonSerializer.Serialize(item, Options);

    public static T ReadOne<T>(string json) => JsonSerializer.Deserialize<T>(json, Options)!;

    public static IReadOnlyList<T> Read<T>(string json) => json == "[]" ? [] : JsonSerializer.Deserialize<IReadOnlyList<T>>(json, Options)!;
}
