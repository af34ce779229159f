using Dapper;
using GrozUtrecht.Lifestyle.Data.Deelnames;
using GrozUtrecht.Lifestyle.Domain.Deelnames;
using GrozUtrecht.ServiceDefaults.Data;
using Npgsql;

namespace GrozUtrecht.Lifestyle.Features.Deelnames;

/// <summary>
/// Moves what time moves: offers nobody answered go to the next, who never came is written down as such once nobody can be checked in
/// any more, and guests are forgotten. Every session has a transaction of its own.
/// </summary>
internal sealed class Wachtlijstronde(NpgsqlDataSource database, WorkRunner runner, TimeProvider clock, ILogger<Wachtlijstronde> logger)
    : RecurringWork(TimeSpan.FromSeconds(10), clock, logger)
{
    private const int MaximumSessies = 100;
    private const int MaximumGasten = 500;

    public override async Task RunAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var sessieId in await ListAsync(
            "SELECT DISTINCT sessie_id FROM deelnames WHERE status = 'aangeboden' AND aangeboden_tot <= @now LIMIT @limit", now, cancellationToken))
        {
            await runner.RunAsync<Wachtlijst, int>(wachtlijst => wachtlijst.ExpireAsync(sessieId, now, cancellationToken), cancellationToken);
        }

        foreach (var sessieId in await ListAsync(
            """
            SELECT DISTINCT sessie_id FROM deelnames JOIN sessies ON sessies.id = sessie_id
            WHERE status IN ('aangemeld', 'aangeboden', 'wachtlijst') AND eindigt_op < @now - @checkInDays * interval '1 day'
            LIMIT @limit
            """,
            now,
            cancellationToken))
        {
            await runner.RunAsync<Afsluiting, int>(afsluiting => afsluiting.CloseAsync(sessieId, cancellationToken), cancellationToken);
        }

        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await GastStore.ForgetExpiredAsync(connection, now, MaximumGasten, cancellationToken);
    }

    private async Task<IReadOnlyList<Guid>> ListAsync(string sql, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<Guid>(new CommandDefinition(
            sql, new { now, limit = MaximumSessies, checkInDays = Inchecken.DaysAfterEnd }, cancellationToken: cancellationToken))).AsList();
    }
}
