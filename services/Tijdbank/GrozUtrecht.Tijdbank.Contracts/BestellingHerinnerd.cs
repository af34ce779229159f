namespace GrozUtrecht.Tijdbank.Contracts;

/// <summary>Something was delivered a week ago, and who received it has not said so yet: remind them, or it is confirmed by itself.</summary>
public sealed record BestellingHerinnerd
{
    public required Guid BestellingId { get; init; }

    /// <summary>The account of who received.</summary>
    public required Guid KoperRekeningId { get; init; }

    /// <summary>When it will be confirmed by itself.</summary>
    public required DateTimeOffset UiterlijkOp { get; init; }

    /// <summary>The version of the order, which a reminder does not change.</summary>
    public required long Version { get; init; }

    public required DateTimeOffset OpgetredenOp { get; init; }
}
