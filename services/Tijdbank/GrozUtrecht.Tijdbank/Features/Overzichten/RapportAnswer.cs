using System.ComponentModel;
using GrozUtrecht.Tijdbank.Data;
using GrozUtrecht.Tijdbank.Domain.Overzichten;

namespace GrozUtrecht.Tijdbank.Features.Overzichten;

/// <summary>Hours of a group of persons.</summary>
public sealed record RapportcelAnswer(
    [property: Description("Waar het over gaat: een soort uren, een leeftijdsgroep, de code van een gebied, of onbekend; bij het totaal: totaal.")] string Groep,
    [property: Description("Waar: niet getoond, omdat het over minder dan vijf personen gaat, of omdat daaruit zo'n groep is uit te rekenen.")] bool Afgeschermd,
    [property: Description("Bijgeschreven minuten min teruggeboekte; kan negatief zijn als er meer is teruggeboekt.")] long? DuurMinuten = null,
    [property: Description("Aantal personen, naar beneden afgerond op vijftallen.")] int? MinstensPersonen = null)
{
    internal static RapportcelAnswer Of(Rapportcel cell) =>
        new(cell.Sleutel.Length == 0 ? "totaal" : cell.Sleutel, cell.Minuten is null, cell.Minuten, cell.MinstensPersonen);
}

/// <summary>A report of hours over one month. Once published it does not change.</summary>
public sealed record RapportAnswer(
    [property: Description("organisatie of gebied.")] string Soort,
    DateOnly VanDatum,
    DateOnly TotEnMetDatum,
    [property: Description("Sinds wanneer dit rapport vaststaat.")] DateTimeOffset GepubliceerdOp,
    RapportcelAnswer Totaal,
    IReadOnlyList<RapportcelAnswer> UrenSoorten,
    [property: Description("Naar leeftijd op de laatste dag van de maand.")] IReadOnlyList<RapportcelAnswer> Leeftijdsgroepen,
    [property: Description("Naar waar mensen wonen; alleen in het rapport van een organisatie.")] IReadOnlyList<RapportcelAnswer>? Gebieden = null,
    [property: Description("Code van het gebied; alleen in het rapport van een gebied.")] string? Gebied = null,
    [property: Description("Minuten die in de maand in geld zijn omgezet; alleen in het rapport van een gebied.")] RapportcelAnswer? Uitbetaald = null)
{
    internal static RapportAnswer Of(string soort, string? gebied, Periode periode, GepubliceerdRapport published) => new(
        soort, periode.Van, periode.Tot, published.GepubliceerdOp, RapportcelAnswer.Of(published.Rapport.Totaal),
        [.. published.Rapport.UrenSoorten.Select(RapportcelAnswer.Of)], [.. published.Rapport.Leeftijdsgroepen.Select(RapportcelAnswer.Of)],
        published.Rapport.Gebieden.Count == 0 ? null : [.. published.Rapport.Gebieden.Select(RapportcelAnswer.Of)], gebied,
        published.Rapport.Uitbetaald is { } converted ? RapportcelAnswer.Of(converted) : null);
}
