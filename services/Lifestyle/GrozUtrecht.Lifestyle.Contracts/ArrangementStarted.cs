namespace GrozUtrecht.Lifestyle.Contracts;

/// <summary>A resident and a guide agreed on a leefstijlarrangement. Who it is stays here.</summary>
public sealed record ArrangementStarted
{
    public required Guid ArrangementId { get; init; }

    /// <summary>The arrangement's version after this change; an older one that arrives later changes nothing.</summary>
    public required long Version { get; init; }

    public required Guid PartnerId { get; init; }

    public required string Gebied { get; init; }

    /// <summary><c>bewoner</c>, <c>werknemer</c> or <c>ondernemer</c>.</summary>
    public required string Doelgroep { get; init; }

    public required int ActiviteitenAantal { get; init; }

    public required DateTimeOffset OpgetredenOp { get; init; }
}
