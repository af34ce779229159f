using GrozUtrecht.Testing;

namespace GrozUtrecht.Bench.Ledger;

/// <summary>
/// The Tijdbank's ledger beside a lean one that books one transfer in one transaction: on the same server, in the same run, in turns.
/// </summary>
internal static class LedgerBench
{
    private const int Rounds = 3;
    private const int DirectConnections = 32;
    private const int HttpCallers = 64;
    private const int EngineCallers = 500;
    private const int LatencyCalls = 1_500;

    /// <param name="part"><c>throughput</c> leaves out the rest; <c>http</c> is for a profiler to look at.</param>
    public static async Task RunAsync(string? part)
    {
        Progress("preparing 100,000 accounts");
        await using var database = await LedgerDatabase.CreateAsync();
        await using var issuer = await TestIssuer.StartAsync();
        var token = issuer.Token(new TestToken
        {
            PartnerId = database.PartnerId, Scopes = ["tijdbank:lezen", "tijdbank:schrijven"], Lifetime = TimeSpan.FromHours(1),
        });
        await using var service = await ServerProcess.StartTijdbankAsync(database, issuer);
        await using var direct = await ServerProcess.StartDirectAsync(database);
        var http = new Target(service.Port, "/tijdbank/v1/overboekingen", token);

        // The compiler improves what runs often; a server that has just started spends a third of its time on that.
        Progress("warming up");
        for (var round = 0; round < Rounds; round++)
            await HttpAsync(http, database.AccountIds);

        if (part is "http")
        {
            for (var round = 0; round < Rounds * 2; round++)
                Console.WriteLine($"{await HttpAsync(http, database.AccountIds):N0} per second over HTTP");
            return;
        }

        Console.WriteLine($"fsync {await database.ScalarAsync<string>("show fsync")}, synchronous_commit {await database.ScalarAsync<string>("show synchronous_commit")}");
        Console.WriteLine();
        Console.WriteLine($"| transfers per second, median of {Rounds} | 100,000 accounts | | 10 accounts | |");
        Console.WriteLine("|---|---|---|---|---|");
        var spread = await ThroughputAsync(database, http, database.AccountIds);
        var hot = await ThroughputAsync(database, http, database.AccountIds[..LedgerDatabase.HotAccounts]);
        Row($"one per transaction, {DirectConnections} connections, no HTTP", spread.Direct, spread.Direct, hot.Direct, hot.Direct);
        Row($"Tijdbank over HTTP, {HttpCallers} callers", spread.Http, spread.Direct, hot.Http, hot.Direct);
        Row($"the engine alone, {EngineCallers} callers", spread.Engine, spread.Direct, hot.Engine, hot.Direct);

        if (part is "throughput")
            return;

        await PrintLatencyAsync(database, http, new Target(direct.Port, DirectServer.Path, token));
        await PrintStorageAsync(database);
        await PrintSealAsync(database);
        await using var source = database.CreateServiceSource();
        Progress("an account with a million transfers");
        await StatementBench.RunAsync(database, source);
        Console.WriteLine();
        Progress("pgbench");
        await PgBench.PrintAsync(database);
    }

    private static async Task<(double Direct, double Http, double Engine)> ThroughputAsync(LedgerDatabase database, Target http, Guid[] accounts)
    {
        List<double> directs = [], https = [], engines = [];
        for (var round = 0; round < Rounds; round++)
        {
            Progress($"round {round + 1} of {Rounds}, {accounts.Length} accounts");
            await SealLoop.CatchUpAsync(database);
            directs.Add(await Load.RunAsync(DirectConnections, seed => DirectTransfer.Caller(database.Owner, new Pairs(accounts, seed))));
            https.Add(await HttpAsync(http, accounts));
            await using var engine = await Engine.StartAsync(database);
            engines.Add(await Load.RunAsync(EngineCallers, seed => engine.Caller(new Pairs(accounts, seed))));
        }

        return (Median(directs), Median(https), Median(engines));
    }

    private static async Task<double> HttpAsync(Target target, Guid[] accounts)
    {
        var callers = new List<HttpCaller>();
        try
        {
            return await Load.RunAsync(HttpCallers, seed =>
            {
                var caller = target.Connect(new Pairs(accounts, seed));
                lock (callers)
                    callers.Add(caller);
                return caller.PostAsync;
            });
        }
        finally
        {
            callers.ForEach(caller => caller.Dispose());
        }
    }

    // In turns, so that a drift of the machine meets both.
    private static async Task PrintLatencyAsync(LedgerDatabase database, Target tijdbank, Target direct)
    {
        Progress("one caller alone");
        using var one = tijdbank.Connect(new Pairs(database.AccountIds, 1));
        using var other = direct.Connect(new Pairs(database.AccountIds, 1));
        List<double> ours = [], theirs = [];
        for (var round = 0; round < Rounds; round++)
        {
            theirs.AddRange(await Load.LatencyAsync(other.PostAsync, LatencyCalls));
            ours.AddRange(await Load.LatencyAsync(one.PostAsync, LatencyCalls));
        }

        ours.Sort();
        theirs.Sort();
        Console.WriteLine();
        Console.WriteLine("| one caller alone, over HTTP | p50 ms | p99 ms |");
        Console.WriteLine("|---|---|---|");
        Console.WriteLine($"| a route that calls the one-transfer function | {At(theirs, 50):0.00} | {At(theirs, 99):0.00} |");
        Console.WriteLine($"| Tijdbank | {At(ours, 50):0.00} ({At(ours, 50) / At(theirs, 50):0.00}×) | {At(ours, 99):0.00} ({At(ours, 99) / At(theirs, 99):0.00}×) |");
    }

    private static async Task PrintStorageAsync(LedgerDatabase database)
    {
        var count = await database.ScalarAsync<long>("select count(*) from grootboek.overboeking");
        var bytes = await database.ScalarAsync<long>("select pg_total_relation_size('grootboek.overboeking')");
        Console.WriteLine();
        Console.WriteLine($"{count:N0} transfers take {(double)bytes / count:0} bytes each, indexes included.");
    }

    private static async Task PrintSealAsync(LedgerDatabase database)
    {
        List<double> without = [], with = [];
        for (var round = 0; round < Rounds; round++)
        {
            Progress($"seal, round {round + 1} of {Rounds}");
            await SealLoop.CatchUpAsync(database);
            without.Add(await EngineAsync(database));
            await SealLoop.CatchUpAsync(database);
            await using var loop = new SealLoop(database);
            with.Add(await EngineAsync(database));
        }

        Console.WriteLine();
        Console.WriteLine(
            $"Engine without the seal {Median(without):N0} per second, with it {Median(with):N0}: it costs {(1 - (Median(with) / Median(without))) * 100:0.0} %.");
    }

    private static async Task<double> EngineAsync(LedgerDatabase database)
    {
        await using var engine = await Engine.StartAsync(database);
        return await Load.RunAsync(EngineCallers, seed => engine.Caller(new Pairs(database.AccountIds, seed)));
    }

    private static void Row(string what, double spread, double spreadReference, double hot, double hotReference) =>
        Console.WriteLine($"| {what} | {spread:N0} | {spread / spreadReference:0.0}× | {hot:N0} | {hot / hotReference:0.0}× |");

    private static double Median(List<double> figures) => figures.Order().ElementAt(figures.Count / 2);

    private static double At(List<double> sorted, int percentile) => sorted[Math.Min(sorted.Count - 1, sorted.Count * percentile / 100)];

    private static void Progress(string what) => Console.Error.WriteLine($"  … {what}");

    private sealed record Target(int Port, string Path, string Token)
    {
        public HttpCaller Connect(Pairs pairs) => new(Port, Path, Token, pairs);
    }
}
