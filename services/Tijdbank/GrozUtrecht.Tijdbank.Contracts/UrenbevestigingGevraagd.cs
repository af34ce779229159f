namespace GrozUtrecht.Tijdbank.Contracts;

/// <summary>Reported hours have been waiting for an answer for two weeks. Published once, so that a channel can tell those it concerns.</summary>
public sealed record UrenbevestigingGevraagd
{
    public required Guid UrenregistratieId { get; init; }

    public required long Version { get; init; }

    /// <summary>Who worked.</summary>
    public required Guid PersoonId { get; init; }

    /// <summary>The organisation that they worked for; absent when it was a person.</summary>
    public Guid? VoorPartnerId { get; init; }

    /// <summary>The person that they worked for; absent when it was an organisation.</summary>
    public Guid? VoorPersoonId { get; init; }

    /// <summary>Whose turn it is: <c>werker</c> or <c>ontvanger</c>.</summary>
    public required string AanZet { get; init; }

    public required int DurationMinutes { get; init; }

    public required DateOnly UitgevoerdDatum { get; init; }

    /// <summary>Without an answer the registration expires then.</summary>
    public required DateTimeOffset VerlooptOp { get; init; }

    public required DateTimeOffset OpgetredenOp { get; init; }
}
