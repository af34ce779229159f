using Dapper;
using GrozUtrecht.Personen;
using Npgsql;

namespace GrozUtrecht.Support.Data.Buurten;

/// <summary>
/// Takes a removed person out of the roster: duties to come are free again, those of the past say when somebody was there and not who.
/// What they had in hand goes back into the inbox, so that nobody who asked waits for somebody who is gone.
/// </summary>
internal sealed class BuurtassistentEraser : IPersoonEraser
{
    // First the buurtassistent, then duties and questions in order of id: as everywhere.
    private const string Erase =
        """
        SELECT id FROM buurtassistenten WHERE persoon_id = @persoonId ORDER BY id FOR UPDATE;

        SELECT id FROM sociale_vragen
        WHERE status <> 'afgerond' AND buurtassistent_id IN (SELECT id FROM buurtassistenten WHERE persoon_id = @persoonId)
        ORDER BY id FOR UPDATE;

        WITH gone AS (SELECT id FROM buurtassistenten WHERE persoon_id = @persoonId),
        returned AS (
          UPDATE sociale_vragen SET status = 'nieuw', buurtassistent_id = NULL, version = version + 1
          WHERE status <> 'afgerond' AND buurtassistent_id IN (SELECT id FROM gone)
          RETURNING id)
        INSERT INTO sociale_vraag_stappen (sociale_vraag_id, stap, opgetreden_op) SELECT id, 'teruggelegd', @now FROM returned ORDER BY id;

        UPDATE overdrachten SET status = 'ingetrokken', beantwoord_op = @now
        WHERE status = 'gevraagd' AND EXISTS (
          SELECT FROM buurtassistenten a WHERE a.persoon_id = @persoonId AND a.id IN (van_buurtassistent_id, naar_buurtassistent_id));

        UPDATE sociale_vraag_notities SET tekst = NULL
        WHERE tekst IS NOT NULL AND buurtassistent_id IN (SELECT id FROM buurtassistenten WHERE persoon_id = @persoonId);

        DELETE FROM diensten WHERE eindigt_op > @now AND buurtassistent_id IN (SELECT id FROM buurtassistenten WHERE persoon_id = @persoonId);

        UPDATE diensten SET buurtassistent_id = NULL, version = version + 1
        WHERE buurtassistent_id IN (SELECT id FROM buurtassistenten WHERE persoon_id = @persoonId);

        DELETE FROM buurtassistent_buurten WHERE buurtassistent_id IN (SELECT id FROM buurtassistenten WHERE persoon_id = @persoonId);

        UPDATE buurtassistenten SET persoon_id = NULL, verwijderd_op = @now, version = version + 1 WHERE persoon_id = @persoonId;
        """;

    public Task EraseAsync(NpgsqlConnection connection, Guid persoonId, DateTimeOffset now, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(Erase, new { persoonId, now }, cancellationToken: cancellationToken));
}
