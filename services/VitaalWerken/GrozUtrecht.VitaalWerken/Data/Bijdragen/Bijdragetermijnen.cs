using GrozUtrecht.Gebieden;
using GrozUtrecht.ServiceDefaults.Data;
using Npgsql;

namespace GrozUtrecht.VitaalWerken.Data.Bijdragen;

/// <summary>Silence confirms: what was delivered and nobody disputed within its days.</summary>
internal sealed class Bijdragetermijnen(NpgsqlDataSource database, TimeProvider clock, ILogger<Bijdragetermijnen> logger)
    : RecurringWork(TimeSpan.FromMinutes(10), clock, logger)
{
    private const int MaximumPerRound = 500;

    public override async Task RunAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await BijdrageStore.ConfirmSilentAsync(connection, NederlandseTijd.DayOf(now), now, MaximumPerRound, cancellationToken);
    }
}
