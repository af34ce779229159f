namespace GrozUtrecht.Support.Contracts;

/// <summary>An appointment begins soon: both sides are reminded of it, once.</summary>
public sealed record AfspraakHerinnerd
{
    public required Guid AfspraakId { get; init; }

    public required Guid HulpvraagId { get; init; }

    public required Guid HelperId { get; init; }

    /// <summary>The version of the appointment.</summary>
    public required long Version { get; init; }

    public required Guid PartnerId { get; init; }

    public required DateTimeOffset BegintOp { get; init; }

    public required DateTimeOffset OpgetredenOp { get; init; }
}
