using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.VitaalWerken.Domain.Programmas;

namespace GrozUtrecht.VitaalWerken.Data.Programmas;

/// <summary>One row of <c>programmas</c>.</summary>
internal sealed record ProgrammaRow
{
    public required Guid Id { get; init; }

    public required Guid BedrijfId { get; init; }

    public required Guid PartnerId { get; init; }

    public required string Gebied { get; init; }

    public required long Version { get; init; }

    public required string Status { get; init; }

    public required string Naam { get; init; }

    public required string Doel { get; init; }

    public int? GeldendeVersie { get; init; }

    public required DateOnly BeginDatum { get; init; }

    public required DateOnly EindDatum { get; init; }

    public required DateTimeOffset AangemaaktOp { get; init; }

    public DateTimeOffset? OvereengekomenOp { get; init; }

    public DateTimeOffset? GestartOp { get; init; }

    public DateTimeOffset? AfgeslotenOp { get; init; }

    public DateTimeOffset? IngetrokkenOp { get; init; }

    public ProgrammaStatus StatusValue => Words.Read<ProgrammaStatus>(Status);

    /// <summary>The row after a step, as the next version of it; each status that is new gets its moment.</summary>
    public ProgrammaRow After(Programmastand next, DateTimeOffset now) => this with
    {
        Version = Version + 1,
        Status = Words.Of(next.Status),
        GeldendeVersie = next.GeldendeVersie,
        OvereengekomenOp = next.GeldendeVersie == GeldendeVersie ? OvereengekomenOp : now,
        GestartOp = GestartOp ?? (next.Status == ProgrammaStatus.Lopend ? now : null),
        AfgeslotenOp = next.Status == ProgrammaStatus.Afgesloten ? now : null,
        IngetrokkenOp = next.Status == ProgrammaStatus.Ingetrokken ? now : null,
    };
}
