namespace GrozUtrecht.Lifestyle.Contracts;

/// <summary>A measurement of a leefstijlarrangement was filled in. No values, and not whose.</summary>
public sealed record MetingCompleted
{
    public required Guid MetingId { get; init; }

    /// <summary>The measurement's version after this change; an older one that arrives later changes nothing.</summary>
    public required long Version { get; init; }

    public required Guid PartnerId { get; init; }

    public required string Gebied { get; init; }

    /// <summary>0, 3, 6 or 12.</summary>
    public required int MaandenNaStart { get; init; }

    public required DateTimeOffset OpgetredenOp { get; init; }
}
