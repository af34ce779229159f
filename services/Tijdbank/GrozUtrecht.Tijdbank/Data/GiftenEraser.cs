using Dapper;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Data;

/// <summary>Erases what was written with gifts from and to a removed person.</summary>
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
              select a.gift_id from gift_anoniem a join rekening on rekening.id = a.van_rekening_id)
            """,
            new { persoonId, now },
            cancellationToken: cancellationToken));
}
