using System.Text.Json;
using GrozUtrecht.Support.Domain.SocialeKaart;

namespace GrozUtrecht.Support.Data.SocialeKaart;

/// <summary>A row of <c>voorzieningen</c> with its categories and places.</summary>
internal sealed record VoorzieningRow
{
    public const string Columns =
        """
        v.id, v.partner_id, v.organisatie_id, v.organisatie_naam, v.naam, v.omschrijving, v.doelgroep, v.minimum_leeftijd, v.maximum_leeftijd,
        v.kosten, v.kosten_toelichting, v.bedrag_centen, v.aanmelding, v.aanmelding_toelichting, v.talen, v.werkgebied, v.website, v.email,
        v.telefoon, v.openingstijden::text AS openingstijden, v.afwijkende_tijden::text AS afwijkende_tijden, v.onderhouden_door,
        v.verificatie_maanden, v.geverifieerd_datum, v.verifieren_voor_datum, v.status, v.version, v.aangemaakt_op, v.gewijzigd_op, v.gepubliceerd_op,
        ARRAY (SELECT k.categorie FROM voorziening_categorieen k WHERE k.voorziening_id = v.id ORDER BY k.categorie) AS categorieen,
        ARRAY (SELECT p.locatie_id FROM voorziening_locaties p WHERE p.voorziening_id = v.id ORDER BY p.locatie_id) AS locatie_ids
        """;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public required Guid Id { get; init; }

    public required Guid PartnerId { get; init; }

    public required Guid OrganisatieId { get; init; }

    public required string OrganisatieNaam { get; init; }

    public required string Naam { get; init; }

    public required string Omschrijving { get; init; }

    public string? Doelgroep { get; init; }

    public int? MinimumLeeftijd { get; init; }

    public int? MaximumLeeftijd { get; init; }

    public required string Kosten { get; init; }

    public string? KostenToelichting { get; init; }

    public int? BedragCenten { get; init; }

    public required string Aanmelding { get; init; }

    public string? AanmeldingToelichting { get; init; }

    public required string[] Talen { get; init; }

    public required string[] Werkgebied { get; init; }

    public string? Website { get; init; }

    public string? Email { get; init; }

    public string? Telefoon { get; init; }

    public required string Openingstijden { get; init; }

    public required string AfwijkendeTijden { get; init; }

    public string? OnderhoudenDoor { get; init; }

    public required int VerificatieMaanden { get; init; }

    public DateOnly? GeverifieerdDatum { get; init; }

    public DateOnly? VerifierenVoorDatum { get; init; }

    public required string Status { get; init; }

    public required long Version { get; init; }

    public required DateTimeOffset AangemaaktOp { get; init; }

    public required DateTimeOffset GewijzigdOp { get; init; }

    public DateTimeOffset? GepubliceerdOp { get; init; }

    public required string[] Categorieen { get; init; }

    public required Guid[] LocatieIds { get; init; }

    public int? AfstandMeters { get; init; }

    public long Score { get; init; }

    public Kaartstatus StatusValue => Words<Kaartstatus>.Read(Status);

    public Openingstijden Tijden() => new(
        JsonSerializer.Deserialize<List<Openingstijd>>(Openingstijden, Json)!,
        JsonSerializer.Deserialize<List<AfwijkendeTijd>>(AfwijkendeTijden, Json)!);

    public VoorzieningRow With(Openingstijden tijden) => this with
    {
        Openingstijden = JsonSerializer.Serialize(tijden.Week, Json),
        AfwijkendeTijden = JsonSerializer.Serialize(tijden.Afwijkend, Json),
    };

    public VoorzieningRow Verified(Verificatie verificatie) =>
        this with { GeverifieerdDatum = verificatie.Datum, VerifierenVoorDatum = verificatie.VoorDatum };
}
