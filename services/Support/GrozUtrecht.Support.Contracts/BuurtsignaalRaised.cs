namespace GrozUtrecht.Support.Contracts;

/// <summary>A resident said what matters in the buurt. What they wrote stays in Support.</summary>
public sealed record BuurtsignaalRaised
{
    public required Guid SignaalId { get; init; }

    public required long Version { get; init; }

    public required Guid PartnerId { get; init; }

    public required string Thema { get; init; }

    /// <summary>Four digits.</summary>
    public required string Postcode { get; init; }

    /// <summary>Code of the area of the programme; null when the postcode is in none.</summary>
    public required string? Gebied { get; init; }

    public required DateTimeOffset OpgetredenOp { get; init; }
}
