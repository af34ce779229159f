using System.ComponentModel;
using GrozUtrecht.VitaalWerken.Domain;

namespace GrozUtrecht.VitaalWerken.Features.Programmaverslagen;

/// <summary>What a programme brought. Made once, and never changed: it is kept as this.</summary>
public sealed record ProgrammaverslagAnswer
{
    [Description("Id van het programma.")]
    public required Guid ProgrammaId { get; init; }

    [Description("Naam van het programma.")]
    public required string Naam { get; init; }

    [Description("Code van het gebied.")]
    public required string Gebied { get; init; }

    [Description("Eerste dag van het programma.")]
    public required DateOnly BeginDatum { get; init; }

    [Description("Laatste dag van het programma.")]
    public required DateOnly EindDatum { get; init; }

    [Description("De versie die gold.")]
    public required int Versie { get; init; }

    [Description("De dag waarop het verslag is gemaakt.")]
    public required DateOnly GemaaktDatum { get; init; }

    [Description("Hoeveel mensen meededen.")]
    public required BereikAnswer Bereik { get; init; }

    [Description("Per onderwerp hoe het ging, aan het begin, halverwege en aan het eind.")]
    public required IReadOnlyList<VeranderingAnswer> Veranderingen { get; init; }

    [Description("Wat deelnemers ervan vonden.")]
    public required ErvaringscijferAnswer Ervaring { get; init; }

    [Description("Wat het kostte, volgens de versie die gold.")]
    public required KostenAnswer Kosten { get; init; }

    [Description("Wat het bedrijf bij dit programma bijdroeg, voor zover de ontvanger het had bevestigd toen het verslag werd gemaakt.")]
    public required BijdragetotaalAnswer Bijdragen { get; init; }
}

/// <summary>Numbers of people, rounded down to fives; absent where they would tell of fewer than five.</summary>
public sealed record BereikAnswer(
    [property: Description("Ingeschreven mensen, naar beneden afgerond op vijftallen; ontbreekt als het te klein is om te tonen.")] int? Ingeschreven,
    [property: Description("Mensen die er minstens een keer waren, afgerond; ontbreekt als dit getal, of wat er overblijft, te klein is om te tonen.")] int? Deelgenomen,
    [property: Description("Per module.")] IReadOnlyList<ModulebereikAnswer> Modules);

/// <summary>How many people were at a module.</summary>
public sealed record ModulebereikAnswer(
    [property: Description("Nummer van de module.")] int Nummer,
    [property: Description("Titel van de module.")] string Titel,
    [property: Description("Waar de module over gaat.")] Onderwerp Onderwerp,
    [property: Description("Hoeveel sessies er waren.")] int Sessies,
    [property: Description("Mensen die er minstens een keer waren, afgerond; ontbreekt als dit getal, of wat er overblijft, te klein is om te tonen.")] int? Deelgenomen);

/// <summary>Means over one set of at least fifteen people; absent when there is no such set.</summary>
public sealed record VeranderingAnswer(
    [property: Description("Het onderwerp.")] Onderwerp Onderwerp,
    [property: Description("Over hoeveel mensen dit gaat, naar beneden afgerond op vijftallen; ontbreekt als het er minder dan vijftien zijn.")] int? Aantal,
    [property: Description("Gemiddeld cijfer aan het begin.")] decimal? Start,
    [property: Description("Gemiddeld cijfer halverwege; alleen als het over dezelfde mensen gaat.")] decimal? Midden,
    [property: Description("Gemiddeld cijfer aan het eind.")] decimal? Einde,
    [property: Description("Verschil tussen eind en begin.")] decimal? Verandering);

/// <summary>What people thought of it; absent below fifteen people.</summary>
public sealed record ErvaringscijferAnswer(
    [property: Description("Hoeveel mensen een cijfer gaven, naar beneden afgerond op vijftallen; ontbreekt als het er minder dan vijftien zijn.")] int? Aantal,
    [property: Description("Gemiddeld cijfer van 1 tot 10.")] decimal? Gemiddelde,
    [property: Description("Hoeveel procent het zou aanraden, op tientallen; 10 is ten hoogste 10 en 90 is ten minste 90.")] int? AanradenProcent);

/// <summary>What the programme cost its employer.</summary>
public sealed record KostenAnswer(
    [property: Description("Alle sessies samen, in eurocenten zonder btw.")] long EuroCenten,
    [property: Description("Wat in plaats van geld is gegeven, per module.")] IReadOnlyList<string> InNatura);

/// <summary>What was contributed to the community.</summary>
public sealed record BijdragetotaalAnswer(
    [property: Description("Geld, in eurocenten.")] long EuroCenten,
    [property: Description("Uren, in minuten.")] long DuurMinuten,
    [property: Description("Aantal producten.")] long Producten,
    [property: Description("Ruimte, in dagdelen.")] long Dagdelen);
