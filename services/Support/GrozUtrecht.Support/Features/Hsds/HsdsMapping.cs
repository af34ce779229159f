using GrozUtrecht.Gebieden;
using GrozUtrecht.Support.Data;
using GrozUtrecht.Support.Data.SocialeKaart;
using GrozUtrecht.Support.Domain.SocialeKaart;

namespace GrozUtrecht.Support.Features.Hsds;

/// <summary>Entries of the sociale kaart as HSDS objects; docs/adr/0020 has the table.</summary>
internal static class HsdsMapping
{
    private const string Active = "active";
    private const string Voice = "voice";
    private const string Province = "Utrecht";
    private const string Country = "NL";
    private const decimal CentsPerEuro = 100;

    /// <summary>A service with its organisation, and nothing of which there can be more.</summary>
    public static HsdsService Basic(VoorzieningRow row, OrganisatieRow? organisatie = null) => new()
    {
        Id = row.Id,
        OrganizationId = row.OrganisatieId,
        Name = row.Naam,
        Description = row.Omschrijving,
        Url = row.Website,
        Email = row.Email,
        Status = Active,
        ApplicationProcess = Joined(Of(Words<Aanmelding>.Read(row.Aanmelding)), row.AanmeldingToelichting),
        FeesDescription = Joined(Of(Words<Kosten>.Read(row.Kosten)), row.KostenToelichting),
        EligibilityDescription = row.Doelgroep,
        MinimumAge = row.MinimumLeeftijd,
        MaximumAge = row.MaximumLeeftijd,
        AssuredDate = row.GeverifieerdDatum,
        LastModified = row.GewijzigdOp,
        Organization = organisatie is null ? null : Basic(organisatie),
    };

    /// <summary>A service with everything that belongs to it.</summary>
    public static HsdsService Full(VoorzieningRow row, Publicatie publicatie, IReadOnlyList<Seizoen> seasons) =>
        Basic(row) with
        {
            Organization = Full(publicatie.Organisaties[row.OrganisatieId]),
            Phones = row.Telefoon is { } number ? [new(HsdsId.Of(row.Id, "phone"), number, Voice, ServiceId: row.Id)] : [],
            Schedules = HsdsSchedules.Of(row, null, seasons, null),
            ServiceAreas = [.. row.Werkgebied.Select(code => Area(row.Id, code))],
            ServiceAtLocations = [.. row.LocatieIds.Select(id => AtLocation(row, publicatie.Locaties[id], seasons))],
            Languages = [.. row.Talen.Select(code => new HsdsLanguage(HsdsId.Of(row.Id, $"language {code}"), row.Id, code))],
            CostOptions = row.BedragCenten is { } cents
                ? [new(HsdsId.Of(row.Id, "cost"), row.Id, "EUR", cents / CentsPerEuro, row.KostenToelichting)]
                : [],
            Attributes = [.. row.Categorieen.Select(code => Attribute(row.Id, publicatie.Categorieen[code], publicatie.Categorieen))],
        };

    public static HsdsOrganization Basic(OrganisatieRow row) => new()
    {
        Id = row.Id,
        Name = row.Naam,
        Description = row.Omschrijving,
        Email = row.Email,
        Website = row.Website,
    };

    public static HsdsOrganization Full(OrganisatieRow row) => Basic(row) with
    {
        Phones = row.Telefoon is { } number ? [new(HsdsId.Of(row.Id, "phone"), number, Voice, OrganizationId: row.Id)] : [],
        OrganizationIdentifiers = row.KvkNummer is { } kvk ? [new(HsdsId.Of(row.Id, "kvk"), row.Id, "NL-KVK", "KvK-nummer", kvk)] : [],
    };

    public static HsdsLocation Location(LocatieRow row) => new()
    {
        Id = row.Id,
        LocationType = "physical",
        OrganizationId = row.OrganisatieId,
        Name = row.Naam,
        Transportation = row.Route,
        Addresses =
        [
            new(
                HsdsId.Of(row.Id, "address"),
                row.Id,
                row.Adres,
                Postcode4.TryFind(row.Postcode, out var postcode) ? postcode.Gemeente : Province,
                Province,
                row.PostcodeLetters is { } letters ? $"{row.Postcode} {letters}" : row.Postcode,
                Country,
                "physical"),
        ],
        Accessibility = [.. row.Toegankelijkheid.Select(word => new HsdsAccessibility(HsdsId.Of(row.Id, word), row.Id, word.Replace('-', ' ')))],
    };

    private static HsdsServiceAtLocation AtLocation(VoorzieningRow row, LocatieRow locatie, IReadOnlyList<Seizoen> seasons)
    {
        var id = HsdsId.Of(row.Id, $"location {locatie.Id}");
        return new(id, row.Id, locatie.Id, Location(locatie), HsdsSchedules.Of(row, locatie.Id, seasons, id));
    }

    private static HsdsServiceArea Area(Guid serviceId, string code) => new(
        HsdsId.Of(serviceId, $"area {code}"),
        serviceId,
        Gebied.TryFind(code, out var gebied) ? gebied.Naam : code,
        gebied is null ? code : $"Postcodes {string.Join(", ", gebied.Postcodes)}");

    private static HsdsAttribute Attribute(Guid serviceId, KaartcategorieRow categorie, IReadOnlyDictionary<string, KaartcategorieRow> all) => new(
        HsdsId.Of(serviceId, $"category {categorie.Code}"), serviceId, "service", "service_category", categorie.Id, HsdsTaxonomies.Term(categorie, all));

    private static string Joined(string first, string? second) => second is null ? first : $"{first}. {second}";

    private static string Of(Aanmelding aanmelding) => aanmelding switch
    {
        Aanmelding.VrijeInloop => "Vrije inloop",
        Aanmelding.OpAfspraak => "Op afspraak",
        _ => "Met verwijzing",
    };

    private static string Of(Kosten kosten) => kosten switch
    {
        Kosten.Gratis => "Gratis",
        Kosten.VrijwilligeBijdrage => "Vrijwillige bijdrage",
        _ => "Betaald",
    };
}
