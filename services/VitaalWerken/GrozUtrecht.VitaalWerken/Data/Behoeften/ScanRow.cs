using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.VitaalWerken.Domain.Behoeften;

namespace GrozUtrecht.VitaalWerken.Data.Behoeften;

/// <summary>One row of <c>medewerkersscans</c>.</summary>
internal sealed record ScanRow
{
    public required Guid Id { get; init; }

    public required Guid BedrijfId { get; init; }

    public required string Status { get; init; }

    public required DateOnly SluitDatum { get; init; }

    public required string[] Groepen { get; init; }

    public required int CodesMaximum { get; init; }

    public required int CodesUitgegeven { get; init; }

    public required DateTimeOffset GeopendOp { get; init; }

    public DateTimeOffset? GeslotenOp { get; init; }

    public int? Aantal { get; init; }

    public bool IsOpen => Words.Read<ScanStatus>(Status) == ScanStatus.Open;
}
