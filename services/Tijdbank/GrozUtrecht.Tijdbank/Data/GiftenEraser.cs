using Dapper;
using GrozUtrecht.Personen;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Data;

/// <summary>
/// Erases what was written with gifts from and to a removed person, stops what they gave or received every month, and takes their
/// account out of its community.
/// </summary>
internal sealed class GiftenEraser : IPersoonEraser
{
    public Task EraseAsync(NpgsqlConnection connection, Guid persoonId, DateTimeOffset now, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            with rekening as (select id from grootboek.rekening where persoon_id = @persoonId)
            delete from gift_bericht where gift_id in (
              select g.id from gift g join rekening on rekening.id = g.naar_rekening_id
              union all
              select g.id from gift g join rekening on rekening.id = g.van_rekening_id where not g.anoniem
              union all
              select a.gift_id from gift_anoniem a join rekening on rekening.id = a.van_rekening_id);

            update maandgift set status = 'gestopt', volgende_datum = null, bericht = null, version = version + 1, gewijzigd_op = @now
            where (select id from grootboek.rekening where persoon_id = @persoonId) in (van_rekening_id, naar_rekening_id)
              and (status = 'actief' or bericht is not null);

            delete from rekening_gemeenschap where rekening_id = (select id from grootboek.rekening where persoon_id = @persoonId);
            delete from rekening_limiet where rekening_id = (select id from grootboek.rekening where persoon_id = @persoonId);
            """,
            new { persoonId, now },
            cancellationToken: cancellationToken));
}
