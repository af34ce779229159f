namespace GrozUtrecht.Tijdbank.Contracts;

/// <summary>
/// Minutes were given away: by somebody from an account, or by a contribution of outside the Tijdbank, which <see cref="Bron"/> names. Of
/// an anonymous gift nothing here leads to who gave it.
/// </summary>
public sealed record UrenGedoneerd
{
    /// <summary>The gift; of a contribution of outside its own id, the same as <see cref="BronId"/>.</summary>
    public required Guid GiftId { get; init; }

    /// <summary>Who gave; null when the gift is anonymous, and when it came from outside the Tijdbank.</summary>
    public Guid? VanRekeningId { get; init; }

    public required Guid NaarRekeningId { get; init; }

    /// <summary>persoon, organisatie or wijkpot.</summary>
    public required string OntvangerSoort { get; init; }

    /// <summary>The transfer that reached who receives.</summary>
    public required Guid OverboekingId { get; init; }

    public required int DurationMinutes { get; init; }

    public required bool Anoniem { get; init; }

    /// <summary>Always 1: a gift does not change.</summary>
    public required long Version { get; init; }

    /// <summary>Where it came from, for example <c>vitaal-werken.bijdrage</c>; null when it came from an account.</summary>
    public string? Bron { get; init; }

    /// <summary>The source's own id; null when it came from an account.</summary>
    public Guid? BronId { get; init; }

    public required DateTimeOffset OpgetredenOp { get; init; }
}
