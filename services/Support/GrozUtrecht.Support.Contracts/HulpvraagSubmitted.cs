namespace GrozUtrecht.Support.Contracts;

/// <summary>Somebody asked for help. What they wrote about it stays in Support.</summary>
public sealed record HulpvraagSubmitted
{
    public required Guid HulpvraagId { get; init; }

    public required long Version { get; init; }

    public required Guid PartnerId { get; init; }

    public required string Categorie { get; init; }

    public required string Urgentie { get; init; }

    /// <summary>Four digits.</summary>
    public required string Postcode { get; init; }

    public required int DurationMinutes { get; init; }

    public required DateTimeOffset BegintOp { get; init; }

    public required DateTimeOffset OpgetredenOp { get; init; }
}
