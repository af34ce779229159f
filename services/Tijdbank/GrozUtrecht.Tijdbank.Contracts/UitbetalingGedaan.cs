namespace GrozUtrecht.Tijdbank.Contracts;

/// <summary>The bank paid a payout: hours of a person became money of an organisation.</summary>
public sealed record UitbetalingGedaan
{
    public required Guid UitbetalingId { get; init; }

    /// <summary>Version of the payout after this.</summary>
    public required long Version { get; init; }

    public required Guid PersoonId { get; init; }

    /// <summary>The organisation that paid.</summary>
    public required Guid PartnerId { get; init; }

    public required int DurationMinutes { get; init; }

    /// <summary>Allowance and expenses together.</summary>
    public required long AmountCents { get; init; }

    public required DateTimeOffset OpgetredenOp { get; init; }
}
