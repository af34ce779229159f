namespace GrozUtrecht.Tijdbank.Contracts;

/// <summary>Hours were credited to the account of a person, because of something another service reported.</summary>
public sealed record UrenBijgeschreven
{
    public required Guid OverboekingId { get; init; }

    public required Guid RekeningId { get; init; }

    public required Guid PersoonId { get; init; }

    public required int DurationMinutes { get; init; }

    public required long BalanceAfterMinutes { get; init; }

    /// <summary>What the hours come from, for example <c>support.afspraak</c>.</summary>
    public required string Bron { get; init; }

    /// <summary>The id that the source gave to it; for <c>support.afspraak</c> the id of the afspraak.</summary>
    public required Guid BronId { get; init; }

    /// <summary>The version of the account after this credit: a later one has seen all that an earlier one has.</summary>
    public required long Version { get; init; }

    public required DateTimeOffset OpgetredenOp { get; init; }
}
