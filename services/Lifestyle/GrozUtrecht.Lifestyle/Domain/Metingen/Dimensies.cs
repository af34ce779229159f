namespace GrozUtrecht.Lifestyle.Domain.Metingen;

/// <summary>The six dimensions by their words, in the order in which they stand around the web.</summary>
internal static class Dimensies
{
    private static readonly (Dimensie Dimensie, string Word, string Name)[] All =
    [
        (Dimensie.Lichaamsfuncties, "lichaamsfuncties", "Lichaamsfuncties"),
        (Dimensie.MentaalWelbevinden, "mentaal-welbevinden", "Mentaal welbevinden"),
        (Dimensie.Zingeving, "zingeving", "Zingeving"),
        (Dimensie.KwaliteitVanLeven, "kwaliteit-van-leven", "Kwaliteit van leven"),
        (Dimensie.Meedoen, "meedoen", "Meedoen"),
        (Dimensie.DagelijksFunctioneren, "dagelijks-functioneren", "Dagelijks functioneren"),
    ];

    public static IReadOnlyList<string> Words { get; } = [.. All.Select(item => item.Word)];

    public static IReadOnlyList<string> Names { get; } = [.. All.Select(item => item.Name)];

    public static string Word(Dimensie dimensie) => All.Single(item => item.Dimensie == dimensie).Word;
}
