using Dapper;
using GrozUtrecht.Tijdbank.Domain.Uren;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Data;

/// <summary>The hours that persons already have around a day, looked at by one transaction at a time.</summary>
internal static class WerktijdStore
{
    /// <summary>
    /// Locks persons until the end of the transaction, in one order, so that two reports of one person cannot both find room in the
    /// same day. A row of our own, since the service may not lock accounts.
    /// </summary>
    public static Task LockPersonsAsync(NpgsqlConnection connection, IReadOnlyCollection<Guid> personen, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            insert into urenregistratie_persoon (persoon_id) select p from unnest(@personen) as p order by p on conflict do nothing;
            select 1 from urenregistratie_persoon where persoon_id = any(@personen) order by persoon_id for update;
            """,
            new { personen = personen.Distinct().ToArray() },
            cancellationToken: cancellationToken));

    /// <summary>What these persons did on these days and on the days beside them, but for the registration named.</summary>
    public static async Task<ILookup<Guid, Werktijd>> AroundAsync(
        NpgsqlConnection connection, IReadOnlyCollection<(Guid PersoonId, DateOnly Datum)> days, Guid? except, CancellationToken cancellationToken)
    {
        var rows = await connection.QueryAsync<(Guid PersoonId, DateOnly Datum, string? BeginTijd, int Minuten)>(new CommandDefinition(
            """
            select distinct on (u.id) u.persoon_id, u.uitgevoerd_datum, to_char(u.begin_tijd, 'HH24:MI'), u.duur_minuten
            from unnest(@personen, @datums) as d (persoon_id, datum)
            join urenregistratie u on u.persoon_id = d.persoon_id and u.uitgevoerd_datum between d.datum - 1 and d.datum + 1
            where u.status in ('gemeld', 'gecorrigeerd', 'betwist', 'bevestigd') and u.id is distinct from @except
            """,
            new { personen = days.Select(day => day.PersoonId).ToArray(), datums = days.Select(day => day.Datum).ToArray(), except },
            cancellationToken: cancellationToken));
        return rows.ToLookup(
            row => row.PersoonId,
            row => new Werktijd(row.Datum, row.BeginTijd is null ? null : TimeOnly.Parse(row.BeginTijd), row.Minuten));
    }

    /// <summary>Of these persons: who has an open account, and whether this partner manages it.</summary>
    public static async Task<IReadOnlyDictionary<Guid, bool>> OpenAccountsAsync(
        NpgsqlConnection connection, IReadOnlyCollection<Guid> personen, Guid partnerId, CancellationToken cancellationToken) =>
        (await connection.QueryAsync<(Guid PersoonId, bool Beheert)>(new CommandDefinition(
            """
            select r.persoon_id, coalesce(t.recht = 'beheer', false)
            from grootboek.rekening r left join rekening_toegang t on t.rekening_id = r.id and t.partner_id = @partnerId
            where r.persoon_id = any(@personen) and r.gesloten_op is null
            """,
            new { personen = personen.Distinct().ToArray(), partnerId },
            cancellationToken: cancellationToken))).ToDictionary(row => row.PersoonId, row => row.Beheert);
}
