namespace GrozUtrecht.VitaalWerken.Data;

/// <summary>One row of <c>bedrijven</c>.</summary>
internal sealed record BedrijfRow
{
    public required Guid Id { get; init; }

    public required Guid PartnerId { get; init; }

    public required long Version { get; init; }

    public required string KvkNummer { get; init; }

    public string? Vestigingsnummer { get; init; }

    public required string Naam { get; init; }

    public required string Sector { get; init; }

    public required string Grootteklasse { get; init; }

    public required string Postcode { get; init; }

    public required string Gebied { get; init; }

    public required string Status { get; init; }

    public required DateTimeOffset AangemaaktOp { get; init; }

    public required DateTimeOffset BelangstellendOp { get; init; }

    public DateTimeOffset? LidOp { get; init; }

    public DateTimeOffset? VertrokkenOp { get; init; }
}
