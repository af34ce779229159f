namespace GrozUtrecht.VitaalWerken.Contracts;

/// <summary>Who receives a contribution disputes that it was delivered. What the Tijdbank booked for it is to be taken back.</summary>
public sealed record BijdrageDisputed
{
    public required Guid BijdrageId { get; init; }

    /// <summary>The contribution's version after this change: higher than that of every delivery, also of one that arrives later.</summary>
    public required long Version { get; init; }

    public required Guid BedrijfId { get; init; }

    /// <summary>Code of the area whose network the company is in.</summary>
    public required string Gebied { get; init; }

    /// <summary>euro, uren, producten or ruimte.</summary>
    public required string Soort { get; init; }

    /// <summary>The fund that was to receive; null when it is not for a fund.</summary>
    public Guid? WijkpotId { get; init; }

    public required Guid OntvangerPartnerId { get; init; }

    /// <summary>What was to be booked.</summary>
    public int? DurationMinutes { get; init; }

    public required DateTimeOffset OpgetredenOp { get; init; }
}
