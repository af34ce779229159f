using GrozUtrecht.Lifestyle.Data.Proeverijen;
using GrozUtrecht.Lifestyle.Domain.Proeverijen;
using GrozUtrecht.ServiceDefaults.Data;

namespace GrozUtrecht.Lifestyle.Features.Proeverijen;

/// <summary>Fixes reports whose eight weeks are over, each in a transaction of its own; replicas pass over what another one holds.</summary>
internal sealed class Verslagronde(WorkRunner runner, TimeProvider clock, ILogger<Verslagronde> logger) : RecurringWork(TimeSpan.FromMinutes(10), clock, logger)
{
    private const int MaximumPerRound = 50;

    public override async Task RunAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var again = true;
        for (var count = 0; again && count < MaximumPerRound; count++)
            again = await runner.RunAsync<UnitOfWork, bool>(work => FixOneAsync(work, now, cancellationToken), cancellationToken);
    }

    private static async Task<bool> FixOneAsync(UnitOfWork work, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var connection = await work.OpenAsync(cancellationToken);
        if (await VerslagStore.LockDueAsync(connection, now - Verslag.Term, cancellationToken) is not { } row)
            return false;

        await VerslagStore.FixAsync(connection, row.Id, await VerslagStore.MakeAsync(connection, row, cancellationToken), now, cancellationToken);
        if (Proeverijloop.After(row.StatusValue, Proeverijstap.Afsluiten) is { } closed)
        {
            var changed = row with { Status = Words.Of(closed), Version = row.Version + 1, AfgeslotenOp = now, GewijzigdOp = now };
            await ProeverijStore.UpdateAsync(connection, changed, cancellationToken);
        }

        return true;
    }
}
