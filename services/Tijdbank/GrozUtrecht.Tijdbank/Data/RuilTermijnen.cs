using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.Tijdbank.Contracts;
using GrozUtrecht.Tijdbank.Domain.Ruil;

namespace GrozUtrecht.Tijdbank.Data;

/// <summary>Ends orders of which the time is over, and reminds of those that wait for a confirmation.</summary>
internal sealed class RuilTermijnen(WorkRunner runner, TimeProvider clock, ILogger<RuilTermijnen> logger)
    : RecurringWork(TimeSpan.FromMinutes(1), clock, logger)
{
    private const int MaximumPerRound = 200;

    public override async Task RunAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await RepeatAsync(termijn => termijn.RemindNextAsync(now, cancellationToken), cancellationToken);
        await RepeatAsync(termijn => termijn.EndNextAsync(now, cancellationToken), cancellationToken);
    }

    // Each order in a transaction of its own: one that waits for an account keeps no other.
    private async Task RepeatAsync(Func<RuilTermijn, Task<bool>> next, CancellationToken cancellationToken)
    {
        var more = true;
        for (var count = 0; more && count < MaximumPerRound; count++)
            more = await runner.RunAsync(next, cancellationToken);
    }
}

/// <summary>One order whose moment has come.</summary>
internal sealed class RuilTermijn(UnitOfWork work, Bestelgang gang, ILogger<RuilTermijn> logger)
{
    private const string Savepoint = "termijn";
    private static readonly TimeSpan Postponement = TimeSpan.FromDays(1);

    /// <summary>False when there is none.</summary>
    public async Task<bool> EndNextAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var connection = await work.OpenAsync(cancellationToken);
        if (await BestellingStore.LockDueAsync(connection, reminder: false, now, cancellationToken) is not { } row)
            return false;

        await work.Transaction!.SaveAsync(Savepoint, cancellationToken);
        var ended = await TakeAsync(row, Handeling.Termijn, now, cancellationToken);
        if (ended is { IsRefused: false })
            return true;

        // For example an account that may hold no more: somebody must look at it, and the other orders must not wait for that.
        await work.Transaction.RollbackAsync(Savepoint, cancellationToken);
        logger.LogWarning("Order {BestellingId} could not be ended by itself: {Outcome}", row.Id, ended?.Ledger);
        if (await TakeAsync(row, Handeling.Betwisting, now, cancellationToken) is null)
            await BestellingStore.UpdateAsync(connection, row with { TermijnOp = now + Postponement }, cancellationToken);
        return true;
    }

    /// <summary>False when there is none.</summary>
    public async Task<bool> RemindNextAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var connection = await work.OpenAsync(cancellationToken);
        if (await BestellingStore.LockDueAsync(connection, reminder: true, now, cancellationToken) is not { } row)
            return false;

        var reminded = row with { HerinnerenOp = null };
        await BestellingStore.UpdateAsync(connection, reminded, cancellationToken);
        await BestellingStore.AddGebeurtenisAsync(connection, reminded, new(Handeling.Herinnering, Partij.Platform), now, cancellationToken);
        work.Publish(new BestellingHerinnerd
        {
            BestellingId = row.Id,
            KoperRekeningId = row.KoperRekeningId,
            UiterlijkOp = row.TermijnOp!.Value,
            Version = row.Version,
            OpgetredenOp = now,
        });
        return true;
    }

    private async Task<Zetresultaat?> TakeAsync(BestellingRow row, Handeling handeling, DateTimeOffset now, CancellationToken cancellationToken) =>
        Bestelloop.Next(row.StatusValue, row.RichtingValue, handeling, Partij.Platform) is { } stap
            ? await gang.TakeAsync(row, stap, new(handeling, Partij.Platform), now, cancellationToken)
            : null;
}
