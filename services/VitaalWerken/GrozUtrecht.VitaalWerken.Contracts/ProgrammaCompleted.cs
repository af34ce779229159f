namespace GrozUtrecht.VitaalWerken.Contracts;

/// <summary>A programme was closed and its report was made. Counts only, rounded down to fives; nothing where the report withholds it.</summary>
public sealed record ProgrammaCompleted
{
    public required Guid ProgrammaId { get; init; }

    /// <summary>The programme's version after it was closed.</summary>
    public required long Version { get; init; }

    public required Guid BedrijfId { get; init; }

    /// <summary>Code of the area whose network it belongs to.</summary>
    public required string Gebied { get; init; }

    public required int AantalModules { get; init; }

    public required int AantalSessies { get; init; }

    /// <summary>Employees who enrolled.</summary>
    public int? Ingeschreven { get; init; }

    /// <summary>Employees who were there at least once.</summary>
    public int? Deelgenomen { get; init; }

    public required DateTimeOffset OpgetredenOp { get; init; }
}
