using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.Lifestyle.Domain;
using GrozUtrecht.Lifestyle.Domain.Metingen;

namespace GrozUtrecht.Lifestyle.Features.Vragenlijsten;

/// <summary>What an answer is called.</summary>
public sealed record LabelBody(
    [property: Description("De waarde van het antwoord.")] int Waarde,
    [property: Required, StringLength(120, MinimumLength = 1), Description("Hoe dat antwoord heet.")] string Tekst);

/// <summary>One question.</summary>
public sealed record VraagBody(
    [property: Required, RegularExpression("^[a-z0-9-]{1,20}$"), Description("Waaronder de vraag bekend is.")] string Code,
    [property: Required, StringLength(500, MinimumLength = 1), Description("De vraag of stelling.")] string Tekst,
    [property: Range(0, 100), Description("Het laagste antwoord.")] int Laagste,
    [property: Range(1, 100), Description("Het hoogste antwoord.")] int Hoogste,
    [property: Description("Waar: een hoog antwoord is een lage score.")] bool Omgekeerd = false,
    [property: Description("Waar de vraag voor telt, bij de wijze per-dimensie.")] Dimensie? Dimensie = null,
    [property: MaxLength(20), Description("Hoe de antwoorden heten.")] IReadOnlyList<LabelBody>? Labels = null);

/// <summary>Scores from here up to the next band.</summary>
public sealed record BandBody(
    [property: Range(0, 1000), Description("De laagste score van deze band.")] decimal Vanaf,
    [property: Required, RegularExpression("^[a-z0-9-]{1,30}$"), Description("Code van de band.")] string Code,
    [property: Required, StringLength(500, MinimumLength = 1), Description("Wat deze score betekent, in gewone taal.")] string Tekst);

/// <summary>The questions, and how answers become scores.</summary>
public sealed record VragenlijstInhoud(
    [property: Description("som, gemiddelde of per-dimensie.")] Scoringswijze Wijze,
    [property: Range(0.01, 100), Description("De score is de som of het gemiddelde maal deze factor.")] decimal Factor,
    [property: Required, MinLength(1), MaxLength(50), Description("De vragen, in volgorde.")] IReadOnlyList<VraagBody> Vragen,
    [property: MaxLength(10), Description("Namen voor scores, van laag naar hoog.")] IReadOnlyList<BandBody>? Banden = null,
    [property: StringLength(1000, MinimumLength = 1), Description("Wat boven de vragen staat.")] string? Inleiding = null)
{
    /// <summary>The part that calculates.</summary>
    internal Vragenlijst ToDomain() => new(
        Wijze,
        Factor,
        [.. Vragen.Select(vraag => new Vraag(vraag.Code, vraag.Laagste, vraag.Hoogste, vraag.Omgekeerd, vraag.Dimensie))],
        [.. (Banden ?? []).Select(band => new Band(band.Vanaf, band.Code))]);

    /// <summary>What the band of a score means; null when there are no bands.</summary>
    internal string? Meaning(string? band) => Banden?.FirstOrDefault(item => item.Code == band)?.Tekst;
}

/// <summary>A version of a questionnaire to publish.</summary>
public sealed record VragenlijstBody(
    [property: Required, StringLength(120, MinimumLength = 1), Description("Naam voor mensen.")] string Titel,
    [property: Required, StringLength(500, MinimumLength = 1), Description("Waar de vragenlijst vandaan komt.")] string Bron,
    [property: Required, StringLength(300, MinimumLength = 1), Description("Onder welke voorwaarden hij gebruikt mag worden.")] string Licentie,
    [property: Required, Description("De vragen en de scoring.")] VragenlijstInhoud Inhoud);
