namespace GrozUtrecht.VitaalWerken.Contracts;

/// <summary>A company asks the Tijdbank to pay an order in hours.</summary>
public sealed record InkoopAfrekeningGevraagd
{
    public required Guid InkoopId { get; init; }

    /// <summary>The order's version after this change. Each version is a request of its own: after a refusal there may be another.</summary>
    public required long Version { get; init; }

    /// <summary>The partner that buys; it must manage the account that pays.</summary>
    public required Guid PartnerId { get; init; }

    /// <summary>The partner that sells; it must manage the account that receives.</summary>
    public required Guid LeverancierPartnerId { get; init; }

    public required Guid VanRekeningId { get; init; }

    public required Guid NaarRekeningId { get; init; }

    public required int DurationMinutes { get; init; }

    public required DateTimeOffset OpgetredenOp { get; init; }
}
