namespace GrozUtrecht.Lifestyle.Contracts;

/// <summary>A proeverij took place. Counts only.</summary>
public sealed record ProeverijHeld
{
    public required Guid ProeverijId { get; init; }

    /// <summary>The proeverij's version after this change; an older one that arrives later changes nothing.</summary>
    public required long Version { get; init; }

    public required Guid PartnerId { get; init; }

    public required string Gebied { get; init; }

    /// <summary>The day in the Netherlands.</summary>
    public required DateOnly Datum { get; init; }

    /// <summary>How many people were checked in at least once.</summary>
    public required int BereiktAantal { get; init; }

    /// <summary>How many tastings were attended, by all of them together.</summary>
    public required int GeproefdAantal { get; init; }

    public required DateTimeOffset OpgetredenOp { get; init; }
}
