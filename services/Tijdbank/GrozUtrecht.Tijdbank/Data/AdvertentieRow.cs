using GrozUtrecht.Tijdbank.Domain.Ruil;

namespace GrozUtrecht.Tijdbank.Data;

/// <summary>A row of <c>advertentie</c>, with what the caller may know of its account.</summary>
internal sealed record AdvertentieRow
{
    public const string Columns =
        """
        a.id, a.rekening_id, a.richting, a.soort, a.categorie, a.titel, a.omschrijving, a.postcode, a.prijs_minuten, a.prijs_per,
        a.prijs_centen, a.voorraad, a.geldig_tot_datum, a.status, a.version, a.aangemaakt_op, a.gewijzigd_op
        """;

    public required Guid Id { get; init; }

    public required Guid RekeningId { get; init; }

    public required string Richting { get; init; }

    public required string Soort { get; init; }

    public required string Categorie { get; init; }

    public string? Titel { get; init; }

    public string? Omschrijving { get; init; }

    public required string Postcode { get; init; }

    public required int PrijsMinuten { get; init; }

    public required string PrijsPer { get; init; }

    public int? PrijsCenten { get; init; }

    public int? Voorraad { get; init; }

    public required DateOnly GeldigTotDatum { get; init; }

    public required string Status { get; init; }

    public required long Version { get; init; }

    public required DateTimeOffset AangemaaktOp { get; init; }

    public required DateTimeOffset GewijzigdOp { get; init; }

    /// <summary>Whether the caller manages the account.</summary>
    public bool Beheerd { get; init; }

    /// <summary>The person of the account, for who manages it only.</summary>
    public Guid? PersoonId { get; init; }

    public int AantalVoltooid { get; init; }

    /// <summary>From the place of the search, when there is one.</summary>
    public int? AfstandMeters { get; init; }

    /// <summary>The place in the order of a search.</summary>
    public long Score { get; init; }

    public Ruilprijs Prijs => new(PrijsMinuten, ServiceDefaults.Data.Words.Read<PrijsPer>(PrijsPer), PrijsCenten);
}
