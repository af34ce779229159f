using Dapper;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.Tijdbank.Contracts;
using GrozUtrecht.Tijdbank.Domain;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Data.Bijdragen;

/// <summary>A request of another service to pay an order in hours.</summary>
internal sealed record Verrekenverzoek(
    string Bron, Guid BronId, long Version, Guid VanRekeningId, Guid NaarRekeningId, int DurationMinutes, Guid KoperPartnerId, Guid VerkoperPartnerId)
{
    /// <summary>The same for the same order, whichever request pays it: an order is paid once.</summary>
    public Opdracht ToOpdracht() => Opdracht.Transfer(
        OverboekingId.Derive(Bron, BronId.ToString("D")), VanRekeningId, NaarRekeningId, DurationMinutes, Eenheid.Minuten, partnerId: null);
}

/// <summary>Pays orders of other services in hours: one answer to each request, however often it arrives.</summary>
internal sealed class Verrekening(UnitOfWork work, Grootboek grootboek, TimeProvider clock)
{
    private const string BeforeBooking = "voor_boeken";

    public async Task AnswerAsync(Verrekenverzoek verzoek, CancellationToken cancellationToken)
    {
        var connection = await work.OpenAsync(cancellationToken);
        if (!await TryAddAsync(connection, verzoek, cancellationToken))
            return;

        var outcome = await RefuseAsync(connection, verzoek, cancellationToken) ?? await TryAsync(connection, verzoek, cancellationToken);
        var code = outcome == Boekuitkomst.Booked ? null : Refusal.Of(outcome);
        if (code is null)
        {
            work.Publish(new UrenVerrekend
            {
                Bron = verzoek.Bron, BronId = verzoek.BronId, Version = verzoek.Version, OverboekingId = verzoek.ToOpdracht().Id,
                DurationMinutes = verzoek.DurationMinutes, OpgetredenOp = clock.GetUtcNow(),
            });
        }
        else
        {
            work.Publish(new BoekingGeweigerd
            {
                Bron = verzoek.Bron, BronId = verzoek.BronId, Version = verzoek.Version, Code = code, OpgetredenOp = clock.GetUtcNow(),
            });
        }

        await KeepAsync(connection, verzoek, code, cancellationToken);
    }

    /// <summary>Who buys must manage the account that pays, and who sells the one that receives: nobody is paid by mistake.</summary>
    private static async Task<Boekuitkomst?> RefuseAsync(NpgsqlConnection connection, Verrekenverzoek verzoek, CancellationToken cancellationToken)
    {
        if (await Giftgang.RefuseGiverAsync(connection, verzoek.VanRekeningId, verzoek.KoperPartnerId, cancellationToken) is { } refusal)
            return refusal;
        return await RekeningStore.FindAsync(connection, verzoek.NaarRekeningId, verzoek.VerkoperPartnerId, cancellationToken) is { Recht: "beheer" }
            ? null
            : Boekuitkomst.AccountUnknown;
    }

    private async Task<Boekuitkomst> TryAsync(NpgsqlConnection connection, Verrekenverzoek verzoek, CancellationToken cancellationToken)
    {
        await work.Transaction!.SaveAsync(BeforeBooking, cancellationToken);
        var boeking = (await grootboek.BookAsync(connection, [verzoek.ToOpdracht()], linked: false, cancellationToken))[0];
        if (boeking.Outcome != Boekuitkomst.Booked)
            await work.Transaction.RollbackAsync(BeforeBooking, cancellationToken);
        return boeking.Outcome;
    }

    // Written first as if it were refused, so that two of the same wait for each other and the second finds the first.
    private async Task<bool> TryAddAsync(NpgsqlConnection connection, Verrekenverzoek verzoek, CancellationToken cancellationToken) =>
        await connection.ExecuteAsync(new CommandDefinition(
            """
            insert into verrekening (bron, bron_id, versie, van_rekening_id, naar_rekening_id, duur_minuten, code, beantwoord_op)
            values (@Bron, @BronId, @Version, @VanRekeningId, @NaarRekeningId, @DurationMinutes, 'tijdbank.overboeking.geweigerd', @now)
            on conflict (bron, bron_id, versie) do nothing
            """,
            new { verzoek.Bron, verzoek.BronId, verzoek.Version, verzoek.VanRekeningId, verzoek.NaarRekeningId, verzoek.DurationMinutes, now = clock.GetUtcNow() },
            cancellationToken: cancellationToken)) == 1;

    private static Task KeepAsync(NpgsqlConnection connection, Verrekenverzoek verzoek, string? code, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            "update verrekening set code = @code where bron = @Bron and bron_id = @BronId and versie = @Version",
            new { verzoek.Bron, verzoek.BronId, verzoek.Version, code },
            cancellationToken: cancellationToken));
}
