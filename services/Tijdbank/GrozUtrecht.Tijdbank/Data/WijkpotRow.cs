namespace GrozUtrecht.Tijdbank.Data;

/// <summary>A row of <c>wijkpot</c>, with what is in it.</summary>
internal sealed record WijkpotRow
{
    public Guid Id { get; init; }

    public Guid PartnerId { get; init; }

    public string Naam { get; init; } = "";

    public string Gebied { get; init; } = "";

    public string Doel { get; init; } = "";

    public long Saldo { get; init; }

    public long Version { get; init; }

    public DateTimeOffset AangemaaktOp { get; init; }

    public DateTimeOffset GewijzigdOp { get; init; }

    public DateTimeOffset? GeslotenOp { get; init; }
}

/// <summary>What came in and what it did.</summary>
internal sealed record WijkpotTotalen
{
    public long OntvangenMinuten { get; init; }

    public long BesteedMinuten { get; init; }

    /// <summary>How many different persons gave, anonymously or not.</summary>
    public long AantalPersonen { get; init; }
}

/// <summary>One transfer from a fund.</summary>
internal sealed record Besteding
{
    public Guid Id { get; init; }

    public long Volgnummer { get; init; }

    public long DuurMinuten { get; init; }

    public string? Doel { get; init; }

    public string OntvangerSoort { get; init; } = "";

    public Guid? OntvangerPartnerId { get; init; }

    public DateTimeOffset BesteedOp { get; init; }
}
