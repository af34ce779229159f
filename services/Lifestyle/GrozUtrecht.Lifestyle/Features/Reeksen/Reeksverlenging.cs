using Dapper;
using GrozUtrecht.Gebieden;
using GrozUtrecht.Lifestyle.Data;
using GrozUtrecht.Lifestyle.Data.Reeksen;
using GrozUtrecht.Lifestyle.Domain;
using GrozUtrecht.Lifestyle.Domain.Agenda;
using GrozUtrecht.ServiceDefaults.Data;
using Npgsql;

namespace GrozUtrecht.Lifestyle.Features.Reeksen;

/// <summary>Lets running series grow with the calendar. Every series has a transaction of its own; replicas pass over what another one holds.</summary>
internal sealed class Reeksverlenging(NpgsqlDataSource database, WorkRunner runner, TimeProvider clock, ILogger<Reeksverlenging> logger)
    : RecurringWork(TimeSpan.FromMinutes(30), clock, logger)
{
    private const int MaximumReeksen = 500;

    public override async Task RunAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var (reeksId, activiteitId) in await DueAsync(now, cancellationToken))
        {
            await runner.RunAsync<UnitOfWork, bool>(
                async work => await ExtendAsync(await work.OpenAsync(cancellationToken), activiteitId, reeksId, now, cancellationToken), cancellationToken);
        }
    }

    // A series grows a week at a time at most, so that a round that comes often finds little to do.
    private async Task<IReadOnlyList<(Guid Id, Guid ActiviteitId)>> DueAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<(Guid, Guid)>(new CommandDefinition(
            """
            SELECT reeksen.id, activiteit_id
            FROM reeksen JOIN activiteiten ON activiteiten.id = activiteit_id
            WHERE gepland_tot <= @due AND (tot IS NULL OR tot >= gepland_tot) AND (aantal IS NULL OR aantal_gepland < aantal)
              AND activiteiten.status <> 'ingetrokken' AND (NOT overslaan_in_vakanties OR gepland_tot <= @knownUntil)
            ORDER BY gepland_tot
            LIMIT @limit
            """,
            new { due = NederlandseTijd.DayOf(now).AddDays(Reeksplan.HorizonDays - 7), knownUntil = Schoolvakanties.KnownUntil, limit = MaximumReeksen },
            cancellationToken: cancellationToken))).AsList();
    }

    private static async Task<bool> ExtendAsync(
        NpgsqlConnection connection, Guid activiteitId, Guid reeksId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var free = await connection.ExecuteScalarAsync<Guid?>(new CommandDefinition(
            "SELECT id FROM activiteiten WHERE id = @activiteitId FOR UPDATE SKIP LOCKED", new { activiteitId }, cancellationToken: cancellationToken));
        if (free is null || await ReeksStore.LockAsync(connection, activiteitId, reeksId, cancellationToken) is not { Loopt: true } row)
            return false;

        var (regel, horizon) = (row.ToRegel(), NederlandseTijd.DayOf(now).AddDays(Reeksplan.HorizonDays));
        if (row.GeplandTot >= horizon)
            return false;

        var overgeslagen = await ReeksStore.UitzonderingenAsync(connection, reeksId, cancellationToken);
        var plan = Reeksplan.Of(regel, overgeslagen, row.GeplandTot, horizon, row.AantalGepland, now);
        var toCome = await SessieStore.CountToComeAsync(connection, activiteitId, now, cancellationToken);
        if (toCome + plan.Sessies.Count > SessieRules.MaximumToCome)
            return false;

        // A session that was added by hand keeps its time; the day is passed over and can be read back as such.
        var added = (await ReekssessieStore.InsertAsync(connection, row, plan.Sessies, now, cancellationToken)).ToHashSet();
        var clashes = plan.Sessies.Where(sessie => !added.Contains(sessie.BegintOp)).Select(sessie => sessie.Dag).ToList();
        await ReeksStore.SkipAsync(connection, reeksId, clashes, Overslagreden.Botst, cancellationToken);
        await ReeksStore.UpdateAsync(
            connection, row with { GeplandTot = plan.GeplandTot, AantalGepland = row.AantalGepland + added.Count }, cancellationToken);
        return true;
    }
}
