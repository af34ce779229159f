using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.VitaalWerken.Data.Deelnemers;
using GrozUtrecht.VitaalWerken.Domain.Deelnemers;

namespace GrozUtrecht.VitaalWerken.Features.Programmaverslagen;

/// <summary>Makes reports that are due and forgets employees a year later, each in a transaction of its own; replicas pass over what another holds.</summary>
internal sealed class Verslagronde(WorkRunner runner, TimeProvider clock, ILogger<Verslagronde> logger)
    : RecurringWork(TimeSpan.FromMinutes(30), clock, logger)
{
    private const int MaximumPerRound = 20;

    /// <summary>How long somebody can still see, with their own key, what they said; the fortnight of the last pulse comes first.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(365 + Polsvenster.DaysAfterClosing);

    public override async Task RunAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await RepeatAsync(() => runner.RunAsync<Verslagmaker, bool>(maker => maker.MakeDueAsync(now, cancellationToken), cancellationToken));
        await RepeatAsync(() => runner.RunAsync<UnitOfWork, bool>(work => ForgetOneAsync(work, now, cancellationToken), cancellationToken));
    }

    private static async Task RepeatAsync(Func<Task<bool>> one)
    {
        for (var count = 0; count < MaximumPerRound && await one(); count++)
        {
        }
    }

    private static async Task<bool> ForgetOneAsync(UnitOfWork work, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var connection = await work.OpenAsync(cancellationToken);
        if (await VerslagStore.LockToForgetAsync(connection, now - Kept, cancellationToken) is not { } id)
            return false;
        await DeelnameStore.ForgetAsync(connection, id, cancellationToken);
        return true;
    }
}
