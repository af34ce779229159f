namespace GrozUtrecht.Bench.Messaging;

/// <summary>The event that is measured, about as large as a real one.</summary>
public sealed record Measured
{
    public required Guid MeasuredId { get; init; }

    public required int Number { get; init; }

    public string Description { get; init; } = new('x', 120);
}

/// <summary>The same, bound only to a queue that nobody reads: to measure publishing alone.</summary>
public sealed record Stored
{
    public required int Number { get; init; }

    public string Description { get; init; } = new('x', 160);
}
