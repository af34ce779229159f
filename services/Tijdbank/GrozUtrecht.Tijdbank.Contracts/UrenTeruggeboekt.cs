namespace GrozUtrecht.Tijdbank.Contracts;

/// <summary>Hours that were credited were taken back, because they turned out to be wrong.</summary>
public sealed record UrenTeruggeboekt
{
    /// <summary>The transfer back.</summary>
    public required Guid OverboekingId { get; init; }

    /// <summary>The transfer with which they had been credited.</summary>
    public required Guid BijschrijvingId { get; init; }

    public required Guid RekeningId { get; init; }

    public required Guid PersoonId { get; init; }

    public required int DurationMinutes { get; init; }

    public required string UrenSoort { get; init; }

    public required DateOnly UitgevoerdDatum { get; init; }

    public required Guid UrenregistratieId { get; init; }

    /// <summary>The version of the registration after it was taken back.</summary>
    public required long Version { get; init; }

    public required DateTimeOffset OpgetredenOp { get; init; }
}
