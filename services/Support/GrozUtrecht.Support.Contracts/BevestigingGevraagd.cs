namespace GrozUtrecht.Support.Contracts;

/// <summary>An appointment is over: who did not say so yet is asked whether it took place, and for how many minutes.</summary>
public sealed record BevestigingGevraagd
{
    public required Guid AfspraakId { get; init; }

    public required Guid HulpvraagId { get; init; }

    public required Guid HelperId { get; init; }

    /// <summary>The version of the appointment.</summary>
    public required long Version { get; init; }

    public required Guid PartnerId { get; init; }

    /// <summary>Who is asked: <c>helper</c>, <c>hulpvrager</c>, or both; both when they named different minutes.</summary>
    public required IReadOnlyList<string> Rollen { get; init; }

    /// <summary>1 the first time, 2 when it is asked again.</summary>
    public required int Keer { get; init; }

    public required DateTimeOffset OpgetredenOp { get; init; }
}
