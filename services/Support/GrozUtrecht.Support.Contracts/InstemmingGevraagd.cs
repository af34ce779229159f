namespace GrozUtrecht.Support.Contracts;

/// <summary>One side said yes to a proposal, and the other is asked to say so too; then there is an appointment.</summary>
public sealed record InstemmingGevraagd
{
    public required Guid VoorstelId { get; init; }

    public required Guid HulpvraagId { get; init; }

    public required Guid HelperId { get; init; }

    /// <summary>The version of the hulpvraag of which this is a proposal.</summary>
    public required long Version { get; init; }

    public required Guid PartnerId { get; init; }

    /// <summary>Who is asked: <c>helper</c> or <c>hulpvrager</c>.</summary>
    public required string Rol { get; init; }

    /// <summary>Without an answer by then the proposal expires.</summary>
    public required DateTimeOffset AntwoordVoorOp { get; init; }

    public required DateTimeOffset OpgetredenOp { get; init; }
}
