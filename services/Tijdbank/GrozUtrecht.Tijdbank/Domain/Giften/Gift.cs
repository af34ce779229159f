namespace GrozUtrecht.Tijdbank.Domain.Giften;

/// <summary>Minutes that somebody gives away, as the ledger is asked to book them.</summary>
/// <param name="Id">Follows from what makes the gift happen once: the ids of its transfers follow from it.</param>
/// <param name="PartnerId">Who manages the account that gives.</param>
internal sealed record Gift(Guid Id, Guid VanRekeningId, Guid NaarRekeningId, int DurationMinutes, bool Anoniem, Guid PartnerId)
{
    public const int MinimumMinutes = 1;

    /// <summary>A week, as for a transfer.</summary>
    public const int MaximumMinutes = 7 * 24 * 60;

    public const int MaximumBerichtLength = 200;

    private const string Source = "tijdbank.gift";

    /// <summary>The transfer that leaves who gives.</summary>
    public Guid GivingTransferId => OverboekingId.Derive($"{Source}.gever", Id.ToString("D"));

    /// <summary>The transfer that reaches who receives; when the gift is not anonymous, the same one.</summary>
    public Guid ReceivingTransferId => Anoniem ? OverboekingId.Derive($"{Source}.ontvanger", Id.ToString("D")) : GivingTransferId;

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
