using System.Globalization;
using GrozUtrecht.Gebieden;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.Tijdbank.Domain;
using GrozUtrecht.Tijdbank.Domain.Giften;
using GrozUtrecht.Tijdbank.Domain.Ruil;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Data;

/// <summary>Gives the monthly gifts that are due.</summary>
internal sealed class Maandgiftronde(WorkRunner runner, TimeProvider clock, ILogger<Maandgiftronde> logger)
    : RecurringWork(TimeSpan.FromMinutes(10), clock, logger)
{
    private const int MaximumPerRound = 2_000;

    public override async Task RunAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        // Each in a transaction of its own: one that waits for an account keeps no other.
        var more = true;
        for (var count = 0; more && count < MaximumPerRound; count++)
            more = await runner.RunAsync<Maandgiftbeurt, bool>(turn => turn.TakeNextAsync(now, cancellationToken), cancellationToken);
    }
}

/// <summary>One step of one monthly gift: a month to give for, or the day on which to look again.</summary>
internal sealed class Maandgiftbeurt(UnitOfWork work, Giftgang gang, ILogger<Maandgiftbeurt> logger)
{
    private const string Savepoint = "maandgift";

    /// <summary>False when there is none.</summary>
    public async Task<bool> TakeNextAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var today = NederlandseTijd.DayOf(now);
        var connection = await work.OpenAsync(cancellationToken);
        if (await MaandgiftStore.LockDueAsync(connection, today, cancellationToken) is not { } row)
            return false;

        var turns = await MaandgiftStore.TurnsAsync(connection, row.Id, today.AddMonths(-2), cancellationToken);
        if (row.Plan.MonthToGive(today, turns) is { } month)
        {
            var giftId = IdOf(row.Id, month);
            var outcome = await TryGiveAsync(connection, row, giftId, now, cancellationToken);
            Guid? given = outcome == Boekuitkomst.Booked ? giftId : null;
            await MaandgiftStore.RecordAttemptAsync(connection, row.Id, month, today, outcome, given, cancellationToken);
            turns = await MaandgiftStore.TurnsAsync(connection, row.Id, today.AddMonths(-2), cancellationToken);
        }

        // When another month is due as well, it is found again: an account is locked once in a transaction.
        if (row.Plan.MonthToGive(today, turns) is null)
            await MaandgiftStore.PostponeAsync(connection, row.Id, row.Plan.NextDay(today, turns), cancellationToken);
        return true;
    }

    /// <summary>The same month gives the same gift, so that no mistake here can give it twice.</summary>
    private static Guid IdOf(Guid maandgiftId, DateOnly month) =>
        OverboekingId.Derive("tijdbank.maandgift", string.Create(CultureInfo.InvariantCulture, $"{maandgiftId:D} {month:yyyy-MM}"));

    private async Task<Boekuitkomst> TryGiveAsync(
        NpgsqlConnection connection, MaandgiftRow row, Guid giftId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var ontvanger = await GiftStore.FindOntvangerAsync(connection, row.NaarRekeningId, row.OntvangerSoort, row.PartnerId, cancellationToken);
        if (ontvanger is null)
            return Boekuitkomst.AccountUnknown;

        // A refusal must not stay behind under this id: tomorrow it is asked again.
        await work.Transaction!.SaveAsync(Savepoint, cancellationToken);
        var gift = new Gift(
            giftId, row.VanRekeningId, row.NaarRekeningId, row.DuurMinuten, row.Anoniem, row.PartnerId, UnrelatedId: Guid.CreateVersion7(now));
        var outcome = await gang.GiveAsync(gift, ontvanger, row.Bericht, now, cancellationToken);
        if (outcome != Boekuitkomst.Booked)
        {
            await work.Transaction.RollbackAsync(Savepoint, cancellationToken);
            logger.LogInformation("Monthly gift {MaandgiftId} was not given: {Outcome}", row.Id, outcome);
        }

        return outcome;
    }
}
