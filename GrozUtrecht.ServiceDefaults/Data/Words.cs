using System.Text.Json;

namespace GrozUtrecht.ServiceDefaults.Data;

/// <summary>An enum as the word that stands in the database and in JSON: <c>HalfOpen</c> is <c>half-open</c>.</summary>
public static class Words
{
    public static string Of<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    public static string[] Of<T>(IReadOnlyList<T> values)
        where T : struct, Enum => [.. values.Select(Of)];

    public static T Read<T>(string word)
        where T : struct, Enum => Known<T>.ByWord[word];

    public static T[] Read<T>(string[] words)
        where T : struct, Enum => [.. words.Select(Read<T>)];

    private static class Known<T>
        where T : struct, Enum
    {
        public static readonly Dictionary<string, T> ByWord = Enum.GetValues<T>().ToDictionary(Of, StringComparer.Ordinal);
    }
}
