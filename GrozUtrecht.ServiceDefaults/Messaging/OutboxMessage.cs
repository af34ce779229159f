namespace GrozUtrecht.ServiceDefaults.Messaging;

/// <summary>A row of <c>platform.outbox</c>. A destination means: to that queue only, because its consumer could not take it yet.</summary>
internal sealed record OutboxMessage
{
    public required Guid Id { get; init; }

    public required Guid MessageId { get; init; }

    public required string Type { get; init; }

    public required string Body { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset NotBefore { get; init; }

    public string? Traceparent { get; init; }

    public string? Destination { get; init; }

    public int Deferrals { get; init; }

    public int Attempts { get; init; }
}
