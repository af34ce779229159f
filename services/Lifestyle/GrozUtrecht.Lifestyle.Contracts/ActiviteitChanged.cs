namespace GrozUtrecht.Lifestyle.Contracts;

/// <summary>The facts of a published activity changed.</summary>
public sealed record ActiviteitChanged
{
    public required Guid ActiviteitId { get; init; }

    /// <summary>The activity's version after this change; an older one that arrives later changes nothing.</summary>
    public required long Version { get; init; }

    public required Guid PartnerId { get; init; }

    /// <summary>Code of the area where the activity takes place now.</summary>
    public required string Gebied { get; init; }

    /// <summary>What everybody may know of it; null from a release that did not tell.</summary>
    public ActiviteitFeiten? Feiten { get; init; }

    public required DateTimeOffset OpgetredenOp { get; init; }
}
