namespace GrozUtrecht.Lifestyle.Contracts;

/// <summary>An activity became visible to everyone in its area.</summary>
public sealed record ActiviteitPublished
{
    public required Guid ActiviteitId { get; init; }

    /// <summary>The activity's version after this change; an older one that arrives later changes nothing.</summary>
    public required long Version { get; init; }

    public required Guid PartnerId { get; init; }

    /// <summary>Code of the area where the activity takes place.</summary>
    public required string Gebied { get; init; }

    /// <summary>What everybody may know of it; null from a release that did not tell.</summary>
    public ActiviteitFeiten? Feiten { get; init; }

    public required DateTimeOffset OpgetredenOp { get; init; }
}

/// <summary>What everybody may know of a published activity. The event carries the version and the moment.</summary>
public sealed record ActiviteitFeiten
{
    public required string Naam { get; init; }

    public required string Omschrijving { get; init; }

    public required string Postcode { get; init; }

    public required string Locatienaam { get; init; }

    /// <summary>Price per participant per session, in euro cents.</summary>
    public required int PrijsCenten { get; init; }

    /// <summary>The words of the API, such as <c>gratis</c>.</summary>
    public required IReadOnlyList<string> Drempels { get; init; }

    /// <summary>The words of the API, such as <c>meedoen</c>.</summary>
    public required IReadOnlyList<string> Dimensies { get; init; }

    /// <summary>The concept of the OpenActive activity list; null when that list has no word for the activity.</summary>
    public string? OpenActiveConcept { get; init; }

    public Guid? AanbiederId { get; init; }

    /// <summary>Name of an aanbieder whom a coordinator verified; null when there is none.</summary>
    public string? AanbiederNaam { get; init; }
}
