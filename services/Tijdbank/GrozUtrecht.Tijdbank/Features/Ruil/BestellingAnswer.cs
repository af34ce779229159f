using System.ComponentModel;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.Tijdbank.Data;
using GrozUtrecht.Tijdbank.Domain.Ruil;
using GrozUtrecht.Tijdbank.Features.Rekeningen;

namespace GrozUtrecht.Tijdbank.Features.Ruil;

/// <summary>An order as its two sides see it.</summary>
public sealed record BestellingAnswer(
    Guid Id,
    Guid AdvertentieId,
    [property: Description("Titel van de advertentie zoals die nu is; ontbreekt als die gewist is.")] string? Titel,
    Richting Richting,
    Categorie Categorie,
    [property: Description("Betaalt de minuten en ontvangt wat besteld is.")] Guid KoperRekeningId,
    [property: Description("Levert, en ontvangt de minuten.")] Guid AanbiederRekeningId,
    [property: Description("Namens welke kant uw organisatie optreedt.")] IReadOnlyList<Partij> UwPartijen,
    [property: Description("Bij een prijs per stuk.")] int? Aantal,
    [property: Description("Bij een prijs per uur.")] int? DuurMinuten,
    [property: Description("De prijs van de hele bestelling, zoals afgesproken toen zij werd geplaatst.")] int PrijsMinuten,
    [property: Description("Eurocenten voor de hele bestelling, die de twee elkaar rechtstreeks betalen buiten de Tijdbank om.")] int? PrijsCenten,
    BestellingStatus Status,
    [property: Description("Wat uw organisatie nu met deze bestelling kan doen.")] IReadOnlyList<Handeling> Handelingen,
    [property: Description("Wanneer de bestelling zonder verdere stap vanzelf eindigt: wat geleverd is wordt bevestigd, al het andere verloopt.")]
    DateTimeOffset? TermijnOp,
    [property: Description("Hoeveel minuten naar de aanbieder gingen.")] int? GeboektMinuten,
    [property: Description("De overboeking daarvan.")] Guid? OverboekingId,
    DateTimeOffset AangemaaktOp,
    DateTimeOffset GewijzigdOp,
    [property: Description("Alleen bij een stap die minuten vasthoudt: u kunt er daarna bijna geen meer uitgeven.")] Waarschuwing? Waarschuwing = null,
    [property: Description("Wat er gebeurde, van oud naar nieuw; alleen bij het ophalen van een bestelling.")]
    IReadOnlyList<GebeurtenisAnswer>? Geschiedenis = null)
{
    internal static BestellingAnswer Of(BestellingRow row, Waarschuwing? warning = null, IReadOnlyList<GebeurtenisRow>? history = null, bool mediates = false)
    {
        IReadOnlyList<Partij> acting = mediates ? [.. row.Partijen, Partij.Bemiddelaar] : row.Partijen;
        return new(
            row.Id,
            row.AdvertentieId,
            row.Titel,
            row.RichtingValue,
            Words.Read<Categorie>(row.Categorie),
            row.KoperRekeningId,
            row.AanbiederRekeningId,
            row.Partijen,
            row.Aantal,
            row.DuurMinuten,
            row.PrijsMinuten,
            row.PrijsCenten,
            row.StatusValue,
            [.. acting.SelectMany(partij => Bestelloop.Possible(row.StatusValue, row.RichtingValue, partij)).Distinct().Order()],
            row.TermijnOp,
            row.GeboektMinuten,
            row.OverboekingId,
            row.AangemaaktOp,
            row.GewijzigdOp,
            warning,
            history is null ? null : [.. history.Select(GebeurtenisAnswer.Of)]);
    }
}

/// <summary>A step of an order.</summary>
public sealed record GebeurtenisAnswer(
    Handeling Handeling,
    Partij Partij,
    BestellingStatus StatusNa,
    DateTimeOffset OpgetredenOp,
    [property: Description("Wat erbij werd geschreven; ontbreekt als het gewist is.")] string? Tekst)
{
    internal static GebeurtenisAnswer Of(GebeurtenisRow row) => new(
        Words.Read<Handeling>(row.Handeling), Words.Read<Partij>(row.Partij), Words.Read<BestellingStatus>(row.StatusNa), row.OpgetredenOp, row.Tekst);
}
