namespace GrozUtrecht.Support.Contracts;

/// <summary>A helper, or the hulpvrager who chooses, did not answer a proposal in time; it counts no more.</summary>
public sealed record VoorstelVerlopen
{
    public required Guid VoorstelId { get; init; }

    public required Guid HulpvraagId { get; init; }

    public required Guid HelperId { get; init; }

    /// <summary>The version of the hulpvraag of which this was a proposal.</summary>
    public required long Version { get; init; }

    public required Guid PartnerId { get; init; }

    public required DateTimeOffset OpgetredenOp { get; init; }
}
