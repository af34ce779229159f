using System.ComponentModel;

namespace GrozUtrecht.Lifestyle.Features.Metingen;

/// <summary>One score.</summary>
internal sealed record ScoreAnswer(
    [property: Description("Een van de zes dimensies, of totaal.")] string Dimensie,
    [property: Description("De score.")] decimal Score,
    [property: Description("De band waar de score in valt; ontbreekt als de vragenlijst die niet heeft.")] string? Band,
    [property: Description("Wat die band betekent, in gewone taal.")] string? Betekenis);

/// <summary>One questionnaire of one measurement.</summary>
internal sealed record UitslagAnswer(
    [property: Description("Code van de vragenlijst.")] string Code,
    [property: Description("Versie van de vragenlijst.")] int Versie,
    [property: Description("Naam van de vragenlijst.")] string Titel,
    [property: Description("De scores.")] IReadOnlyList<ScoreAnswer> Scores,
    [property: Description("De antwoorden per vraag; alleen in de export.")] IReadOnlyDictionary<string, int>? Antwoorden);

/// <summary>One measurement.</summary>
internal sealed record EigenMetingAnswer(
    [property: Description("Het arrangement waar de meting bij hoort.")] Guid ArrangementId,
    [property: Description("0, 3, 6 of 12 maanden na de start.")] int Maanden,
    [property: Description("De dag waarop de meting kwam.")] DateOnly IngediendDatum,
    [property: Description("De uitslag per vragenlijst.")] IReadOnlyList<UitslagAnswer> Uitslagen);

/// <summary>How often somebody was at an activity.</summary>
internal sealed record BezoekAnswer(
    [property: Description("De activiteit.")] Guid ActiviteitId,
    [property: Description("Naam van de activiteit.")] string Naam,
    [property: Description("Hoe vaak de persoon er was.")] int Keren,
    [property: Description("Hoe lang bij elkaar.")] long DuurMinuten,
    [property: Description("De eerste keer.")] DateOnly EersteDatum,
    [property: Description("De laatste keer tot nu toe.")] DateOnly LaatsteDatum);

/// <summary>What a resident sees of themselves, and nobody else.</summary>
internal sealed record InzichtAnswer(
    [property: Description("De metingen, de oudste eerst: het web van zes dimensies door de tijd, welbevinden en veerkracht.")] IReadOnlyList<EigenMetingAnswer> Metingen,
    [property: Description("De activiteiten waar de persoon was, de laatste eerst.")] IReadOnlyList<BezoekAnswer> Bezoeken);
