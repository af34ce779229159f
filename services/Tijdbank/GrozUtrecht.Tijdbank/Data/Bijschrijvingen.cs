using Dapper;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.Tijdbank.Contracts;
using GrozUtrecht.Tijdbank.Domain;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Data;

/// <summary>Credits hours that another service reports: account, ledger, origin and event in the transaction of the message.</summary>
internal sealed class Bijschrijvingen(UnitOfWork work, Grootboek grootboek, TimeProvider clock)
{
    /// <summary>Books the hours the first time and does nothing after that, however often they are reported.</summary>
    public async Task<Boekuitkomst> CreditAsync(Urenbijschrijving uren, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var connection = await work.OpenAsync(cancellationToken);
        var (rekeningId, _) = await RekeningStore.OpenAsync(
            connection, Guid.CreateVersion7(now), uren.PersoonId, uren.PartnerId, mayView: true, now, cancellationToken);

        var boeking = (await grootboek.BookAsync(connection, [uren.ToOpdracht(rekeningId)], linked: false, cancellationToken))[0];
        if (boeking is { IsNew: true, Outcome: Boekuitkomst.Booked })
        {
            await KeepOriginAsync(connection, boeking.OverboekingId, uren, cancellationToken);
            work.Publish(EventOf(uren, rekeningId, boeking));
        }

        return boeking.Outcome;
    }

    private static Task KeepOriginAsync(NpgsqlConnection connection, Guid overboekingId, Urenbijschrijving uren, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            insert into bijschrijving (overboeking_id, partner_id, bron, bron_id, uren_soort, uitgevoerd_datum)
            values (@overboekingId, @PartnerId, @Bron, @BronId, @UrenSoort, @UitgevoerdDatum)
            """,
            new { overboekingId, uren.PartnerId, uren.Bron, uren.BronId, uren.UrenSoort, uren.UitgevoerdDatum },
            cancellationToken: cancellationToken));

    private static UrenBijgeschreven EventOf(Urenbijschrijving uren, Guid rekeningId, Boeking boeking) => new()
    {
        OverboekingId = boeking.OverboekingId,
        RekeningId = rekeningId,
        PersoonId = uren.PersoonId,
        DurationMinutes = uren.DurationMinutes,
        BalanceAfterMinutes = boeking.ReceiverBalance,
        Bron = uren.Bron,
        BronId = uren.BronId,
        Version = boeking.ReceiverVersion,
        OpgetredenOp = boeking.BookedAt,
    };
}
