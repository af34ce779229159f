using System.ComponentModel;
using GrozUtrecht.Tijdbank.Data;
using GrozUtrecht.Tijdbank.Domain;

namespace GrozUtrecht.Tijdbank.Features.Rekeningen;

/// <summary>An account as a partner sees it. What does not apply is left out.</summary>
public sealed record RekeningAnswer(
    Guid Id,
    [property: Description("persoon, telling (uren die tellen maar niet te besteden zijn), organisatie of wijkpot.")] string Soort,
    [property: Description("Waarin de rekening telt: minuten of centen. Geldt ook voor beschikbaar, gereserveerd, minimum en maximum.")] string Eenheid,
    [property: Description("Wat er nu nog van te besteden is: saldo min gereserveerd min minimum.")] long Beschikbaar,
    [property: Description("Wat vaststaat voor betalingen die nog afgerond worden.")] long Gereserveerd,
    [property: Description("Lager kan het saldo niet worden.")] long Minimum,
    [property: Description("Onwaar: de uren tellen, maar kunnen niet worden besteed.")] bool Besteedbaar,
    [property: Description("beheer: uw organisatie mag van deze rekening overboeken; inzage: alleen bekijken en erop overboeken.")] string Recht,
    DateTimeOffset AangemaaktOp,
    [property: Description("Van wie de rekening is, als zij van een persoon is.")] Guid? PersoonId = null,
    [property: Description("Wat er nu op staat, als de rekening in minuten telt.")] long? SaldoMinuten = null,
    [property: Description("Wat er nu op staat, als de rekening in centen telt.")] long? SaldoCenten = null,
    [property: Description("Hoger kan het saldo niet worden; ontbreekt als er geen grens is.")] long? Maximum = null,
    [property: Description("Wat er van de rekening te weten is, zonder dat het iets tegenhoudt: het saldo komt dicht bij een grens.")]
    IReadOnlyList<Waarschuwing>? Waarschuwingen = null,
    [property: Description("De gemeenschap waarvan de regels gelden, als er een is.")] Guid? GemeenschapId = null)
{
    internal static RekeningAnswer Of(Rekening rekening) => new(
        rekening.Id,
        rekening.Soort,
        rekening.Eenheid == Domain.Eenheid.Minuten ? "minuten" : "centen",
        rekening.Saldo - rekening.GereserveerdAf - rekening.Minimum,
        rekening.GereserveerdAf,
        rekening.Minimum,
        rekening.Besteedbaar,
        rekening.Recht,
        rekening.AangemaaktOp,
        rekening.PersoonId,
        rekening.Eenheid == Domain.Eenheid.Minuten ? rekening.Saldo : null,
        rekening.Eenheid == Domain.Eenheid.Centen ? rekening.Saldo : null,
        rekening.Maximum,
        Waarschuwing.ListOf(rekening),
        rekening.GemeenschapId);
}
