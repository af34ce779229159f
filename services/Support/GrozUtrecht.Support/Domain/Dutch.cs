using System.Globalization;
using System.Text.Json;

namespace GrozUtrecht.Support.Domain;

/// <summary>Numbers and lists as Dutch readers write them; the process itself has no culture.</summary>
internal static class Dutch
{
    /// <summary>A distance between centroids, which is never exact.</summary>
    public static string Distance(int meters) =>
        $"ongeveer {(meters / 1000.0).ToString("0.0", CultureInfo.InvariantCulture).Replace('.', ',')} km";

    public static string Days(int days) => days switch
    {
        < 1 => "vandaag nog",
        1 => "gisteren",
        < 14 => $"{days} dagen geleden",
        _ => $"{days / 7} weken geleden",
    };

    /// <summary>The words of the API, with commas.</summary>
    public static string List<TEnum>(IEnumerable<TEnum> values)
        where TEnum : struct, Enum =>
        string.Join(", ", values.Select(value => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString())));
}
