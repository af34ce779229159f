using Dapper;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Data;

/// <summary>One line of a statement, seen from the account: credits are positive, debits negative.</summary>
internal sealed record Mutatie
{
    public Guid OverboekingId { get; init; }

    public long Volgnummer { get; init; }

    public Guid TegenrekeningId { get; init; }

    /// <summary>In the unit of the account.</summary>
    public long Bedrag { get; init; }

    public long SaldoNa { get; init; }

    public DateTimeOffset GeboektOp { get; init; }

    public string? Omschrijving { get; init; }

    public string? Bron { get; init; }

    public Guid? BronId { get; init; }

    public string? UrenSoort { get; init; }

    public DateOnly? UitgevoerdDatum { get; init; }
}

internal static class MutatieStore
{
    /// <summary>
    /// Lines of one account, newest first, before the number given. Each side reads its own index, and only what the page needs, so a
    /// page costs the same whatever the account's history. Compared as pairs, because no other index is in that order: asked for
    /// "naar = x order by volgnummer", the planner may read all rows of all accounts for the few of a quiet one.
    /// </summary>
    public static async Task<IReadOnlyList<Mutatie>> ListAsync(
        NpgsqlConnection connection, Guid rekeningId, long before, int count, CancellationToken cancellationToken) =>
        [.. await connection.QueryAsync<Mutatie>(new CommandDefinition(
            """
            with deze as (select nummer from grootboek.rekening where id = @rekeningId)
            select m.overboeking_id, m.volgnummer, tegen.id as tegenrekening_id, m.bedrag, m.saldo_na, m.geboekt_op,
              t.tekst as omschrijving, b.bron, b.bron_id, b.uren_soort, b.uitgevoerd_datum
            from (
              (select o.id as overboeking_id, o.volgnummer, o.van as tegen, o.bedrag, o.saldo_naar_na as saldo_na, o.geboekt_op
               from grootboek.overboeking o
               where o.soort in (1, 3) and (o.naar, o.volgnummer) < ((select nummer from deze), @before)
                 and (o.naar, o.volgnummer) >= ((select nummer from deze), 0) order by o.naar desc, o.volgnummer desc limit @count)
              union all
              (select o.id, o.volgnummer, o.naar, -o.bedrag, o.saldo_van_na, o.geboekt_op
               from grootboek.overboeking o
               where o.soort in (1, 3) and (o.van, o.volgnummer) < ((select nummer from deze), @before)
                 and (o.van, o.volgnummer) >= ((select nummer from deze), 0) order by o.van desc, o.volgnummer desc limit @count)
              order by volgnummer desc limit @count
            ) as m
            join grootboek.rekening tegen on tegen.nummer = m.tegen
            left join overboeking_omschrijving t on t.overboeking_id = m.overboeking_id
            left join bijschrijving b on b.overboeking_id = m.overboeking_id
            order by m.volgnummer desc
            """,
            new { rekeningId, before, count },
            cancellationToken: cancellationToken))];
}
