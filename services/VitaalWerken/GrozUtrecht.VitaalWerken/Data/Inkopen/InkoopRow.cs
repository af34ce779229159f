using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.VitaalWerken.Domain.Inkopen;

namespace GrozUtrecht.VitaalWerken.Data.Inkopen;

/// <summary>One row of <c>inkopen</c>.</summary>
internal sealed record InkoopRow
{
    public required Guid Id { get; init; }

    public required long Version { get; init; }

    public required Guid BedrijfId { get; init; }

    public required Guid KoperPartnerId { get; init; }

    public required string Gebied { get; init; }

    public required Guid LeverancierId { get; init; }

    public required Guid LeverancierPartnerId { get; init; }

    public required string LeverancierSoort { get; init; }

    public required string Status { get; init; }

    public required string Omschrijving { get; init; }

    public long? PrijsCenten { get; init; }

    public int? PrijsMinuten { get; init; }

    public required DateOnly Leverdatum { get; init; }

    /// <summary>What leads to the payment outside the platform.</summary>
    public string? Kenmerk { get; init; }

    public string? Reden { get; init; }

    public Guid? VanRekeningId { get; init; }

    public Guid? NaarRekeningId { get; init; }

    public long? GevraagdeVersie { get; init; }

    /// <summary>Why the Tijdbank refused the last time.</summary>
    public string? WeigeringCode { get; init; }

    public required DateTimeOffset AangemaaktOp { get; init; }

    public required DateTimeOffset GewijzigdOp { get; init; }

    public DateTimeOffset? AfgerekendOp { get; init; }

    public Inkoopstand Stand => new(Words.Read<InkoopStatus>(Status), PrijsMinuten is not null, GevraagdeVersie);

    /// <summary>The next version, where it stands now.</summary>
    public InkoopRow With(Inkoopstand stand, DateTimeOffset now) => this with
    {
        Version = Version + 1,
        Status = Words.Of(stand.Status),
        GevraagdeVersie = stand.GevraagdeVersie,
        GewijzigdOp = now,
        AfgerekendOp = stand.Status == InkoopStatus.Afgerekend ? now : null,
    };
}
