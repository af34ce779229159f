using System.ComponentModel;
using GrozUtrecht.Lifestyle.Data.Metingen;

namespace GrozUtrecht.Lifestyle.Features.Vragenlijsten;

/// <summary>A version of a questionnaire.</summary>
internal sealed record VragenlijstAnswer(
    [property: Description("Waaronder de vragenlijst bekend is.")] string Code,
    [property: Description("Versie; een gepubliceerde versie verandert nooit.")] int Versie,
    [property: Description("Naam voor mensen.")] string Titel,
    [property: Description("Waar de vragenlijst vandaan komt.")] string Bron,
    [property: Description("Onder welke voorwaarden hij gebruikt mag worden.")] string Licentie,
    [property: Description("De vragen en de scoring.")] VragenlijstInhoud Inhoud,
    [property: Description("Wanneer deze versie kwam.")] DateTimeOffset GepubliceerdOp)
{
    public static VragenlijstAnswer Of(VragenlijstRow row) =>
        new(row.Code, row.Versie, row.Titel, row.Bron, row.Licentie, row.Read(), row.GepubliceerdOp);
}
