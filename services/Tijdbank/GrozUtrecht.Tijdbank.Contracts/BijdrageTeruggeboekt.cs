namespace GrozUtrecht.Tijdbank.Contracts;

/// <summary>Nothing is booked any more for a contribution that was disputed: it was taken back, or never came that far.</summary>
public sealed record BijdrageTeruggeboekt
{
    public required Guid BijdrageId { get; init; }

    /// <summary>The version of the dispute that this answers.</summary>
    public required long Version { get; init; }

    /// <summary>The transfer back; null when nothing had been booked.</summary>
    public Guid? OverboekingId { get; init; }

    public required DateTimeOffset OpgetredenOp { get; init; }
}
