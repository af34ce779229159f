namespace GrozUtrecht.Lifestyle.Contracts;

/// <summary>Somebody was at a session.</summary>
public sealed record ActiviteitAttended
{
    public required Guid DeelnameId { get; init; }

    /// <summary>The deelname's version after this change; an older one that arrives later changes nothing.</summary>
    public required long Version { get; init; }

    public required Guid SessieId { get; init; }

    public required Guid ActiviteitId { get; init; }

    /// <summary>The partner whose activity it is.</summary>
    public required Guid PartnerId { get; init; }

    public required string Gebied { get; init; }

    /// <summary><c>deelnemer</c> or <c>gastheer</c>.</summary>
    public required string Rol { get; init; }

    /// <summary>Identity's person of a volunteer host, whose minutes count as hours; null for everybody else.</summary>
    public Guid? GastheerPersoonId { get; init; }

    public required int DurationMinutes { get; init; }

    /// <summary>The day in the Netherlands on which the session began.</summary>
    public required DateOnly UitgevoerdDatum { get; init; }

    /// <summary>True when it was a tasting.</summary>
    public bool Proeverij { get; init; }

    public required DateTimeOffset OpgetredenOp { get; init; }
}
