namespace GrozUtrecht.Tijdbank.Contracts;

/// <summary>What another service asked for by event was not booked. Asking again is up to that service, with a higher version.</summary>
public sealed record BoekingGeweigerd
{
    /// <summary>What asked for it: <c>vitaal-werken.bijdrage</c> or <c>vitaal-werken.inkoop</c>.</summary>
    public required string Bron { get; init; }

    /// <summary>The source's own id.</summary>
    public required Guid BronId { get; init; }

    /// <summary>The version of the request that this answers.</summary>
    public required long Version { get; init; }

    /// <summary>Why: the code that the Tijdbank's own API answers in such a case.</summary>
    public required string Code { get; init; }

    public required DateTimeOffset OpgetredenOp { get; init; }
}
