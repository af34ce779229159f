using System.Diagnostics;
using GrozUtrecht.Tijdbank.Data;
using Npgsql;

namespace GrozUtrecht.Bench.Ledger;

/// <summary>One page of the statement of an account with a million transfers: the newest, and one in the middle.</summary>
internal static class StatementBench
{
    private const int Transfers = 1_000_000;
    private const int PageRows = 101;
    private const int Calls = 400;

    public static async Task RunAsync(LedgerDatabase database, NpgsqlDataSource source)
    {
        var account = database.AccountIds[0];
        // Written as the owner: booking a million one after the other would measure something else. Balances are of no account here.
        await database.ExecuteAsync(
            """
            insert into grootboek.overboeking (geboekt_op, bedrag, saldo_van_na, saldo_naar_na, id, van, naar, soort)
            select now(), 1, 0, 0, gen_random_uuid(), case when g % 2 = 0 then deze.nummer else ander.nummer end,
              case when g % 2 = 0 then ander.nummer else deze.nummer end, 1
            from generate_series(1, $2) as g
            cross join (select nummer from grootboek.rekening where id = $1) as deze
            join grootboek.rekening as ander on ander.nummer = 1000 + g % 90000
            """,
            account, Transfers);
        await database.ExecuteAsync("vacuum analyze grootboek.overboeking");
        var last = await database.ScalarAsync<long>("select max(volgnummer) from grootboek.overboeking");

        Console.WriteLine();
        Console.WriteLine($"| statement page of {PageRows - 1} lines, account with {Transfers:N0} transfers | p50 ms | p99 ms |");
        Console.WriteLine("|---|---|---|");
        foreach (var (what, before) in new[] { ("the newest", long.MaxValue), ("halfway", last - (Transfers / 2)) })
        {
            var times = new List<double>();
            for (var call = -Calls / 4; call < Calls; call++)
            {
                var watch = Stopwatch.StartNew();
                await using var connection = await source.OpenConnectionAsync();
                var lines = await MutatieStore.ListAsync(connection, account, before, PageRows, CancellationToken.None);
                if (lines.Count != PageRows)
                    throw new InvalidOperationException($"The page holds {lines.Count} lines.");
                if (call >= 0)
                    times.Add(watch.Elapsed.TotalMilliseconds);
            }

            times.Sort();
            Console.WriteLine($"| {what} | {times[times.Count / 2]:0.00} | {times[times.Count * 99 / 100]:0.00} |");
        }
    }
}
