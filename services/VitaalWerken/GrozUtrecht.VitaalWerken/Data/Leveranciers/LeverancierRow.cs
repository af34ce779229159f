namespace GrozUtrecht.VitaalWerken.Data.Leveranciers;

/// <summary>One row of <c>leveranciers</c>.</summary>
internal sealed record LeverancierRow
{
    public required Guid Id { get; init; }

    public required Guid PartnerId { get; init; }

    public required long Version { get; init; }

    public required string Soort { get; init; }

    public required string Status { get; init; }

    public required string Naam { get; init; }

    public required string Omschrijving { get; init; }

    public string? KvkNummer { get; init; }

    public required string Postcode { get; init; }

    public required string Gebied { get; init; }

    public string? Beoordeling { get; init; }

    public required DateTimeOffset AangemaaktOp { get; init; }

    public required DateTimeOffset GewijzigdOp { get; init; }
}
