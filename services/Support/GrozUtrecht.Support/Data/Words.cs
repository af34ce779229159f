using System.Collections.Frozen;
using System.Text.Json;

namespace GrozUtrecht.Support.Data;

/// <summary>The word of an enum value as it stands in the database and in the API: <c>NietDoorgegaan</c> is <c>niet-doorgegaan</c>.</summary>
internal static class Words<TEnum>
    where TEnum : struct, Enum
{
    private static readonly FrozenDictionary<TEnum, string> WordByValue = Enum.GetValues<TEnum>()
        .ToFrozenDictionary(value => value, value => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()));

    private static readonly FrozenDictionary<string, TEnum> ValueByWord =
        WordByValue.ToFrozenDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);

    public static string Of(TEnum value) => WordByValue[value];

    /// <summary>The words of some values, each once; none for null.</summary>
    public static string[] Of(IEnumerable<TEnum>? values) => [.. (values ?? []).Distinct().Order().Select(Of)];

    /// <summary>The value of a word that a constraint of the database has let through.</summary>
    public static TEnum Read(string word) => ValueByWord[word];
}
