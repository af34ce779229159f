using Dapper;
using GrozUtrecht.Personen;
using GrozUtrecht.Tijdbank.Data;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Features.Onderwijs;

/// <summary>A removed student's agreements keep their dates and minutes under a number; names and reasons go.</summary>
internal sealed class OnderwijsEraser : IPersoonEraser
{
    public Task EraseAsync(NpgsqlConnection connection, Guid persoonId, DateTimeOffset now, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            delete from praktijkovereenkomst_tekst
            where praktijkovereenkomst_id in (select id from praktijkovereenkomst where persoon_id = @persoonId);

            update urenverklaring_intrekking set reden = null where urenverklaring_id in (
              select v.id from urenverklaring v join praktijkovereenkomst p on p.id = v.praktijkovereenkomst_id where p.persoon_id = @persoonId);
            """,
            new { persoonId },
            cancellationToken: cancellationToken));
}
