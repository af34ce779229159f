namespace GrozUtrecht.Support.Contracts;

/// <summary>Nobody picked up a social question within its term. It comes back every term, until somebody does.</summary>
public sealed record SocialeVraagOverdue
{
    public required Guid SocialeVraagId { get; init; }

    public required long Version { get; init; }

    public required Guid PartnerId { get; init; }

    /// <summary>Null for a question in the inbox of the partner.</summary>
    public required Guid? BuurtId { get; init; }

    public required string Urgentie { get; init; }

    public required int WaitMinutes { get; init; }

    /// <summary>Everybody who is on duty in the buurt; empty when nobody is.</summary>
    public required IReadOnlyList<Guid> BuurtassistentIds { get; init; }

    public required DateTimeOffset OpgetredenOp { get; init; }
}
