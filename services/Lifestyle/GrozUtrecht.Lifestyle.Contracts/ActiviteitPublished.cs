namespace GrozUtrecht.Lifestyle.Contracts;

/// <summary>An activity became visible to everyone in its area.</summary>
public sealed record ActiviteitPublished
{
    public required Guid ActiviteitId { get; init; }

    /// <summary>The activity's version after this change; an older one that arrives later changes nothing.</summary>
    public required long Version { get; init; }

    public required Guid PartnerId { get; init; }

    /// <summary>Code of the area where the activity takes place.</summary>
    public required string Gebied { get; init; }

    public required DateTimeOffset OpgetredenOp { get; init; }
}
