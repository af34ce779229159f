namespace GrozUtrecht.Tijdbank.Domain.Uitbetalingen;

/// <summary>Where a payout stands.</summary>
internal enum Uitbetalingstatus
{
    /// <summary>Asked: hours, counters, minutes and cents are held.</summary>
    Aangevraagd,

    /// <summary>Somebody else agreed.</summary>
    Goedgekeurd,

    /// <summary>Somebody else did not; everything is let go.</summary>
    Afgekeurd,

    /// <summary>Taken back, by the partner or because it waited too long; everything is let go.</summary>
    Ingetrokken,

    /// <summary>In a file for the bank.</summary>
    InBatch,

    /// <summary>The bank paid it.</summary>
    Betaald,

    /// <summary>The bank refused it; everything is let go.</summary>
    Mislukt,
}

/// <summary>How long things may take.</summary>
internal static class Uitbetalingstermijn
{
    /// <summary>How long minutes and cents are held. After it the ledger lets go by itself.</summary>
    public static readonly TimeSpan Hold = TimeSpan.FromDays(90);

    /// <summary>What must be left of it when a file is made, so that the hold does not end while the bank is at work.</summary>
    public static readonly TimeSpan NeededByBank = TimeSpan.FromDays(30);

    /// <summary>The last day on which tax law wants to know who was paid: the seventh year after this day's year.</summary>
    public static DateOnly KeptUntil(DateOnly dag) => new(dag.Year + 7, 12, 31);
}
