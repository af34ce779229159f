namespace GrozUtrecht.Support.Contracts;

/// <summary>A helper was proposed for a hulpvraag and is asked to answer.</summary>
public sealed record MatchProposed
{
    public required Guid VoorstelId { get; init; }

    public required Guid HulpvraagId { get; init; }

    public required Guid HelperId { get; init; }

    /// <summary>The version of the hulpvraag of which this is a proposal.</summary>
    public required long Version { get; init; }

    public required Guid PartnerId { get; init; }

    /// <summary>0 to 100.</summary>
    public required int Score { get; init; }

    /// <summary>By then the helper answers, or the next one is asked; null from a release that knew no deadline.</summary>
    public DateTimeOffset? AntwoordVoorOp { get; init; }

    public required DateTimeOffset OpgetredenOp { get; init; }
}
