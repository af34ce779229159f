using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.VitaalWerken.Domain.Bijdragen;

namespace GrozUtrecht.VitaalWerken.Data.Bijdragen;

/// <summary>One row of <c>bijdragen</c>.</summary>
internal sealed record BijdrageRow
{
    public required Guid Id { get; init; }

    public required long Version { get; init; }

    public required Guid BedrijfId { get; init; }

    /// <summary>The partner of the company.</summary>
    public required Guid GeverPartnerId { get; init; }

    public required string Gebied { get; init; }

    public Guid? ProgrammaId { get; init; }

    public required string Soort { get; init; }

    public required string Status { get; init; }

    public required string OntvangerSoort { get; init; }

    public Guid? WijkpotId { get; init; }

    public Guid? LeverancierId { get; init; }

    public required Guid OntvangerPartnerId { get; init; }

    public required string Omschrijving { get; init; }

    public long? BedragCenten { get; init; }

    public int? DuurMinuten { get; init; }

    public int? Aantal { get; init; }

    public int? Dagdelen { get; init; }

    public required DateOnly ToegezegdDatum { get; init; }

    public DateOnly? GeplandDatum { get; init; }

    public DateOnly? GeleverdDatum { get; init; }

    public DateOnly? BevestigdDatum { get; init; }

    public DateOnly? BetwistbaarTotEnMet { get; init; }

    /// <summary>What leads to the payment, of money.</summary>
    public string? Bewijs { get; init; }

    /// <summary>Why it was disputed or withdrawn.</summary>
    public string? Reden { get; init; }

    public string? Boeking { get; init; }

    public long? GevraagdeVersie { get; init; }

    /// <summary>Why the Tijdbank refused.</summary>
    public string? BoekingCode { get; init; }

    public required DateTimeOffset AangemaaktOp { get; init; }

    public required DateTimeOffset GewijzigdOp { get; init; }

    public Bijdragestand Stand => new(
        Words.Read<BijdrageStatus>(Status), WijkpotId is not null, Boeking is null ? null : Words.Read<BijdrageBoekstatus>(Boeking), GevraagdeVersie,
        BetwistbaarTotEnMet);

    /// <summary>The next version, where it stands now.</summary>
    public BijdrageRow With(Bijdragestand stand, DateTimeOffset now) => this with
    {
        Version = Version + 1,
        Status = Words.Of(stand.Status),
        Boeking = stand.Boeking is { } boeking ? Words.Of(boeking) : null,
        GevraagdeVersie = stand.GevraagdeVersie,
        BetwistbaarTotEnMet = stand.BetwistbaarTotEnMet,
        BoekingCode = stand.Boeking == BijdrageBoekstatus.Geweigerd ? BoekingCode : null,
        GewijzigdOp = now,
    };
}
