namespace GrozUtrecht.Support.Contracts;

/// <summary>A helper accepted: there is an appointment.</summary>
public sealed record MatchAccepted
{
    public required Guid AfspraakId { get; init; }

    public required Guid VoorstelId { get; init; }

    public required Guid HulpvraagId { get; init; }

    public required Guid HelperId { get; init; }

    /// <summary>The version of the hulpvraag after the acceptance.</summary>
    public required long Version { get; init; }

    public required Guid PartnerId { get; init; }

    public required int DurationMinutes { get; init; }

    public required DateTimeOffset BegintOp { get; init; }

    public required DateTimeOffset OpgetredenOp { get; init; }
}
