namespace GrozUtrecht.Tijdbank.Contracts;

/// <summary>The head of the ledger's chain of hashes at the end of a day. Who keeps it can tell whether the ledger was rewritten later.</summary>
public sealed record GrootboekVerzegeld
{
    /// <summary>The day in UTC that is over.</summary>
    public required DateOnly Datum { get; init; }

    /// <summary>The number of the last block of that day.</summary>
    public required long ZegelNummer { get; init; }

    /// <summary>SHA-256 of that block, in hexadecimal.</summary>
    public required string Hash { get; init; }

    /// <summary>Blocks are only added, so the number of the block is the version.</summary>
    public required long Version { get; init; }

    public required DateTimeOffset OpgetredenOp { get; init; }
}
