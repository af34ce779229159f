using Dapper;
using GrozUtrecht.Tijdbank.Domain;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Data;

/// <summary>Funds of neighbourhoods. All that they spend is a transfer in the ledger, of which the description is the purpose.</summary>
internal static class WijkpotStore
{
    private const string Select =
        """
        select w.id, w.partner_id, w.naam, w.gebied, w.doel, s.saldo, w.version, w.aangemaakt_op, w.gewijzigd_op, w.gesloten_op
        from wijkpot w join grootboek.stand s on s.rekening_id = w.id
        """;

    /// <summary>
    /// Opens the account and the fund. Its partner sees the account and may not transfer from it like from any other: only with a purpose.
    /// </summary>
    public static Task OpenAsync(NpgsqlConnection connection, WijkpotRow row, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            insert into grootboek.rekening (id, soort, partner_id, aangemaakt_op) values (@Id, 'wijkpot', @PartnerId, @AangemaaktOp);
            insert into rekening_toegang (rekening_id, partner_id, recht, verleend_op) values (@Id, @PartnerId, 'inzage', @AangemaaktOp);
            insert into wijkpot (id, partner_id, naam, gebied, doel, version, aangemaakt_op, gewijzigd_op)
            values (@Id, @PartnerId, @Naam, @Gebied, @Doel, @Version, @AangemaaktOp, @GewijzigdOp);
            """,
            row,
            cancellationToken: cancellationToken));

    public static Task UpdateAsync(NpgsqlConnection connection, WijkpotRow row, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            update wijkpot set naam = @Naam, gebied = @Gebied, doel = @Doel, version = @Version, gewijzigd_op = @GewijzigdOp, gesloten_op = @GeslotenOp
            where id = @Id
            """,
            row,
            cancellationToken: cancellationToken));

    /// <summary>How many open funds this partner manages.</summary>
    public static Task<int> CountOpenAsync(NpgsqlConnection connection, Guid partnerId, CancellationToken cancellationToken) =>
        connection.ExecuteScalarAsync<int>(new CommandDefinition(
            "select count(*)::int from wijkpot where partner_id = @partnerId and gesloten_op is null", new { partnerId }, cancellationToken: cancellationToken));

    public static Task<WijkpotRow?> FindAsync(NpgsqlConnection connection, Guid id, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<WijkpotRow>(new CommandDefinition($"{Select} where w.id = @id", new { id }, cancellationToken: cancellationToken));

    /// <summary>Locks a fund, to change it.</summary>
    public static Task<WijkpotRow?> LockAsync(NpgsqlConnection connection, Guid id, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<WijkpotRow>(new CommandDefinition(
            $"{Select} where w.id = @id for no key update of w", new { id }, cancellationToken: cancellationToken));

    /// <summary>Open funds after the one named, oldest first.</summary>
    public static async Task<IReadOnlyList<WijkpotRow>> ListAsync(
        NpgsqlConnection connection, string? gebied, Guid after, int count, CancellationToken cancellationToken) =>
        [.. await connection.QueryAsync<WijkpotRow>(new CommandDefinition(
            $"""
             {Select} where w.id > @after and w.gesloten_op is null and (@gebied::text is null or w.gebied = @gebied)
             order by w.id limit @count
             """,
            new { gebied, after, count },
            cancellationToken: cancellationToken))];

    /// <summary>Closes the account when nothing is on it. The account is locked first, so that no gift can slip in between.</summary>
    /// <returns>False when there is something on it.</returns>
    public static async Task<bool> TryCloseAccountAsync(NpgsqlConnection connection, Guid id, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var isEmpty = await connection.ExecuteScalarAsync<bool>(new CommandDefinition(
            """
            select saldo = 0 and gereserveerd_af = 0 and gereserveerd_bij = 0 from grootboek.stand where rekening_id = @id for no key update
            """,
            new { id },
            cancellationToken: cancellationToken));
        if (isEmpty)
        {
            await connection.ExecuteAsync(new CommandDefinition(
                "update grootboek.rekening set gesloten_op = @now where id = @id", new { id, now }, cancellationToken: cancellationToken));
        }

        return isEmpty;
    }

    /// <summary>
    /// What came in follows from what is left and what went out, so only one side is read in full. What was taken back was never spent, nor
    /// did it come in.
    /// </summary>
    public static Task<WijkpotTotalen> SumAsync(NpgsqlConnection connection, Guid id, CancellationToken cancellationToken) =>
        connection.QuerySingleAsync<WijkpotTotalen>(new CommandDefinition(
            """
            select s.saldo + uit.minuten as ontvangen_minuten, uit.minuten as besteed_minuten, gevers.aantal as aantal_personen
            from grootboek.stand s,
            lateral (
              select coalesce(sum(o.bedrag), 0)::bigint as minuten from grootboek.overboeking o
              where o.van = s.nummer and o.soort in (1, 3) and o.naar <> (select nummer from grootboek.rekening where id = @uitgifte)) as uit,
            lateral (
              select count(*) as aantal from (
                select r.id from grootboek.overboeking o join grootboek.rekening r on r.nummer = o.van
                where o.naar = s.nummer and o.soort in (1, 3) and r.soort = 'persoon'
                union
                select r.id from gift g join gift_anoniem a on a.gift_id = g.id join grootboek.rekening r on r.id = a.van_rekening_id
                where g.naar_rekening_id = s.rekening_id and r.soort = 'persoon') as persoon) as gevers
            where s.rekening_id = @id
            """,
            new { id, uitgifte = Systeemrekening.Uitgifte },
            cancellationToken: cancellationToken));

    /// <summary>What it was spent on, newest first, before the number given; read by pairs, as in <see cref="MutatieStore"/>.</summary>
    public static async Task<IReadOnlyList<Besteding>> ListBestedingenAsync(
        NpgsqlConnection connection, Guid id, long before, int count, CancellationToken cancellationToken) =>
        [.. await connection.QueryAsync<Besteding>(new CommandDefinition(
            """
            with deze as (select nummer from grootboek.rekening where id = @id)
            select o.id, o.volgnummer, o.bedrag as duur_minuten, o.geboekt_op as besteed_op, t.tekst as doel, r.soort as ontvanger_soort,
              case when r.soort = 'organisatie' then r.partner_id end as ontvanger_partner_id
            from (
              select x.id, x.volgnummer, x.bedrag, x.geboekt_op, x.naar from grootboek.overboeking x
              where x.soort in (1, 3) and (x.van, x.volgnummer) < ((select nummer from deze), @before)
                and (x.van, x.volgnummer) >= ((select nummer from deze), 0) and x.naar <> (select nummer from grootboek.rekening where id = @uitgifte)
              order by x.van desc, x.volgnummer desc limit @count) as o
            join grootboek.rekening r on r.nummer = o.naar
            left join overboeking_omschrijving t on t.overboeking_id = o.id
            order by o.volgnummer desc
            """,
            new { id, before, count, uitgifte = Systeemrekening.Uitgifte },
            cancellationToken: cancellationToken))];

    /// <summary>True when this partner may have minutes paid to this account: it sees it, or everybody may.</summary>
    public static Task<bool> MayReceiveAsync(NpgsqlConnection connection, Guid rekeningId, Guid partnerId, CancellationToken cancellationToken) =>
        connection.ExecuteScalarAsync<bool>(new CommandDefinition(
            """
            select exists (
              select from grootboek.stand s
              where s.rekening_id = @rekeningId and (s.openbaar or exists (
                select from rekening_toegang t where t.rekening_id = s.rekening_id and t.partner_id = @partnerId)))
            """,
            new { rekeningId, partnerId },
            cancellationToken: cancellationToken));
}
