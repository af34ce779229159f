namespace GrozUtrecht.Lifestyle.Contracts;

/// <summary>Somebody registered for a session and holds a place. Who it is stays here.</summary>
public sealed record DeelnemerEnrolled
{
    public required Guid DeelnameId { get; init; }

    /// <summary>The deelname's version after this change; an older one that arrives later changes nothing.</summary>
    public required long Version { get; init; }

    public required Guid SessieId { get; init; }

    public required Guid ActiviteitId { get; init; }

    /// <summary>The proeverij at which it is a tasting; null for a session of the usual offer.</summary>
    public Guid? ProeverijId { get; init; }

    /// <summary>The partner that registered.</summary>
    public required Guid PartnerId { get; init; }

    public required string Gebied { get; init; }

    public required DateTimeOffset OpgetredenOp { get; init; }
}
