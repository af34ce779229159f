namespace GrozUtrecht.Tijdbank.Contracts;

/// <summary>Minutes were given away. Of an anonymous gift nothing here leads to who gave it.</summary>
public sealed record UrenGedoneerd
{
    public required Guid GiftId { get; init; }

    /// <summary>Who gave; null when the gift is anonymous.</summary>
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

    public required DateTimeOffset OpgetredenOp { get; init; }
}
