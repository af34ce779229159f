namespace GrozUtrecht.Lifestyle.Data.OpenData;

/// <summary>What the feed of series tells of one published activity of a verified aanbieder.</summary>
internal sealed record SeriesRow
{
    public required Guid Id { get; init; }

    public required string Naam { get; init; }

    public required string Omschrijving { get; init; }

    public required string[] Dimensies { get; init; }

    public required string[] Drempels { get; init; }

    public required string Postcode { get; init; }

    public required string Locatienaam { get; init; }

    public required int PrijsCenten { get; init; }

    public required int Capaciteit { get; init; }

    public required string OpenactiveConcept { get; init; }

    public required Guid AanbiederId { get; init; }

    public required string AanbiederNaam { get; init; }

    public required string AanbiederSoort { get; init; }

    public string? Website { get; init; }
}

/// <summary>On which day of the week, 1 is Monday, and at which times sessions to come are, on clocks in the Netherlands.</summary>
internal sealed record WeekpatroonRow
{
    public required Guid ActiviteitId { get; init; }

    public required int Dag { get; init; }

    public required string Van { get; init; }

    public required string Tot { get; init; }
}

/// <summary>What the feed of sessions tells of one session of such an activity.</summary>
internal sealed record ScheduledRow
{
    public required Guid Id { get; init; }

    public required Guid ActiviteitId { get; init; }

    public required Guid AanbiederId { get; init; }

    public required string OpenactiveConcept { get; init; }

    public required DateTimeOffset BegintOp { get; init; }

    public required DateTimeOffset EindigtOp { get; init; }

    public required string SessieStatus { get; init; }

    public required int Capaciteit { get; init; }

    public required int Bezet { get; init; }

    public required bool Elders { get; init; }

    public required string Postcode { get; init; }

    public required string Locatienaam { get; init; }
}

/// <summary>An item as it is handed out; without data it is a tombstone.</summary>
internal sealed record RenderedItem(Guid Id, string? Data, DateTimeOffset? Tot);
