using GrozUtrecht.Gebieden;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.VitaalWerken.Data.Behoeften;
using GrozUtrecht.VitaalWerken.Domain.Behoeften;
using Npgsql;

namespace GrozUtrecht.VitaalWerken.Features.Behoeften;

/// <summary>Closes scans whose last day is over, each in a transaction of its own.</summary>
internal sealed class Scanronde(WorkRunner runner, TimeProvider clock, ILogger<Scanronde> logger)
    : RecurringWork(TimeSpan.FromMinutes(10), clock, logger)
{
    private const int MaximumPerRound = 50;

    public override async Task RunAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var again = true;
        for (var count = 0; again && count < MaximumPerRound; count++)
            again = await runner.RunAsync<UnitOfWork, bool>(work => CloseOneAsync(work, now, cancellationToken), cancellationToken);
    }

    /// <summary>Turns the answers into figures, once, and forgets them.</summary>
    public static async Task<(ScanRow Row, Scanuitslag Uitslag)> CloseAsync(
        NpgsqlConnection connection, ScanRow row, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var uitslag = Scanuitslag.Make(await ScanStore.TakeAsync(connection, row.Id, cancellationToken));
        var closed = row with { Status = Words.Of(ScanStatus.Gesloten), GeslotenOp = now, Aantal = uitslag.Aantal };
        await ScanStore.CloseAsync(connection, closed, cancellationToken);
        await ScanuitslagStore.InsertAsync(connection, row.Id, uitslag, cancellationToken);
        return (closed, uitslag);
    }

    private static async Task<bool> CloseOneAsync(UnitOfWork work, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var connection = await work.OpenAsync(cancellationToken);
        if (await ScanStore.LockDueAsync(connection, NederlandseTijd.DayOf(now), cancellationToken) is not { } row)
            return false;
        await CloseAsync(connection, row, now, cancellationToken);
        return true;
    }
}
