namespace GrozUtrecht.Tijdbank.Domain.Giften;

/// <summary>Minutes that somebody gives away, as the ledger is asked to book them.</summary>
/// <param name="Id">Stored once, which makes the gift happen once.</param>
/// <param name="PartnerId">Who manages the account that gives.</param>
/// <param name="UnrelatedId">The transfer of an anonymous giver. It follows from nothing, so that who knows the gift cannot recognise it.</param>
internal sealed record Gift(
    Guid Id, Guid VanRekeningId, Guid NaarRekeningId, int DurationMinutes, bool Anoniem, Guid PartnerId, Guid UnrelatedId)
{
    public const int MinimumMinutes = 1;

    /// <summary>A week, as for a transfer.</summary>
    public const int MaximumMinutes = 7 * 24 * 60;

    public const int MaximumBerichtLength = 200;

    /// <summary>The transfer that leaves who gives; unless the gift is anonymous, the same that reaches who receives.</summary>
    public Guid GivingTransferId => Anoniem ? UnrelatedId : ReceivingTransferId;

    public Guid ReceivingTransferId => OverboekingId.Derive("tijdbank.gift", Id.ToString("D"));

    /// <summary>
    /// One transfer, or two that happen together when nobody may see who gave. The platform asks those two itself, because no partner
    /// sees the account between them: who makes the gift has looked at the rights.
    /// </summary>
    public IReadOnlyList<Opdracht> Orders() => Anoniem
        ?
        [
            Opdracht.Transfer(GivingTransferId, VanRekeningId, Systeemrekening.Giften, DurationMinutes, Eenheid.Minuten, partnerId: null),
            Opdracht.Transfer(ReceivingTransferId, Systeemrekening.Giften, NaarRekeningId, DurationMinutes, Eenheid.Minuten, partnerId: null),
        ]
        : [Opdracht.Transfer(GivingTransferId, VanRekeningId, NaarRekeningId, DurationMinutes, Eenheid.Minuten, PartnerId)];

    /// <summary>Why the orders were refused; Booked when they were not. Of linked orders that fail, one has the reason.</summary>
    public static Boekuitkomst OutcomeOf(IEnumerable<Boekuitkomst> outcomes) =>
        outcomes.Where(outcome => outcome != Boekuitkomst.Booked).OrderBy(outcome => outcome == Boekuitkomst.LinkedFailed).FirstOrDefault();
}
