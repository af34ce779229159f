using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.Tijdbank.Domain.Ruil;

namespace GrozUtrecht.Tijdbank.Data;

/// <summary>A row of <c>bestelling</c>, with the sides for which the caller acts.</summary>
internal sealed record BestellingRow
{
    public const string Columns =
        """
        b.id, b.advertentie_id, b.richting, b.categorie, b.koper_rekening_id, b.aanbieder_rekening_id, b.aantal, b.duur_minuten,
        b.prijs_minuten, b.prijs_centen, b.status, b.reservering_id, b.overboeking_id, b.geboekt_minuten, b.termijn_op, b.herinneren_op,
        b.version, b.aangemaakt_op, b.gewijzigd_op
        """;

    public required Guid Id { get; init; }

    public required Guid AdvertentieId { get; init; }

    public required string Richting { get; init; }

    public required string Categorie { get; init; }

    public required Guid KoperRekeningId { get; init; }

    public required Guid AanbiederRekeningId { get; init; }

    public int? Aantal { get; init; }

    public int? DuurMinuten { get; init; }

    /// <summary>For the whole order.</summary>
    public required int PrijsMinuten { get; init; }

    public int? PrijsCenten { get; init; }

    public required string Status { get; init; }

    public Guid? ReserveringId { get; init; }

    public Guid? OverboekingId { get; init; }

    public int? GeboektMinuten { get; init; }

    public DateTimeOffset? TermijnOp { get; init; }

    public DateTimeOffset? HerinnerenOp { get; init; }

    public required long Version { get; init; }

    public required DateTimeOffset AangemaaktOp { get; init; }

    public required DateTimeOffset GewijzigdOp { get; init; }

    /// <summary>Title of the advertisement as it is now.</summary>
    public string? Titel { get; init; }

    public bool BeheertKoper { get; init; }

    public bool BeheertAanbieder { get; init; }

    public BestellingStatus StatusValue => Words.Read<BestellingStatus>(Status);

    public Richting RichtingValue => Words.Read<Richting>(Richting);

    /// <summary>How much of the stock the order takes.</summary>
    public int StockCount => Aantal ?? 1;

    /// <summary>The sides for which the caller may speak.</summary>
    public IReadOnlyList<Partij> Partijen => (BeheertKoper, BeheertAanbieder) switch
    {
        (true, true) => [Partij.Koper, Partij.Aanbieder],
        (true, false) => [Partij.Koper],
        (false, true) => [Partij.Aanbieder],
        _ => [],
    };
}
