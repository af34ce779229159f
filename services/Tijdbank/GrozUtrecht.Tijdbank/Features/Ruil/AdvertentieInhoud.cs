using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.Gebieden;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.Tijdbank.Data;
using GrozUtrecht.Tijdbank.Domain;
using GrozUtrecht.Tijdbank.Domain.Ruil;

namespace GrozUtrecht.Tijdbank.Features.Ruil;

/// <summary>What an advertisement says; the same when it is placed and when it is changed.</summary>
public sealed record AdvertentieInhoud(
    [property: Description("Een regel, zonder persoonsgegevens.")]
    [property: StringLength(Advertentie.MaximumTitelLength, MinimumLength = 3), RegularExpression(@"^\S([^\u0000-\u001f\u007f]*\S)?$")]
    string Titel,
    [property: Description("In eigen woorden, zonder namen, adressen of burgerservicenummer.")]
    [property: StringLength(Advertentie.MaximumOmschrijvingLength, MinimumLength = 1), RegularExpression(@"^\s*\S[\s\S]*$")]
    string Omschrijving,
    [property: Description("Waar het over gaat; zie de lijst van categorieën.")] Categorie Categorie,
    [property: Description("Vier cijfers."), RegularExpression("^[1-9][0-9]{3}$")] string Postcode,
    [property: Description("Minuten per uur (60 is een uur voor een uur) of per stuk; 0 is gratis.")]
    [property: Range(0, Ruilprijs.MaximumPriceMinutes)]
    int PrijsMinuten,
    [property: Description("Tijd is per uur, een product per stuk; bij een dienst kiest u.")] PrijsPer PrijsPer,
    [property: Description("Laatste dag waarop de advertentie geldt, hooguit een jaar vooruit.")] DateOnly GeldigTotDatum,
    [property: Description("Alleen bij een product: eurocenten per stuk. De twee betalen elkaar rechtstreeks; de Tijdbank bewaart geen geld van personen.")]
    [property: Range(0, Ruilprijs.MaximumPriceCents)]
    int? PrijsCenten = null,
    [property: Description("Alleen bij een product: hoeveel er zijn, of hoeveel u er zoekt. Zonder voorraad is er geen grens.")]
    [property: Range(0, Advertentie.MaximumStock)]
    int? Voorraad = null)
{
    /// <summary>Why it cannot stand like this; null when it can.</summary>
    internal Failure? Refuse(AdvertentieSoort soort, DateTimeOffset now)
    {
        if (Vrijetekst.Check(Titel, Omschrijving) is { } textFault)
            return RuilFailures.Of(textFault);
        var advertentie = new Advertentie(soort, new(PrijsMinuten, PrijsPer, PrijsCenten), Postcode, Voorraad, GeldigTotDatum);
        return advertentie.Check(NederlandseTijd.DayOf(now)) is { } fault ? RuilFailures.Of(fault) : null;
    }

    internal AdvertentieRow PutInto(AdvertentieRow row) => row with
    {
        Titel = Titel,
        Omschrijving = Omschrijving,
        Categorie = Words.Of(Categorie),
        Postcode = Postcode,
        PrijsMinuten = PrijsMinuten,
        PrijsPer = Words.Of(PrijsPer),
        PrijsCenten = PrijsCenten,
        Voorraad = Voorraad,
        GeldigTotDatum = GeldigTotDatum,
    };
}
