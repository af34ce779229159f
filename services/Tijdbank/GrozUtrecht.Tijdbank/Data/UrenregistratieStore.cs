using Dapper;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Data;

/// <summary>Reads registrations as one partner sees them.</summary>
internal static class UrenregistratieStore
{
    // A side is whoever manages the account of the person on it, and for an organisation the organisation itself. Persons come as an
    // array, so that each part of the condition can use an index.
    private const string Select =
        """
        with beheerd as (
          select coalesce(array_agg(r.persoon_id), '{}') as personen
          from rekening_toegang t join grootboek.rekening r on r.id = t.rekening_id
          where t.partner_id = @partnerId and t.recht = 'beheer' and r.gesloten_op is null and r.persoon_id is not null)
        select u.id, u.bron, u.bron_id, u.persoon_id, u.voor_partner_id, u.voor_persoon_id, u.uren_soort, u.uitgevoerd_datum,
          to_char(u.begin_tijd, 'HH24:MI') as begin_tijd, u.duur_minuten, u.postcode, u.praktijkovereenkomst_id, u.status, u.gemeld_door,
          u.melder_partner_id, u.genoemd_door_client_id, u.gemeld_op, u.wacht_sinds, u.herinnerd_op, u.rekening_id, u.overboeking_id,
          u.uitbetaling_id, u.urenverklaring_id, u.versie,
          u.persoon_id = any ((select personen from beheerd)::uuid[]) as is_werker,
          coalesce(u.voor_partner_id = @partnerId, u.voor_persoon_id = any ((select personen from beheerd)::uuid[])) as is_ontvanger
        from urenregistratie u
        where (u.voor_partner_id = @partnerId or u.melder_partner_id = @partnerId
          or u.persoon_id = any ((select personen from beheerd)::uuid[]) or u.voor_persoon_id = any ((select personen from beheerd)::uuid[])
          or (@bemiddelaar and u.status = 'betwist'))
        """;

    /// <summary>Locks these registrations, so that one step at a time is taken, and reads those that the partner sees.</summary>
    public static async Task<IReadOnlyDictionary<Guid, Urenregistratie>> LockAsync(
        NpgsqlConnection connection, Guid[] ids, Guid partnerId, bool bemiddelaar, CancellationToken cancellationToken)
    {
        await connection.ExecuteAsync(new CommandDefinition(
            "select 1 from urenregistratie where id = any(@ids) order by id for update", new { ids }, cancellationToken: cancellationToken));
        return await FindAsync(connection, ids, partnerId, bemiddelaar, cancellationToken);
    }

    /// <summary>Those of these registrations that the partner sees.</summary>
    public static async Task<IReadOnlyDictionary<Guid, Urenregistratie>> FindAsync(
        NpgsqlConnection connection, Guid[] ids, Guid partnerId, bool bemiddelaar, CancellationToken cancellationToken)
    {
        var rows = (await connection.QueryAsync<Urenregistratie>(new CommandDefinition(
            $"{Select} and u.id = any(@ids)", new { ids, partnerId, bemiddelaar }, cancellationToken: cancellationToken))).AsList();
        var teksten = await OmschrijvingenAsync(connection, rows, cancellationToken);
        return rows.ToDictionary(row => row.Id, row => row with { Omschrijving = teksten.GetValueOrDefault(row.Id) });
    }

    /// <summary>Registrations that the partner sees, in order of their ids, after the one named.</summary>
    public static async Task<IReadOnlyList<Urenregistratie>> ListAsync(
        NpgsqlConnection connection, Guid partnerId, bool bemiddelaar, Urenfilter filter, Guid after, int count, CancellationToken cancellationToken)
    {
        var rows = (await connection.QueryAsync<Urenregistratie>(new CommandDefinition(
            $"""
             {Select} and u.id > @after
               and (@PersoonId::uuid is null or u.persoon_id = @PersoonId)
               and (@Status::text is null or u.status = @Status)
               and (@PraktijkovereenkomstId::uuid is null or u.praktijkovereenkomst_id = @PraktijkovereenkomstId)
             order by u.id limit @count
             """,
            new { partnerId, bemiddelaar, filter.PersoonId, filter.Status, filter.PraktijkovereenkomstId, after, count },
            cancellationToken: cancellationToken))).AsList();
        var teksten = await OmschrijvingenAsync(connection, rows, cancellationToken);
        return [.. rows.Select(row => row with { Omschrijving = teksten.GetValueOrDefault(row.Id) })];
    }

    /// <summary>What happened to a registration, oldest first.</summary>
    public static async Task<IReadOnlyList<Urenregistratiestap>> StepsAsync(NpgsqlConnection connection, Guid id, CancellationToken cancellationToken) =>
        [.. await connection.QueryAsync<Urenregistratiestap>(new CommandDefinition(
            """
            select s.*, t.tekst from urenregistratie_stap s left join urenregistratie_tekst t using (urenregistratie_id, volgnummer)
            where s.urenregistratie_id = @id order by s.volgnummer
            """,
            new { id },
            cancellationToken: cancellationToken))];

    private static async Task<Dictionary<Guid, string>> OmschrijvingenAsync(
        NpgsqlConnection connection, IReadOnlyList<Urenregistratie> rows, CancellationToken cancellationToken) =>
        (await connection.QueryAsync<(Guid Id, string Tekst)>(new CommandDefinition(
            "select urenregistratie_id, tekst from urenregistratie_tekst where urenregistratie_id = any(@ids) and volgnummer = 1",
            new { ids = rows.Select(row => row.Id).ToArray() },
            cancellationToken: cancellationToken))).ToDictionary(found => found.Id, found => found.Tekst);
}

/// <summary>What a list of registrations is narrowed to; null is everything.</summary>
internal sealed record Urenfilter(Guid? PersoonId, string? Status, Guid? PraktijkovereenkomstId);
