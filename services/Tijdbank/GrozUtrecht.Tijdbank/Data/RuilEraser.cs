using Dapper;
using GrozUtrecht.Personen;
using GrozUtrecht.Tijdbank.Domain.Ruil;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Data;

/// <summary>
/// Takes a removed person out of the exchange: open orders give back their minutes, advertisements close, and every text goes that the
/// person wrote or that was written about an order of theirs.
/// </summary>
internal sealed class RuilEraser(Bestelgang gang) : IPersoonEraser
{
    public async Task EraseAsync(NpgsqlConnection connection, Guid persoonId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var open = await BestellingStore.LockOpenOfAsync(connection, persoonId, cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(
            """
            update advertentie set titel = null, omschrijving = null, status = 'gesloten', version = version + 1, gewijzigd_op = @now
            where rekening_id = (select id from grootboek.rekening where persoon_id = @persoonId) and titel is not null;

            delete from bestelling_tekst where gebeurtenis_id in (
              select g.id from bestelling b join bestelling_gebeurtenis g on g.bestelling_id = b.id
              where (select id from grootboek.rekening where persoon_id = @persoonId) in (b.koper_rekening_id, b.aanbieder_rekening_id));
            """,
            new { persoonId, now },
            cancellationToken: cancellationToken));
        await gang.GiveBackAsync(connection, open, new(Handeling.Verwijdering, Partij.Platform), now, cancellationToken);
    }
}
