namespace GrozUtrecht.Lifestyle.Contracts;

/// <summary>A published activity is no longer offered. It may be published again later, with a higher version.</summary>
public sealed record ActiviteitWithdrawn
{
    public required Guid ActiviteitId { get; init; }

    /// <summary>The activity's version after this change; an older one that arrives later changes nothing.</summary>
    public required long Version { get; init; }

    public required Guid PartnerId { get; init; }

    /// <summary>Code of the area where the activity took place.</summary>
    public required string Gebied { get; init; }

    public required DateTimeOffset OpgetredenOp { get; init; }
}
