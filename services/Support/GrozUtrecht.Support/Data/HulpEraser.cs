using Dapper;
using GrozUtrecht.Personen;
using Npgsql;

namespace GrozUtrecht.Support.Data;

/// <summary>Takes a person out of hulpvragen, helpers, voorstellen and afspraken, in one go of set-based statements.</summary>
internal sealed class HulpEraser : IPersoonEraser
{
    // The same order of locks as everywhere: first the hulpvragen, in order of id, then the helpers.
    private const string Lock =
        """
        SELECT id FROM hulpvragen
        WHERE persoon_id = @persoonId
          OR id IN (SELECT v.hulpvraag_id FROM voorstellen v JOIN helpers h ON h.id = v.helper_id WHERE h.persoon_id = @persoonId)
        ORDER BY id FOR UPDATE;

        SELECT id FROM helpers WHERE persoon_id = @persoonId ORDER BY id FOR UPDATE;
        """;

    // Who asked: what was still going on is withdrawn, and the words go with the person, also those that helpers wrote about the ask.
    private const string EraseHulpvrager =
        """
        UPDATE voorstellen SET afwijzingsreden = NULL
        WHERE afwijzingsreden IS NOT NULL AND hulpvraag_id IN (SELECT id FROM hulpvragen WHERE persoon_id = @persoonId);

        UPDATE afspraken SET afmeldreden = NULL
        WHERE afmeldreden IS NOT NULL AND hulpvraag_id IN (SELECT id FROM hulpvragen WHERE persoon_id = @persoonId);

        UPDATE voorstellen SET status = 'vervallen', beantwoord_op = @now
        WHERE status = 'voorgesteld' AND hulpvraag_id IN (SELECT id FROM hulpvragen WHERE persoon_id = @persoonId);

        UPDATE afspraken SET status = 'niet-doorgegaan', version = version + 1
        WHERE status IN ('gepland', 'minuten-verschillen') AND hulpvraag_id IN (SELECT id FROM hulpvragen WHERE persoon_id = @persoonId);

        UPDATE hulpvragen
        SET persoon_id = NULL, omschrijving = NULL, version = version + 1,
          status = CASE WHEN status IN ('open', 'gepland') THEN 'ingetrokken' ELSE status END
        WHERE persoon_id = @persoonId;
        """;

    // Who helped: the appointments that were to come are free for another helper.
    private const string EraseHelper =
        """
        UPDATE voorstellen SET status = 'vervallen', beantwoord_op = @now
        WHERE status = 'voorgesteld' AND helper_id IN (SELECT id FROM helpers WHERE persoon_id = @persoonId);

        UPDATE voorstellen SET afwijzingsreden = NULL
        WHERE afwijzingsreden IS NOT NULL AND helper_id IN (SELECT id FROM helpers WHERE persoon_id = @persoonId);

        UPDATE afspraken SET afmeldreden = NULL
        WHERE afmeldreden IS NOT NULL AND helper_id IN (SELECT id FROM helpers WHERE persoon_id = @persoonId);

        WITH cancelled AS (
          UPDATE afspraken SET status = 'niet-doorgegaan', version = version + 1
          WHERE status IN ('gepland', 'minuten-verschillen') AND helper_id IN (SELECT id FROM helpers WHERE persoon_id = @persoonId)
          RETURNING hulpvraag_id, begint_op
        )
        UPDATE hulpvragen v
        SET status = CASE WHEN c.begint_op > @now THEN 'open' ELSE 'niet-vervuld' END, version = version + 1
        FROM (SELECT hulpvraag_id, max(begint_op) AS begint_op FROM cancelled GROUP BY hulpvraag_id) c
        WHERE v.id = c.hulpvraag_id AND v.status = 'gepland';

        -- Who only goes together waits until there is somebody else to go with.
        UPDATE helpers SET maatje_id = NULL, gepauzeerd_van_datum = (@now AT TIME ZONE 'Europe/Amsterdam')::date, gepauzeerd_tot_datum = NULL
        WHERE maatje_id IN (SELECT id FROM helpers WHERE persoon_id = @persoonId);

        DELETE FROM aanbiedingen WHERE helper_id IN (SELECT id FROM helpers WHERE persoon_id = @persoonId);

        UPDATE helpers
        SET persoon_id = NULL, talen = '{}', vaardigheden = '{}', bezwaren = '{}', vog_geldig_tot_datum = NULL, maatje_id = NULL, beschikbaarheid = NULL,
          uitzonderingen = '[]', gepauzeerd_van_datum = NULL, gepauzeerd_tot_datum = NULL, verwijderd_op = @now
        WHERE persoon_id = @persoonId;

        UPDATE toestemmingen SET aanmelder_persoon_id = NULL WHERE aanmelder_persoon_id = @persoonId;
        """;

    public Task EraseAsync(NpgsqlConnection connection, Guid persoonId, DateTimeOffset now, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            $"{Lock}\n{EraseHulpvrager}\n{EraseHelper}", new { persoonId, now }, cancellationToken: cancellationToken));
}
