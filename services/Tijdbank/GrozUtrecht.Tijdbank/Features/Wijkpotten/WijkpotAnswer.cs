using System.ComponentModel;
using GrozUtrecht.Tijdbank.Data;

namespace GrozUtrecht.Tijdbank.Features.Wijkpotten;

/// <summary>A community fund.</summary>
public sealed record WijkpotAnswer(
    [property: Description("Ook het id van de rekening van de wijkpot.")] Guid Id,
    string Naam,
    [property: Description("Code van het gebied.")] string Gebied,
    string Doel,
    [property: Description("De organisatie die de wijkpot beheert.")] Guid PartnerId,
    [property: Description("Wat er nu in zit.")] long SaldoMinuten,
    DateTimeOffset AangemaaktOp,
    DateTimeOffset GewijzigdOp,
    [property: Description("Ontbreekt zolang de wijkpot open is.")] DateTimeOffset? GeslotenOp = null,
    [property: Description("Alleen bij een enkele wijkpot.")] WijkpotTotalenAnswer? Totalen = null)
{
    internal static WijkpotAnswer Of(WijkpotRow row, WijkpotTotalenAnswer? totalen = null) => new(
        row.Id, row.Naam, row.Gebied, row.Doel, row.PartnerId, row.Saldo, row.AangemaaktOp, row.GewijzigdOp, row.GeslotenOp, totalen);
}

/// <summary>What came in and what it did.</summary>
public sealed record WijkpotTotalenAnswer(
    long OntvangenMinuten,
    [property: Description("Hoeveel personen gaven: een getal, of 'minder dan 5', zodat niemand te herkennen is.")] string Gevers,
    long BesteedMinuten,
    [property: Description("De laatste tien; alle staan bij bestedingen.")] IReadOnlyList<BestedingAnswer> LaatsteBestedingen);

/// <summary>What minutes of a fund were spent on.</summary>
public sealed record BestedingAnswer(
    [property: Description("Ook het id van de overboeking.")] Guid Id,
    long DuurMinuten,
    [property: Description("Waaraan; ontbreekt als de tekst is gewist omdat wie ontving is vertrokken.")] string? Doel,
    [property: Description("persoon, organisatie of wijkpot.")] string OntvangerSoort,
    [property: Description("Als een organisatie ontving.")] Guid? OntvangerPartnerId,
    DateTimeOffset BesteedOp)
{
    internal static BestedingAnswer Of(Besteding besteding) => new(
        besteding.Id, besteding.DuurMinuten, besteding.Doel, besteding.OntvangerSoort, besteding.OntvangerPartnerId, besteding.BesteedOp);
}
