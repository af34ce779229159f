namespace GrozUtrecht.Support.Contracts;

/// <summary>
/// An appointment for a hulpvraag took place and both sides named the same minutes. Published once per appointment: a hulpvraag that
/// comes back, or that needs several helpers, has more of them.
/// </summary>
public sealed record HulpvraagFulfilled
{
    public required Guid HulpvraagId { get; init; }

    public required Guid AfspraakId { get; init; }

    /// <summary>The version of the hulpvraag after it was fulfilled.</summary>
    public required long Version { get; init; }

    public required Guid PartnerId { get; init; }

    public required Guid HelperPersoonId { get; init; }

    public required Guid HulpvragerPersoonId { get; init; }

    public required int DurationMinutes { get; init; }

    /// <summary>The kind of the hours, which decides what may be done with them: <c>vrijwilligerswerk</c> and others.</summary>
    public required string UrenSoort { get; init; }

    /// <summary>The day of the appointment in the Netherlands.</summary>
    public required DateOnly UitgevoerdDatum { get; init; }

    public required DateTimeOffset OpgetredenOp { get; init; }
}
