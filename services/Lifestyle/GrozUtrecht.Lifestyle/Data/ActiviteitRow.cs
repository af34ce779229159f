namespace GrozUtrecht.Lifestyle.Data;

/// <summary>One row of <c>activiteiten</c>.</summary>
internal sealed record ActiviteitRow
{
    public required Guid Id { get; init; }

    public required Guid PartnerId { get; init; }

    public required long Version { get; init; }

    public required string Status { get; init; }

    public required string Naam { get; init; }

    public required string Omschrijving { get; init; }

    public required string[] Dimensies { get; init; }

    public required string[] Drempels { get; init; }

    public required string Postcode { get; init; }

    public required string Gebied { get; init; }

    public required string Locatienaam { get; init; }

    public required int PrijsCenten { get; init; }

    public required int Capaciteit { get; init; }

    public Guid? AanbiederId { get; init; }

    /// <summary>The concept of the OpenActive activity list; null when that list has no word for it.</summary>
    public string? OpenactiveConcept { get; init; }

    public required string[] Talen { get; init; }

    /// <summary>How long somebody on the waiting list may think about a place that came free.</summary>
    public required int BedenktijdMinuten { get; init; }

    public required DateTimeOffset AangemaaktOp { get; init; }

    public required DateTimeOffset GewijzigdOp { get; init; }

    public DateTimeOffset? GepubliceerdOp { get; init; }

    public DateTimeOffset? IngetrokkenOp { get; init; }
}
