using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.Tijdbank.Domain.Bijdragen;

namespace GrozUtrecht.Tijdbank.Data.Bijdragen;

/// <summary>One row of <c>wijkpot_bijdrage</c>.</summary>
internal sealed record BijdrageRow
{
    public required Guid BijdrageId { get; init; }

    public required long Versie { get; init; }

    public required string Status { get; init; }

    public required Guid BedrijfId { get; init; }

    public required string Gebied { get; init; }

    public required string Soort { get; init; }

    public required Guid WijkpotId { get; init; }

    public required Guid OntvangerPartnerId { get; init; }

    public required int DuurMinuten { get; init; }

    /// <summary>Why it was refused.</summary>
    public string? Code { get; init; }

    public DateTimeOffset? GeboektOp { get; init; }

    public DateTimeOffset? TeruggeboektOp { get; init; }

    /// <summary>When taking it back is tried again.</summary>
    public DateTimeOffset? VolgendePogingOp { get; init; }

    public BijdrageStatus StatusValue => Words.Read<BijdrageStatus>(Status);
}
