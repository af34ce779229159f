using System.ComponentModel;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.Tijdbank.Data;
using GrozUtrecht.Tijdbank.Domain.Giften;
using GrozUtrecht.Tijdbank.Features.Rekeningen;

namespace GrozUtrecht.Tijdbank.Features.Giften;

/// <summary>A gift as a partner sees it. What does not apply is left out.</summary>
public sealed record GiftAnswer(
    Guid Id,
    [property: Description("Wie gaf. Ontbreekt bij een anonieme gift die u ontving.")] Guid? VanRekeningId,
    [property: Description("De rekening die ontving.")] Guid NaarRekeningId,
    Ontvangersoort OntvangerSoort,
    int DuurMinuten,
    [property: Description("Wie ontvangt, ziet niet wie gaf.")] bool Anoniem,
    [property: Description("De overboeking op het overzicht van uw rekening.")] Guid OverboekingId,
    DateTimeOffset GegevenOp,
    [property: Description("Ontbreekt als er geen is, of als het gewist is.")] string? Bericht = null,
    [property: Description("Over de rekening die gaf, meteen na het geven: het saldo komt dicht bij een grens.")]
    IReadOnlyList<Waarschuwing>? Waarschuwingen = null)
{
    internal static GiftAnswer Of(GiftRow row) => new(
        row.Id, row.VanRekeningId, row.NaarRekeningId, Words.Read<Ontvangersoort>(row.OntvangerSoort), row.DuurMinuten, row.Anoniem,
        row.OverboekingId, row.GegevenOp, row.Bericht);
}
