namespace GrozUtrecht.VitaalWerken.Contracts;

/// <summary>An inspiration meeting was held at a company. Counts only.</summary>
public sealed record InspiratieHeld
{
    public required Guid InspiratiebijeenkomstId { get; init; }

    /// <summary>The meeting's version after this change.</summary>
    public required long Version { get; init; }

    public required Guid BedrijfId { get; init; }

    /// <summary>Code of the area in whose network the company is.</summary>
    public required string Gebied { get; init; }

    /// <summary>The day in the Netherlands on which it was held.</summary>
    public required DateOnly Datum { get; init; }

    /// <summary>How many came; null when they were fewer than five.</summary>
    public required int? AanwezigAantal { get; init; }

    public required DateTimeOffset OpgetredenOp { get; init; }
}
