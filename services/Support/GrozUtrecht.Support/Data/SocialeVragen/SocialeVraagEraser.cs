using Dapper;
using GrozUtrecht.Personen;
using Npgsql;

namespace GrozUtrecht.Support.Data.SocialeVragen;

/// <summary>
/// Takes a removed person out of the questions about them: whatever was written goes, a question that was open lapses, and how long it
/// waited stays.
/// </summary>
internal sealed class SocialeVraagEraser : IPersoonEraser
{
    private const string Erase =
        """
        SELECT id FROM sociale_vragen WHERE persoon_id = @persoonId ORDER BY id FOR UPDATE;

        UPDATE sociale_vraag_notities SET tekst = NULL
        WHERE tekst IS NOT NULL AND sociale_vraag_id IN (SELECT id FROM sociale_vragen WHERE persoon_id = @persoonId);

        UPDATE overdrachten
        SET reden = NULL, status = CASE WHEN status = 'gevraagd' THEN 'ingetrokken' ELSE status END, beantwoord_op = coalesce(beantwoord_op, @now)
        WHERE sociale_vraag_id IN (SELECT id FROM sociale_vragen WHERE persoon_id = @persoonId);

        INSERT INTO sociale_vraag_stappen (sociale_vraag_id, stap, buurtassistent_id, opgetreden_op)
        SELECT id, 'afgerond', buurtassistent_id, @now FROM sociale_vragen WHERE persoon_id = @persoonId AND status <> 'afgerond' ORDER BY id;

        UPDATE sociale_vragen SET
          persoon_id = NULL, omschrijving = NULL, uitkomst_tekst = NULL, opvolg_datum = NULL, version = version + 1,
          status = 'afgerond', uitkomst = coalesce(uitkomst, 'vervallen'), afgerond_op = coalesce(afgerond_op, @now)
        WHERE persoon_id = @persoonId;
        """;

    public Task EraseAsync(NpgsqlConnection connection, Guid persoonId, DateTimeOffset now, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(Erase, new { persoonId, now }, cancellationToken: cancellationToken));
}
