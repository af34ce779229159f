using GrozUtrecht.Gebieden;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.VitaalWerken.Data.Inspiratie;
using GrozUtrecht.VitaalWerken.Domain;
using GrozUtrecht.VitaalWerken.Domain.Inspiratie;
using Npgsql;

namespace GrozUtrecht.VitaalWerken.Features.Inspiratiebijeenkomsten;

/// <summary>Makes the figures of interest whose seven days are over, each in a transaction of its own.</summary>
internal sealed class Belangstellingronde(WorkRunner runner, TimeProvider clock, ILogger<Belangstellingronde> logger)
    : RecurringWork(TimeSpan.FromMinutes(10), clock, logger)
{
    private const int MaximumPerRound = 50;

    public override async Task RunAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var again = true;
        for (var count = 0; again && count < MaximumPerRound; count++)
            again = await runner.RunAsync<UnitOfWork, bool>(work => CloseOneAsync(work, now, cancellationToken), cancellationToken);
    }

    /// <summary>Turns the answers into figures and forgets them; gives the row, still to be saved.</summary>
    public static async Task<InspiratieRow> CloseAsync(
        NpgsqlConnection connection, InspiratieRow row, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var antwoorden = await BelangstellingStore.TakeAsync(connection, row.Id, cancellationToken);
        var cijfers = Keuzetelling.Publish([.. antwoorden.Select(Words.Read<Onderwerp>)], Belangstelling.Fewest);
        if (cijfers is not null)
            await BelangstellingStore.PublishAsync(
                connection, row.Id, [.. cijfers.Onderwerpen.Select(cijfer => (Words.Of(cijfer.Onderwerp), cijfer.Aantal))], cancellationToken);
        return row with { GeslotenOp = now, LinkHash = null, BelangstellingAantal = cijfers?.Aantal };
    }

    private static async Task<bool> CloseOneAsync(UnitOfWork work, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var connection = await work.OpenAsync(cancellationToken);
        var firstOpenDay = Belangstelling.FirstOpenDay(NederlandseTijd.DayOf(now));
        var endedBefore = NederlandseTijd.MomentOf(firstOpenDay, TimeOnly.MinValue);
        if (await BelangstellingStore.LockDueAsync(connection, endedBefore, cancellationToken) is not { } row)
            return false;
        var closed = await CloseAsync(connection, row, now, cancellationToken);
        await InspiratieStore.UpdateAsync(connection, closed with { Version = row.Version + 1, GewijzigdOp = now }, cancellationToken);
        return true;
    }
}
