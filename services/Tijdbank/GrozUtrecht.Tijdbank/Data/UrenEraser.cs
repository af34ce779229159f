using Dapper;
using GrozUtrecht.Personen;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Data;

/// <summary>Forgets what was written about hours of a removed person, and lets go of reports that nobody can confirm any more.</summary>
internal sealed class UrenEraser : IPersoonEraser
{
    public async Task EraseAsync(NpgsqlConnection connection, Guid persoonId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // Who reports for this person meanwhile is either seen below, or waits and then finds the account closed.
        await WerktijdStore.LockPersonsAsync(connection, [persoonId], cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(
            """
            select 1 from urenregistratie where persoon_id = @persoonId or voor_persoon_id = @persoonId order by id for update;

            delete from urenregistratie_tekst
            where urenregistratie_id in (select id from urenregistratie where persoon_id = @persoonId or voor_persoon_id = @persoonId);

            with weg as (
              update urenregistratie set status = 'verlopen', versie = versie + 1, wacht_sinds = @now
              where (persoon_id = @persoonId or voor_persoon_id = @persoonId) and status in ('gemeld', 'gecorrigeerd', 'betwist')
              returning id, versie, duur_minuten
            )
            insert into urenregistratie_stap (urenregistratie_id, volgnummer, stap, status, duur_minuten, gezet_op)
            select id, versie, 'verlopen', 'verlopen', duur_minuten, @now from weg;
            """,
            new { persoonId, now },
            cancellationToken: cancellationToken));
    }
}
