namespace GrozUtrecht.VitaalWerken.Contracts;

/// <summary>A company became a member of the vitality network of its area.</summary>
public sealed record BedrijfJoined
{
    public required Guid BedrijfId { get; init; }

    /// <summary>The company's version after this change.</summary>
    public required long Version { get; init; }

    public required Guid PartnerId { get; init; }

    /// <summary>Code of the area whose network the company joined.</summary>
    public required string Gebied { get; init; }

    public required DateTimeOffset OpgetredenOp { get; init; }
}
