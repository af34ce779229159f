namespace GrozUtrecht.Tijdbank.Contracts;

/// <summary>An exchange was completed, or a mediator decided that a part of it was, and its minutes were booked.</summary>
public sealed record RuilVoltooid
{
    public required Guid BestellingId { get; init; }

    public required Guid AdvertentieId { get; init; }

    /// <summary>Who received, and paid the minutes.</summary>
    public required Guid KoperRekeningId { get; init; }

    /// <summary>Who delivered, and received the minutes.</summary>
    public required Guid AanbiederRekeningId { get; init; }

    /// <summary>The booking in the ledger; null when the exchange was for nothing.</summary>
    public Guid? OverboekingId { get; init; }

    public required int DurationMinutes { get; init; }

    /// <summary>Code of the category of the advertisement.</summary>
    public required string Categorie { get; init; }

    /// <summary>The version of the order.</summary>
    public required long Version { get; init; }

    public required DateTimeOffset OpgetredenOp { get; init; }
}
