namespace GrozUtrecht.Support.Contracts;

/// <summary>The network reported back on a signal. What it reported, and to whom, stays in Support.</summary>
public sealed record BuurtsignaalTeruggekoppeld
{
    public required Guid SignaalId { get; init; }

    public required long Version { get; init; }

    public required Guid PartnerId { get; init; }

    /// <summary><c>teruggekoppeld</c> or <c>niet-haalbaar</c>.</summary>
    public required string Uitkomst { get; init; }

    /// <summary>How many people asked or joined in.</summary>
    public required int BijvalCount { get; init; }

    /// <summary>How many of them are to hear of it.</summary>
    public required int ToBeHeardCount { get; init; }

    public required DateTimeOffset OpgetredenOp { get; init; }
}
