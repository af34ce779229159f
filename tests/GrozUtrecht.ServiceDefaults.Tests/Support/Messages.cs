namespace GrozUtrecht.ServiceDefaults.Tests.Support;

/// <summary>The event that the tests publish and consume.</summary>
public sealed record Counted
{
    public required Guid CountedId { get; init; }

    public int Number { get; init; }
}

/// <summary>What the consumer of <see cref="Counted"/> publishes in turn.</summary>
public sealed record Recounted
{
    public required Guid CountedId { get; init; }
}
