namespace GrozUtrecht.VitaalWerken.Contracts;

/// <summary>A company pledged a contribution to the community.</summary>
public sealed record BijdragePledged
{
    public required Guid BijdrageId { get; init; }

    /// <summary>The contribution's version after this change.</summary>
    public required long Version { get; init; }

    public required Guid BedrijfId { get; init; }

    /// <summary>Code of the area whose network the company is in.</summary>
    public required string Gebied { get; init; }

    /// <summary>euro, uren, producten or ruimte.</summary>
    public required string Soort { get; init; }

    /// <summary>The programme that it came from, if there is one.</summary>
    public Guid? ProgrammaId { get; init; }

    /// <summary>Of money.</summary>
    public long? AmountCents { get; init; }

    /// <summary>Of hours, and of products that are given for the minutes on which both agreed.</summary>
    public int? DurationMinutes { get; init; }

    /// <summary>Of products: how many. Of space: how many parts of a day.</summary>
    public int? Aantal { get; init; }

    public required DateTimeOffset OpgetredenOp { get; init; }
}
