namespace GrozUtrecht.Tijdbank.Contracts;

/// <summary>Hours with which an order of another service was paid are booked.</summary>
public sealed record UrenVerrekend
{
    /// <summary>What asked for it, for example <c>vitaal-werken.inkoop</c>.</summary>
    public required string Bron { get; init; }

    /// <summary>The source's own id.</summary>
    public required Guid BronId { get; init; }

    /// <summary>The version of the request that this answers.</summary>
    public required long Version { get; init; }

    public required Guid OverboekingId { get; init; }

    public required int DurationMinutes { get; init; }

    public required DateTimeOffset OpgetredenOp { get; init; }
}
