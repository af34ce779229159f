namespace GrozUtrecht.VitaalWerken.Contracts;

/// <summary>
/// A company says that it delivered a contribution. With a wijkpot it asks the Tijdbank to book the minutes. It is told again, as a higher
/// version, when the Tijdbank refused and the company changed the fund.
/// </summary>
public sealed record BijdrageDelivered
{
    public required Guid BijdrageId { get; init; }

    /// <summary>The contribution's version after this change; the Tijdbank's answers name it.</summary>
    public required long Version { get; init; }

    public required Guid BedrijfId { get; init; }

    /// <summary>Code of the area whose network the company is in.</summary>
    public required string Gebied { get; init; }

    /// <summary>euro, uren, producten or ruimte.</summary>
    public required string Soort { get; init; }

    /// <summary>The fund that receives; null when it is not for a fund, and nothing is to be booked.</summary>
    public Guid? WijkpotId { get; init; }

    /// <summary>The partner that receives; of a fund the one that manages it.</summary>
    public required Guid OntvangerPartnerId { get; init; }

    /// <summary>Of hours, and of products that are given for the minutes on which both agreed.</summary>
    public int? DurationMinutes { get; init; }

    /// <summary>Of money.</summary>
    public long? AmountCents { get; init; }

    /// <summary>Of products: how many. Of space: how many parts of a day.</summary>
    public int? Aantal { get; init; }

    public required DateTimeOffset OpgetredenOp { get; init; }
}
