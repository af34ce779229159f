using System.ComponentModel;
using GrozUtrecht.Tijdbank.Data;
using GrozUtrecht.Tijdbank.Domain;
using GrozUtrecht.Tijdbank.Domain.Overzichten;

namespace GrozUtrecht.Tijdbank.Features.Overzichten;

/// <summary>One line of a statement. What does not apply is left out.</summary>
public sealed record OverzichtregelAnswer(
    Guid OverboekingId,
    [property: Description("Dag in Nederland waarop is geboekt.")] DateOnly GeboektDatum,
    DateTimeOffset GeboektOp,
    Guid TegenrekeningId,
    [property: Description("persoon, telling, organisatie, wijkpot of systeem.")] string TegenrekeningSoort,
    [property: Description("Positief is bijgeschreven, negatief is afgeschreven; in de eenheid van de rekening.")] long Bedrag,
    [property: Description("Saldo van de rekening na deze regel, in haar eenheid.")] long SaldoNa,
    [property: Description("Naam van de tegenrekening, als die van de Tijdbank zelf is; bijvoorbeeld uitgifte.")] string? TegenrekeningNaam = null,
    [property: Description("Vrije tekst van de overboeking; ontbreekt als die is gewist.")] string? Omschrijving = null,
    [property: Description("Waar de uren vandaan komen, bij een bijschrijving; bijvoorbeeld support.afspraak.")] string? Bron = null,
    [property: Description("Soort uren, bij een bijschrijving.")] string? UrenSoort = null,
    [property: Description("Dag waarop de uren zijn gemaakt, bij een bijschrijving.")] DateOnly? UitgevoerdDatum = null)
{
    internal static OverzichtregelAnswer Of(Overzichtregel line) => new(
        line.OverboekingId, Periode.DayOf(line.GeboektOp), line.GeboektOp, line.TegenrekeningId, line.TegenrekeningSoort, line.Bedrag, line.SaldoNa,
        line.TegenrekeningNaam, line.Omschrijving, line.Bron, line.UrenSoort, line.UitgevoerdDatum);
}

/// <summary>The statement of an account over a period: one page of its lines, oldest first.</summary>
public sealed record RekeningoverzichtAnswer(
    Guid RekeningId,
    [property: Description("minuten of centen; geldt voor alle bedragen hieronder.")] string Eenheid,
    [property: Description("Eerste dag, in Nederland.")] DateOnly VanDatum,
    [property: Description("Laatste dag, in Nederland.")] DateOnly TotEnMetDatum,
    DateTimeOffset OpgemaaktOp,
    [property: Description("Waar: de periode is nog niet voorbij, er kunnen regels bij komen.")] bool Voorlopig,
    long Beginsaldo,
    long Eindsaldo,
    IReadOnlyList<OverzichtregelAnswer> Items,
    [property: Description("Som van alles wat in de periode is bijgeschreven. Alleen op de eerste pagina, en bij ten hoogste 10.000 regels.")]
    long? TotaalBij = null,
    [property: Description("Som van alles wat in de periode is afgeschreven, als positief getal. Alleen op de eerste pagina, en bij ten hoogste 10.000 regels.")]
    long? TotaalAf = null,
    [property: Description("Cursor voor de volgende pagina; ontbreekt op de laatste.")] string? Volgende = null);

/// <summary>A statement in full, as a file has it.</summary>
internal sealed record Rekeningoverzicht(
    Rekening Rekening, Periode Periode, Overzichtkop Head, Overzichttotaal Total, IReadOnlyList<Overzichtregel> Lines, DateTimeOffset Now)
{
    public bool IsInCents => Rekening.Eenheid == Eenheid.Centen;

    public bool IsProvisional => Now < Periode.End;

    public string FileName => $"rekeningoverzicht-{Periode.Van:yyyy-MM-dd}-{Periode.Tot:yyyy-MM-dd}";
}
