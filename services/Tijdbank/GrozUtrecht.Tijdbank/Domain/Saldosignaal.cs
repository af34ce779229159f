namespace GrozUtrecht.Tijdbank.Domain;

/// <summary>What to say about an account before it meets a limit.</summary>
internal enum Saldosignaalsoort
{
    NearMinimum,
    NearMaximum,
}

/// <param name="LeftMinutes">How much can still leave, or still arrive.</param>
internal sealed record Saldosignaal(Saldosignaalsoort Soort, long LeftMinutes)
{
    /// <summary>How near is near, where no community says otherwise.</summary>
    public const int DefaultMinutes = 60;

    /// <summary>What is held counts as gone on the way out, and as arrived on the way in: that is how the ledger refuses.</summary>
    public static IReadOnlyList<Saldosignaal> Of(long saldo, long gereserveerdAf, long gereserveerdBij, long minimum, long? maximum, int thresholdMinutes)
    {
        List<Saldosignaal> signals = [];
        if (saldo - gereserveerdAf - minimum is var free && free <= thresholdMinutes)
            signals.Add(new(Saldosignaalsoort.NearMinimum, free));
        if (maximum - saldo - gereserveerdBij is { } room && room <= thresholdMinutes)
            signals.Add(new(Saldosignaalsoort.NearMaximum, room));
        return signals;
    }
}
