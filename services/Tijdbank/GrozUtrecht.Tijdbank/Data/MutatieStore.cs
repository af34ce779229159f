using Dapper;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Data;

/// <summary>One line of a statement, seen from the account: credits are positive, debits negative.</summary>
internal sealed record Mutatie
{
    public Guid OverboekingId { get; init; }

    public long Volgnummer { get; init; }

    public Guid TegenrekeningId { get; init; }

    public int MutatieMinuten { get; init; }

    public long SaldoNaMinuten { get; init; }

    public DateTimeOffset GeboektOp { get; init; }

    public string? Omschrijving { get; init; }

    public string? Bron { get; init; }

    public Guid? BronId { get; init; }

    public string? UrenSoort { get; init; }

    public DateOnly? UitgevoerdDatum { get; init; }
}

internal static class MutatieStore
{
    /// <summary>Lines of one account, newest first, before the number given. Each side reads its own index, and only what the page needs.</summary>
    public static async Task<IReadOnlyList<Mutatie>> ListAsync(
        NpgsqlConnection connection, Guid rekeningId, long before, int count, CancellationToken cancellationToken) =>
        [.. await connection.QueryAsync<Mutatie>(new CommandDefinition(
            """
            select m.*, t.tekst as omschrijving, b.bron, b.bron_id, b.uren_soort, b.uitgevoerd_datum
            from (
              (select id as overboeking_id, volgnummer, van_rekening_id as tegenrekening_id, duur_minuten as mutatie_minuten,
                 saldo_naar_na_minuten as saldo_na_minuten, geboekt_op
               from overboeking where naar_rekening_id = @rekeningId and volgnummer < @before order by volgnummer desc limit @count)
              union all
              (select id, volgnummer, naar_rekening_id, -duur_minuten, saldo_van_na_minuten, geboekt_op
               from overboeking where van_rekening_id = @rekeningId and volgnummer < @before order by volgnummer desc limit @count)
              order by volgnummer desc limit @count
            ) as m
            left join overboeking_omschrijving t on t.overboeking_id = m.overboeking_id
            left join bijschrijving b on b.overboeking_id = m.overboeking_id
            order by m.volgnummer desc
            """,
            new { rekeningId, before, count },
            cancellationToken: cancellationToken))];
}
