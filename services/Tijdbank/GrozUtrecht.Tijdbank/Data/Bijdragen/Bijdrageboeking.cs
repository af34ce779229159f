using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Messaging;
using GrozUtrecht.Tijdbank.Contracts;
using GrozUtrecht.Tijdbank.Domain;
using GrozUtrecht.Tijdbank.Domain.Bijdragen;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Data.Bijdragen;

/// <summary>
/// Books contributions of companies to funds once, and takes them back once. What the ledger refuses is undone to a savepoint: a refused id
/// stays refused once it is committed, and a fund that is full or empty today need not be so tomorrow.
/// </summary>
internal sealed class Bijdrageboeking(UnitOfWork work, Grootboek grootboek, TimeProvider clock)
{
    private const string BeforeBooking = "voor_boeken";
    private static readonly TimeSpan FirstRetry = TimeSpan.FromMinutes(10);

    /// <summary>A company says that it delivered this.</summary>
    /// <param name="told">As it was told, with the version of the message.</param>
    public async Task DeliverAsync(BijdrageRow told, CancellationToken cancellationToken)
    {
        var connection = await work.OpenAsync(cancellationToken);
        var row = await BijdrageStore.LockAsync(connection, told with { Versie = 0 }, cancellationToken);
        switch (Bijdrageloop.OnDelivered(row.StatusValue, row.Versie, told.Versie))
        {
            case Bijdrageactie.Book:
                await SaveAsync(connection, await BookAsync(connection, told, cancellationToken), cancellationToken);
                break;
            case Bijdrageactie.Clash:
                throw new DomainFailureException("tijdbank.bijdrage.al-geboekt");
        }
    }

    /// <summary>Who receives disputes it.</summary>
    /// <param name="told">As it was told, with the version of the message.</param>
    public async Task DisputeAsync(BijdrageRow told, CancellationToken cancellationToken)
    {
        var connection = await work.OpenAsync(cancellationToken);
        var row = await BijdrageStore.LockAsync(connection, told with { Versie = 0 }, cancellationToken);
        switch (Bijdrageloop.OnDisputed(row.StatusValue, row.Versie, told.Versie))
        {
            case Bijdrageactie.Refrain:
                var refrained = row with { Versie = told.Versie, Status = Words.Of(BijdrageStatus.NietGeboekt), Code = null };
                work.Publish(TakenBack(refrained, overboekingId: null));
                await SaveAsync(connection, refrained, cancellationToken);
                break;
            case Bijdrageactie.TakeBack:
                await SaveAsync(connection, await TakeBackAsync(connection, row with { Versie = told.Versie }, cancellationToken), cancellationToken);
                break;
            case Bijdrageactie.Clash:
                throw new DomainFailureException("tijdbank.bijdrage.al-betwist");
        }
    }

    /// <summary>Tries one that waits until the fund's balance allows it; false when there is none.</summary>
    public async Task<bool> RetryNextAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var connection = await work.OpenAsync(cancellationToken);
        if (await BijdrageStore.LockDueAsync(connection, now, cancellationToken) is not { } row)
            return false;

        await SaveAsync(connection, await TakeBackAsync(connection, row, cancellationToken), cancellationToken);
        return true;
    }

    private static Task SaveAsync(NpgsqlConnection connection, BijdrageRow row, CancellationToken cancellationToken) =>
        BijdrageStore.UpdateAsync(connection, row, cancellationToken);

    private async Task<BijdrageRow> BookAsync(NpgsqlConnection connection, BijdrageRow asked, CancellationToken cancellationToken)
    {
        var order = Bijdrageloop.Booking(asked.BijdrageId, asked.WijkpotId, asked.DuurMinuten);
        if (Refusal.Of(await WijkpotStore.FindAsync(connection, asked.WijkpotId, cancellationToken), asked.OntvangerPartnerId) is { } refusal)
            return Refuse(asked, refusal);
        var boeking = await TryAsync(connection, order, cancellationToken);
        if (boeking.Outcome != Boekuitkomst.Booked)
            return Refuse(asked, Refusal.Of(boeking.Outcome));

        work.Publish(Given(asked, boeking));
        return asked with { Status = Words.Of(BijdrageStatus.Geboekt), GeboektOp = boeking.BookedAt };
    }

    private BijdrageRow Refuse(BijdrageRow asked, string code)
    {
        work.Publish(new BoekingGeweigerd
        {
            Bron = Bijdrageloop.Bron, BronId = asked.BijdrageId, Version = asked.Versie, Code = code, OpgetredenOp = clock.GetUtcNow(),
        });
        return asked with { Status = Words.Of(BijdrageStatus.Geweigerd), Code = code };
    }

    private async Task<BijdrageRow> TakeBackAsync(NpgsqlConnection connection, BijdrageRow row, CancellationToken cancellationToken)
    {
        var order = Bijdrageloop.TakingBack(row.BijdrageId, row.WijkpotId, row.DuurMinuten);
        var boeking = await TryAsync(connection, order, cancellationToken);
        if (boeking.Outcome != Boekuitkomst.Booked)
            return row with { Status = Words.Of(BijdrageStatus.TerugTeBoeken), VolgendePogingOp = clock.GetUtcNow() + FirstRetry };

        work.Publish(TakenBack(row, boeking.OverboekingId));
        return row with { Status = Words.Of(BijdrageStatus.Teruggeboekt), TeruggeboektOp = boeking.BookedAt, VolgendePogingOp = null };
    }

    private async Task<Boeking> TryAsync(NpgsqlConnection connection, Opdracht order, CancellationToken cancellationToken)
    {
        await work.Transaction!.SaveAsync(BeforeBooking, cancellationToken);
        var boeking = (await grootboek.BookAsync(connection, [order], linked: false, cancellationToken))[0];
        if (boeking.Outcome != Boekuitkomst.Booked)
            await work.Transaction.RollbackAsync(BeforeBooking, cancellationToken);
        return boeking;
    }

    private static UrenGedoneerd Given(BijdrageRow row, Boeking boeking) => new()
    {
        GiftId = row.BijdrageId,
        NaarRekeningId = row.WijkpotId,
        OntvangerSoort = "wijkpot",
        OverboekingId = boeking.OverboekingId,
        DurationMinutes = row.DuurMinuten,
        Anoniem = false,
        Version = 1,
        Bron = Bijdrageloop.Bron,
        BronId = row.BijdrageId,
        OpgetredenOp = boeking.BookedAt,
    };

    private BijdrageTeruggeboekt TakenBack(BijdrageRow row, Guid? overboekingId) => new()
    {
        BijdrageId = row.BijdrageId, Version = row.Versie, OverboekingId = overboekingId, OpgetredenOp = clock.GetUtcNow(),
    };
}
