using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.Tijdbank.Contracts;
using GrozUtrecht.Tijdbank.Domain;
using GrozUtrecht.Tijdbank.Domain.Giften;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Data;

/// <summary>Gives: the gift, its transfers and its event in one transaction.</summary>
internal sealed class Giftgang(UnitOfWork work, Grootboek grootboek)
{
    /// <summary>
    /// Looks at the rights that an anonymous gift keeps from the ledger, and books. When it is refused nothing of the transaction may stay.
    /// </summary>
    public async Task<Boekuitkomst> GiveAsync(Gift gift, Ontvanger ontvanger, string? bericht, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var connection = await work.OpenAsync(cancellationToken);
        if (await RefuseGiverAsync(connection, gift.VanRekeningId, gift.PartnerId, cancellationToken) is { } refusal)
            return refusal;

        await GiftStore.InsertAsync(connection, gift, ontvanger, bericht, now, cancellationToken);
        var answers = await grootboek.BookAsync(connection, gift.Orders(), linked: true, cancellationToken);
        var outcome = Gift.OutcomeOf(answers.Select(answer => answer.Outcome));
        if (outcome == Boekuitkomst.Booked)
            work.Publish(EventOf(gift, ontvanger, now));
        return outcome;
    }

    /// <summary>Why this partner cannot give from this account, whatever is on it; null when it can.</summary>
    public static async Task<Boekuitkomst?> RefuseGiverAsync(
        NpgsqlConnection connection, Guid rekeningId, Guid partnerId, CancellationToken cancellationToken) =>
        await RekeningStore.FindAsync(connection, rekeningId, partnerId, cancellationToken) switch
    {
        null => Boekuitkomst.AccountUnknown,
        { Recht: not "beheer" } => Boekuitkomst.AccountNotManaged,
        { Eenheid: not Eenheid.Minuten } => Boekuitkomst.UnitDiffers,
        { Besteedbaar: false } => Boekuitkomst.NotSpendable,
        _ => null,
    };

    private static UrenGedoneerd EventOf(Gift gift, Ontvanger ontvanger, DateTimeOffset now) => new()
    {
        GiftId = gift.Id,
        VanRekeningId = gift.Anoniem ? null : gift.VanRekeningId,
        NaarRekeningId = gift.NaarRekeningId,
        OntvangerSoort = ontvanger.Soort,
        OverboekingId = gift.ReceivingTransferId,
        DurationMinutes = gift.DurationMinutes,
        Anoniem = gift.Anoniem,
        Version = 1,
        OpgetredenOp = now,
    };
}
