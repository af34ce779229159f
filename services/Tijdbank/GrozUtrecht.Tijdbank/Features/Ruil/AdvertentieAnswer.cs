using System.ComponentModel;
using GrozUtrecht.Gebieden;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.Tijdbank.Data;
using GrozUtrecht.Tijdbank.Domain.Ruil;

namespace GrozUtrecht.Tijdbank.Features.Ruil;

/// <summary>An offer or a request as partners see it.</summary>
public sealed record AdvertentieAnswer(
    Guid Id,
    [property: Description("De rekening die aanbiedt of vraagt.")] Guid RekeningId,
    [property: Description("De persoon van de rekening; alleen voor wie de rekening beheert.")] Guid? PersoonId,
    [property: Description("Of uw organisatie deze advertentie mag wijzigen.")] bool Beheerd,
    Richting Richting,
    AdvertentieSoort Soort,
    Categorie Categorie,
    [property: Description("Ontbreekt als de tekst is gewist.")] string? Titel,
    [property: Description("Ontbreekt als de tekst is gewist.")] string? Omschrijving,
    string Postcode,
    [property: Description("Code van het gebied, als de postcode in een gebied van het programma ligt.")] string? Gebied,
    int PrijsMinuten,
    PrijsPer PrijsPer,
    [property: Description("Eurocenten per stuk die koper en aanbieder elkaar rechtstreeks betalen, buiten de Tijdbank om.")] int? PrijsCenten,
    [property: Description("Hoeveel er nog zijn; ontbreekt als er geen grens is.")] int? Voorraad,
    [property: Description("Laatste dag waarop de advertentie geldt.")] DateOnly GeldigTotDatum,
    AdvertentieStatus Status,
    [property: Description("Hoe vaak deze rekening een ruil voltooide, als koper of als aanbieder.")] int AantalVoltooid,
    [property: Description("Ongeveer, hemelsbreed tussen de middens van twee postcodes; alleen als u bij een postcode zocht.")] double? AfstandKm,
    DateTimeOffset AangemaaktOp,
    DateTimeOffset GewijzigdOp)
{
    internal static AdvertentieAnswer Of(AdvertentieRow row) => new(
        row.Id,
        row.RekeningId,
        row.PersoonId,
        row.Beheerd,
        Words.Read<Richting>(row.Richting),
        Words.Read<AdvertentieSoort>(row.Soort),
        Words.Read<Categorie>(row.Categorie),
        row.Titel,
        row.Omschrijving,
        row.Postcode,
        Postcode4.TryFind(row.Postcode, out var postcode) ? postcode.Gebied?.Code : null,
        row.PrijsMinuten,
        Words.Read<PrijsPer>(row.PrijsPer),
        row.PrijsCenten,
        row.Voorraad,
        row.GeldigTotDatum,
        Words.Read<AdvertentieStatus>(row.Status),
        row.AantalVoltooid,
        row.AfstandMeters is { } meters ? Nabijheid.Kilometers(meters) : null,
        row.AangemaaktOp,
        row.GewijzigdOp);
}
