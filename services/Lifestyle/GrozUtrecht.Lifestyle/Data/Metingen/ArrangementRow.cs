namespace GrozUtrecht.Lifestyle.Data.Metingen;

/// <summary>One row of <c>metingen.arrangementen</c>.</summary>
internal sealed record ArrangementRow
{
    public required Guid Id { get; init; }

    public required Guid PartnerId { get; init; }

    public required long Version { get; init; }

    /// <summary>Null once the person is forgotten.</summary>
    public Guid? Pseudoniem { get; init; }

    public required string Doelgroep { get; init; }

    public required string Gebied { get; init; }

    public required string Status { get; init; }

    public int? GeldendeVersie { get; init; }

    public required string[] Vragenlijsten { get; init; }

    public required DateTimeOffset AangemaaktOp { get; init; }

    public DateOnly? StartDatum { get; init; }

    public DateTimeOffset? BeeindigdOp { get; init; }
}

/// <summary>What two people agree to: one row of <c>metingen.arrangement_versies</c> with its activities.</summary>
internal sealed record ArrangementversieRow
{
    public required Guid ArrangementId { get; init; }

    public required int Versie { get; init; }

    public string? Doel { get; init; }

    public required Guid[] ActiviteitIds { get; init; }

    public required DateTimeOffset VoorgesteldOp { get; init; }

    public DateTimeOffset? IngestemdOp { get; init; }
}
