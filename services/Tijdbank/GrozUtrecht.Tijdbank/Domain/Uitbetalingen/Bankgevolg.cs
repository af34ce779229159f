namespace GrozUtrecht.Tijdbank.Domain.Uitbetalingen;

/// <summary>What a bank's status means for a payout.</summary>
internal enum Bankgevolg
{
    /// <summary>The bank will say more later; nothing is recorded.</summary>
    Wait,

    /// <summary>The bank is at work on it.</summary>
    OnTheWay,

    Settle,

    Reject,
}

/// <summary>A payout as the bank's answer finds it.</summary>
internal sealed record Wachtend(Guid Id, Uitbetalingstatus Status, DateTimeOffset VervaltOp);

/// <summary>What is to be done with one payout, or why a person must look at it.</summary>
internal sealed record Bankbesluit(Guid UitbetalingId, Bankgevolg Gevolg, Bankstatus Status, string? Aandacht = null);

internal enum Bankfout
{
    OtherFile,
    PaymentUnknown,
    StatusUnknown,
    Contradiction,
}

/// <summary>Reads a bank's answer against the payouts of the batch that it is about.</summary>
internal static class Bankverwerking
{
    /// <summary>The bank says paid, while the payout had failed before.</summary>
    public const string AlreadyReturned = "al-teruggegeven";

    /// <summary>The bank says refused, while the payout was paid before: the money comes back as a deposit.</summary>
    public const string AlreadyPaid = "al-betaald";

    /// <summary>Paid, but the hold is over: the ledger has let go, so a person must book it.</summary>
    public const string HoldEnded = "reservering-verlopen";

    /// <summary>What to do, without what changes nothing; or what is wrong with the answer as a whole.</summary>
    public static (IReadOnlyList<Bankbesluit> Besluiten, Bankfout? Fout) Decide(
        Bankantwoord antwoord, Guid batchId, IReadOnlyList<Wachtend> uitbetalingen, DateTimeOffset now)
    {
        if (antwoord.OriginalMessageId != Betaalbestand.MessageIdOf(batchId))
        {
            return ([], Bankfout.OtherFile);
        }

        var byEndToEndId = uitbetalingen.ToDictionary(uitbetaling => uitbetaling.Id.ToString("N"), StringComparer.Ordinal);
        var besluiten = new Dictionary<Guid, Bankbesluit>();
        foreach (var (endToEndId, status) in antwoord.Statussen.SelectMany(status => PerPayment(status, byEndToEndId.Keys)))
        {
            if (!byEndToEndId.TryGetValue(endToEndId, out var uitbetaling))
            {
                return ([], Bankfout.PaymentUnknown);
            }

            if (MeaningOf(status.Status) is not { } gevolg)
            {
                return ([], Bankfout.StatusUnknown);
            }

            var besluit = Decide(uitbetaling, gevolg, status, now);
            if (besluiten.TryGetValue(uitbetaling.Id, out var other) && other.Gevolg != gevolg)
            {
                return ([], Bankfout.Contradiction);
            }

            besluiten[uitbetaling.Id] = besluit;
        }

        return ([.. besluiten.Values.Where(besluit => besluit.Gevolg != Bankgevolg.Wait && !ChangesNothing(besluit))], null);

        bool ChangesNothing(Bankbesluit besluit) =>
            besluit.Aandacht is null && byEndToEndId[besluit.UitbetalingId.ToString("N")].Status != Uitbetalingstatus.InBatch;
    }

    private static IEnumerable<(string EndToEndId, Bankstatus Status)> PerPayment(Bankstatus status, IEnumerable<string> all) =>
        status.EndToEndId is { } one ? [(one, status)] : all.Select(id => (id, status));

    private static Bankbesluit Decide(Wachtend uitbetaling, Bankgevolg gevolg, Bankstatus status, DateTimeOffset now) => new(
        uitbetaling.Id, gevolg, status, (uitbetaling.Status, gevolg) switch
        {
            (Uitbetalingstatus.Betaald, Bankgevolg.Reject) => AlreadyPaid,
            (Uitbetalingstatus.Mislukt, Bankgevolg.Settle) => AlreadyReturned,
            (Uitbetalingstatus.InBatch, Bankgevolg.Settle) when uitbetaling.VervaltOp <= now => HoldEnded,
            _ => null,
        });

    private static Bankgevolg? MeaningOf(string status) => status switch
    {
        "RCVD" or "ACTC" or "ACCP" or "ACSP" or "ACWC" or "ACFC" => Bankgevolg.OnTheWay,
        "ACSC" or "ACCC" => Bankgevolg.Settle,
        "RJCT" => Bankgevolg.Reject,
        "PART" or "PDNG" => Bankgevolg.Wait,
        _ => null,
    };
}
