namespace GrozUtrecht.Lifestyle.Data;

/// <summary>One row of <c>sessies</c>.</summary>
internal sealed record SessieRow
{
    public required Guid Id { get; init; }

    public required Guid ActiviteitId { get; init; }

    public required DateTimeOffset BegintOp { get; init; }

    public required DateTimeOffset EindigtOp { get; init; }

    public required DateTimeOffset AangemaaktOp { get; init; }
}
