using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.VitaalWerken.Data.Koppelingen;

namespace GrozUtrecht.VitaalWerken.Features.Koppelingen;

/// <summary>Ends koppelingen whose term is over, each in a transaction of its own; replicas pass over what another one holds.</summary>
internal sealed class Koppelingronde(WorkRunner runner, TimeProvider clock, ILogger<Koppelingronde> logger) : RecurringWork(TimeSpan.FromMinutes(10), clock, logger)
{
    private const int MaximumPerRound = 200;

    public override async Task RunAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var again = true;
        for (var count = 0; again && count < MaximumPerRound; count++)
            again = await runner.RunAsync<UnitOfWork, bool>(work => ExpireOneAsync(work, now, cancellationToken), cancellationToken);
    }

    private static async Task<bool> ExpireOneAsync(UnitOfWork work, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var connection = await work.OpenAsync(cancellationToken);
        if (await KoppelingStore.LockDueAsync(connection, now, cancellationToken) is not { } row || row.Loop.Expire(now) is not { } expired)
            return false;
        await KoppelingStore.UpdateAsync(connection, row.With(expired, now), cancellationToken);
        return true;
    }
}
