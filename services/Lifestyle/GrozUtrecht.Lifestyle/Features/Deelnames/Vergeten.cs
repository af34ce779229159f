using Dapper;
using GrozUtrecht.Lifestyle.Data;
using GrozUtrecht.Lifestyle.Data.Deelnames;
using GrozUtrecht.Personen;
using Npgsql;

namespace GrozUtrecht.Lifestyle.Features.Deelnames;

/// <summary>Makes the registrations of somebody nameless: what was to come is cancelled and its places move on, what was stays as a number.</summary>
internal sealed class Vergeten : IPersoonEraser
{
    public Task EraseAsync(NpgsqlConnection connection, Guid persoonId, DateTimeOffset now, CancellationToken cancellationToken) =>
        ForgetAsync(connection, persoonId, null, now, cancellationToken);

    /// <summary>Forgets a person or a guest; the other of the two is null.</summary>
    public async Task ForgetAsync(NpgsqlConnection connection, Guid? persoonId, Guid? gastId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var sessies = (await connection.QueryAsync<Guid>(new CommandDefinition(
            "SELECT DISTINCT sessie_id FROM deelnames WHERE persoon_id = @persoonId OR gast_id = @gastId",
            new { persoonId, gastId },
            cancellationToken: cancellationToken))).AsList();
        await SessiefeitenStore.LockAllAsync(connection, sessies, cancellationToken);

        var freed = await connection.QueryAsync<Guid>(new CommandDefinition(
            """
            WITH changed AS (
              UPDATE deelnames
              SET version = version + 1, persoon_id = NULL, gast_id = NULL, gewist_op = @now,
                  afgemeld_op = CASE WHEN status IN ('aangemeld', 'wachtlijst', 'aangeboden') THEN @now ELSE afgemeld_op END,
                  status = CASE WHEN status IN ('aangemeld', 'wachtlijst', 'aangeboden') THEN 'afgemeld' ELSE status END
              WHERE persoon_id = @persoonId OR gast_id = @gastId
              RETURNING sessie_id, afgemeld_op
            )
            SELECT sessie_id FROM changed WHERE afgemeld_op = @now ORDER BY sessie_id
            """,
            new { persoonId, gastId, now },
            cancellationToken: cancellationToken));
        foreach (var sessieId in freed)
            await Wachtlijst.OfferFreePlacesAsync(connection, sessieId, now, cancellationToken);
    }
}
