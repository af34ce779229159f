using System.Data;
using Dapper;
using GrozUtrecht.Tijdbank.Domain.Zegels;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Data.Zegels;

/// <summary>What the check of the whole ledger found.</summary>
/// <param name="Fout">The first thing that does not hold, in Dutch; null when all holds.</param>
internal sealed record Controleuitkomst(long Overboekingen, long Verzegeld, long Zegels, string? Hoofd, Controlefout? Fout);

/// <param name="Volgnummer">The row at which it shows; null when it is about more than one row.</param>
internal sealed record Controlefout(string Uitleg, long? Volgnummer = null, Guid? OverboekingId = null);

/// <summary>
/// Recomputes the chain and every balance from the rows alone, as of one moment, and stops at the first thing that does not hold.
/// </summary>
internal sealed class Controle(NpgsqlDataSource dataSource)
{
    private const int ZegelsPerRead = 100;

    /// <param name="expectedHash">A head that was published and kept elsewhere: it must be in the chain.</param>
    /// <param name="progress">Is told how many rows were looked at.</param>
    public async Task<Controleuitkomst> RunAsync(string? expectedHash, Action<long>? progress, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        // One snapshot for everything: what is booked meanwhile is not seen by one part and missed by another.
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        var round = new Controleronde(connection, expectedHash, progress);
        var fault = await round.CheckChainAsync(ZegelsPerRead, cancellationToken)
            ?? await round.CheckTailAsync(cancellationToken)
            ?? await CheckPublishedAsync(connection, cancellationToken)
            ?? await CheckBalancesAsync(connection, round.Naspeler, cancellationToken)
            ?? round.CheckExpected();
        return round.Outcome(fault);
    }

    private static async Task<Controlefout?> CheckPublishedAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var date = await connection.QueryFirstOrDefaultAsync<DateOnly?>(new CommandDefinition(
            """
            select d.datum from grootboek.dagzegel d left join grootboek.zegel z on z.nummer = d.zegel_nummer
            where z.hash is distinct from d.hash order by d.datum limit 1
            """,
            cancellationToken: cancellationToken));
        return date is null ? null : new($"het zegel dat op {date:yyyy-MM-dd} is gepubliceerd, staat niet meer zo in de keten");
    }

    private static async Task<Controlefout?> CheckBalancesAsync(NpgsqlConnection connection, Naspeler naspeler, CancellationToken cancellationToken)
    {
        long minuten = 0, centen = 0;
        await using var command = new NpgsqlCommand(
            "select s.nummer, s.saldo, s.gereserveerd_af, s.gereserveerd_bij, r.eenheid, s.minimum, s.maximum, r.nummer "
            + "from grootboek.rekening r left join grootboek.stand s on s.rekening_id = r.id order by r.nummer",
            connection);
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                if (reader.IsDBNull(0) || reader.GetInt32(0) != reader.GetInt32(7))
                    return new($"rekening {reader.GetInt32(7)} heeft geen stand");
                var nummer = reader.GetInt32(0);
                var stand = new Stand(reader.GetInt64(1), reader.GetInt64(2), reader.GetInt64(3));
                if (stand != naspeler.Standen.GetValueOrDefault(nummer))
                    return new($"de stand van rekening {nummer} volgt niet uit haar overboekingen: er staat {stand}, verwacht {naspeler.Standen.GetValueOrDefault(nummer)}");
                if ((!reader.IsDBNull(5) && stand.Saldo - stand.GereserveerdAf < reader.GetInt64(5))
                    || (!reader.IsDBNull(6) && stand.Saldo + stand.GereserveerdBij > reader.GetInt64(6)))
                    return new($"rekening {nummer} staat buiten haar grenzen");
                if (reader.GetInt16(4) == 1)
                    minuten += stand.Saldo;
                else
                    centen += stand.Saldo;
            }
        }

        if (minuten != 0 || centen != 0)
            return new($"de rekeningen tellen niet op tot nul: {minuten} minuten en {centen} centen");

        var open = (await connection.QueryAsync<(Guid Id, long Bedrag)>(new CommandDefinition(
            "select id, bedrag from grootboek.reservering", cancellationToken: cancellationToken))).ToDictionary(row => row.Id, row => row.Bedrag);
        return naspeler.Open.All(hold => open.Remove(hold.Key, out var bedrag) && bedrag == hold.Value) && open.Count == 0
            ? null
            : new("de open reserveringen volgen niet uit de overboekingen");
    }
}
