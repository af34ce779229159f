namespace GrozUtrecht.Support.Contracts;

/// <summary>A hulpvraag came to a dead end, and became a question for the buurtassistent.</summary>
public sealed record HulpvraagEscalated
{
    public required Guid HulpvraagId { get; init; }

    /// <summary>The question in the inbox of the buurt.</summary>
    public required Guid SocialeVraagId { get; init; }

    /// <summary>The version of the hulpvraag when it was escalated.</summary>
    public required long Version { get; init; }

    public required Guid PartnerId { get; init; }

    /// <summary><c>niemand-gevonden</c>, <c>laat-afgezegd</c>, <c>niet-verschenen</c> or <c>niet-bevestigd</c>.</summary>
    public required string Reden { get; init; }

    /// <summary>Four digits.</summary>
    public required string Postcode { get; init; }

    /// <summary>Who was on duty and got the question; null when nobody was, and it waits in the inbox.</summary>
    public required Guid? BuurtassistentId { get; init; }

    public required DateTimeOffset OpgetredenOp { get; init; }
}
