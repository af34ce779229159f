using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.Support.Data;
using Npgsql;

namespace GrozUtrecht.Support.Features.Levensloop;

/// <summary>
/// Looks every five seconds whose time has come. Each hulpvraag has a transaction of its own, so that one that fails keeps no other;
/// replicas pass over what another one holds.
/// </summary>
internal sealed class Levensloopronde(NpgsqlDataSource database, WorkRunner runner, TimeProvider clock, ILogger<Levensloopronde> logger)
    : RecurringWork(TimeSpan.FromSeconds(5), clock, logger)
{
    private const int PageSize = 100;
    private const int MaximumPages = 10;
    private const int MaximumSteps = 20;
    private const int MaximumTransactions = 20;

    // A round that had to stop goes on here, so that what comes late in the order is not passed over for ever.
    private Guid after;

    public override async Task RunAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        for (var page = 0; page < MaximumPages; page++)
        {
            var due = await DueAsync(now, cancellationToken);
            foreach (var id in due)
            {
                await MoveAsync(id, now, cancellationToken);
            }

            after = due.Count < PageSize ? Guid.Empty : due[^1];
            if (after == Guid.Empty)
            {
                break;
            }
        }

        await RepeatAsync(herinneringen => herinneringen.RemindAsync(now, cancellationToken), cancellationToken);
        await RepeatAsync(herinneringen => herinneringen.AskAsync(now, cancellationToken), cancellationToken);
    }

    private async Task<IReadOnlyList<Guid>> DueAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await LevensloopStore.DueAsync(connection, after, PageSize, now, cancellationToken);
    }

    private async Task MoveAsync(Guid hulpvraagId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        try
        {
            var again = true;
            for (var step = 0; again && step < MaximumSteps; step++)
            {
                again = await runner.RunAsync<Levensloopstap, bool>(stap => stap.TakeAsync(hulpvraagId, now, cancellationToken), cancellationToken);
            }
        }
        catch (Exception exception) when (exception is PostgresException or InvalidOperationException)
        {
            // The others must not wait for this one. Its transaction was rolled back, and the next round tries it again.
            logger.LogError(exception, "Hulpvraag {HulpvraagId} could not be moved along", hulpvraagId);
        }
    }

    private async Task RepeatAsync(Func<Herinneringen, Task<int>> work, CancellationToken cancellationToken)
    {
        for (var count = 0; count < MaximumTransactions; count++)
        {
            if (await runner.RunAsync(work, cancellationToken) < Herinneringen.MaximumPerTransaction)
            {
                return;
            }
        }
    }
}
