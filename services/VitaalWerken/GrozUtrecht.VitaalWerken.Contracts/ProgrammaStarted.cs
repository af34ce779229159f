namespace GrozUtrecht.VitaalWerken.Contracts;

/// <summary>A programme that everybody agreed to has started. Counts only: nothing about who works there or takes part.</summary>
public sealed record ProgrammaStarted
{
    public required Guid ProgrammaId { get; init; }

    /// <summary>The programme's version after this change.</summary>
    public required long Version { get; init; }

    public required Guid BedrijfId { get; init; }

    /// <summary>The partner of the company.</summary>
    public required Guid PartnerId { get; init; }

    /// <summary>Code of the area whose network the company is in.</summary>
    public required string Gebied { get; init; }

    /// <summary>Which version of the programme holds.</summary>
    public required int Versie { get; init; }

    public required int AantalModules { get; init; }

    public required int AantalSessies { get; init; }

    public required int AantalLeveranciers { get; init; }

    public required DateTimeOffset OpgetredenOp { get; init; }
}
