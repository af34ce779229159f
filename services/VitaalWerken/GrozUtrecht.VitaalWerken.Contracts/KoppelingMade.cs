namespace GrozUtrecht.VitaalWerken.Contracts;

/// <summary>A company and a supplier both said yes to each other about one offer.</summary>
public sealed record KoppelingMade
{
    public required Guid KoppelingId { get; init; }

    /// <summary>The koppeling's version after this change.</summary>
    public required long Version { get; init; }

    public required Guid BedrijfId { get; init; }

    public required Guid LeverancierId { get; init; }

    public required Guid AanbodId { get; init; }

    /// <summary>What the offer is about.</summary>
    public required string Onderwerp { get; init; }

    /// <summary>Code of the area whose network the company is in.</summary>
    public required string Gebied { get; init; }

    public required DateTimeOffset OpgetredenOp { get; init; }
}
