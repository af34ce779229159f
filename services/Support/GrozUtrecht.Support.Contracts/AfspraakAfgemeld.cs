namespace GrozUtrecht.Support.Contracts;

/// <summary>An appointment was called off before it began.</summary>
public sealed record AfspraakAfgemeld
{
    public required Guid AfspraakId { get; init; }

    public required Guid HulpvraagId { get; init; }

    public required Guid HelperId { get; init; }

    /// <summary>The version of the appointment.</summary>
    public required long Version { get; init; }

    public required Guid PartnerId { get; init; }

    /// <summary>Who called it off: <c>helper</c> or <c>hulpvrager</c>.</summary>
    public required string Rol { get; init; }

    /// <summary><c>ziek</c>, <c>verhinderd</c>, <c>niet-meer-nodig</c>, <c>persoonlijk</c> or <c>anders</c>.</summary>
    public required string Code { get; init; }

    /// <summary>Whether it was so shortly before the beginning that the buurtassistent is told too.</summary>
    public required bool Laat { get; init; }

    public required DateTimeOffset BegintOp { get; init; }

    public required DateTimeOffset OpgetredenOp { get; init; }
}
