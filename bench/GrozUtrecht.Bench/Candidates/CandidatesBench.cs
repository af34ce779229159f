using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net.Http.Headers;
using GrozUtrecht.Bench.Ledger;
using GrozUtrecht.Support.Data.Matching;
using GrozUtrecht.Support.Domain.Matching;
using GrozUtrecht.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace GrozUtrecht.Bench.Candidates;

/// <summary>
/// The best candidates of one hulpvraag among 20,000 helpers over HTTP, beside the same question answered from the tables in the same run.
/// </summary>
internal static class CandidatesBench
{
    private const int PerSecond = 50;
    private const int ChangeEvery = 20;
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(15);

    public static async Task RunAsync()
    {
        Progress($"preparing {CandidatesDatabase.Helpers:N0} helpers and {CandidatesDatabase.Hulpvragen} hulpvragen");
        await using var database = await CandidatesDatabase.CreateAsync();
        await PrintInProcessAsync(database);
        await using var issuer = await TestIssuer.StartAsync();
        await using var service = await ServerProcess.StartSupportAsync(database.ConnectionString, issuer);
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{service.Port}/support/v1/") };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", issuer.Token(new TestToken
        {
            PartnerId = database.PartnerId, Scopes = ["support:lezen"], Lifetime = TimeSpan.FromHours(1),
        }));

        var watch = Stopwatch.StartNew();
        await AskAsync(client, database, 0);
        Console.WriteLine($"The first request after a start, load included: {watch.ElapsedMilliseconds} ms.");
        Progress("warming up");
        await OpenLoad.RunAsync(PerSecond, WarmUp, number => AskAsync(client, database, number));
        Console.WriteLine();
        Console.WriteLine($"| {PerSecond} requests per second for {Duration.TotalSeconds:0} s, over HTTP | p50 ms | p95 ms | p99 ms | max ms | processor | memory |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        for (var round = 1; round <= 2; round++)
        {
            await PrintAsync(service, "nothing changes", number => AskAsync(client, database, number));
            await PrintAsync(service, $"a helper changes before 1 in {ChangeEvery}", number => ChangeAndAskAsync(client, database, number));
        }
    }

    private static async Task PrintAsync(ServerProcess service, string what, Func<int, Task> send)
    {
        Progress(what);
        var before = service.Usage();
        var watch = Stopwatch.StartNew();
        var times = await OpenLoad.RunAsync(PerSecond, Duration, send);
        var share = (service.Usage().Processor - before.Processor) / watch.Elapsed;
        Console.WriteLine(
            $"| {what} | {At(times, 0.5):0.0} | {At(times, 0.95):0.0} | {At(times, 0.99):0.0} | {times[^1]:0.0} | {share * 100:0} % of one | {service.Usage().WorkingSetBytes >> 20} MB |");
    }

    private static async Task AskAsync(HttpClient client, CandidatesDatabase database, int number)
    {
        using var answer = await client.GetAsync($"hulpvragen/{database.HulpvraagIds[number * 7 % CandidatesDatabase.Hulpvragen]}/kandidaten");
        var body = await answer.Content.ReadAsByteArrayAsync();
        if (!answer.IsSuccessStatusCode || body.Length < 100)
            throw new InvalidOperationException($"The service answered {(int)answer.StatusCode}.");
    }

    private static async Task ChangeAndAskAsync(HttpClient client, CandidatesDatabase database, int number)
    {
        if (number % ChangeEvery == 0)
            await database.ExecuteAsync(
                "UPDATE helpers SET straal_kilometers = 2 + $1 % 9 WHERE id = (SELECT id FROM helpers OFFSET $1 LIMIT 1)", number * 13 % CandidatesDatabase.Helpers);

        await AskAsync(client, database, number);
    }

    private static async Task PrintInProcessAsync(CandidatesDatabase database)
    {
        using var services = new ServiceCollection().AddMetrics().BuildServiceProvider();
        var index = new HelperIndex(
            database.Source, TimeProvider.System, Options.Create(new HelperIndexSettings()), services.GetRequiredService<IMeterFactory>());
        await index.OfAsync(TestId.Guid(), CancellationToken.None);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var watch = Stopwatch.StartNew();
        var helpers = await index.OfAsync(database.PartnerId, CancellationToken.None);
        Console.WriteLine($"Loading {helpers.Count:N0} helpers into memory: {watch.ElapsedMilliseconds} ms; {(GC.GetTotalMemory(forceFullCollection: true) - before) / helpers.Count} bytes each.");
        GC.KeepAlive(index);

        var wegingen = new List<Weging>();
        var now = TimeProvider.System.GetUtcNow();
        foreach (var id in database.HulpvraagIds)
            wegingen.Add(await Weging.ReadAsync(database.Source, database.PartnerId, id, now, CancellationToken.None) ?? throw new InvalidOperationException("No hulpvraag."));

        Console.WriteLine();
        Console.WriteLine("| in one process | p50 ms | p99 ms | kB allocated |");
        Console.WriteLine("|---|---|---|---|");
        await PrintStepAsync("what changed: nothing", 500, async _ => await index.OfAsync(database.PartnerId, CancellationToken.None));
        await PrintStepAsync("the best 26 out of memory", 1_000, number =>
        {
            var (_, vraag, regels) = wegingen[number % wegingen.Count];
            new Ranking(vraag!, Plaatsen.Reistijd, regels, now).Top(helpers.WithinReach(vraag!, Plaatsen.Reistijd), Positie.Start, 26);
            return Task.CompletedTask;
        });
        await PrintStepAsync("all candidates out of memory", 200, number =>
        {
            var (_, vraag, regels) = wegingen[number % wegingen.Count];
            Ranking.Rank(vraag!, helpers.WithinReach(vraag!, Plaatsen.Reistijd), Plaatsen.Reistijd, regels, now);
            return Task.CompletedTask;
        });
        await PrintStepAsync("reference: every helper from the tables, then the same choice", 8, async number =>
        {
            var (_, vraag, regels) = wegingen[number % wegingen.Count];
            await using var connection = await database.Source.OpenConnectionAsync();
            var all = await ProfielStore.AllAsync(connection, database.PartnerId, now, CancellationToken.None);
            Ranking.Rank(vraag!, all, Plaatsen.Reistijd, regels, now);
        });
        Console.WriteLine();
    }

    private static async Task PrintStepAsync(string what, int count, Func<int, Task> step)
    {
        Progress(what);
        var times = new double[count];
        var allocated = 0L;
        for (var number = -count / 2; number < count; number++)
        {
            var before = GC.GetTotalAllocatedBytes();
            var watch = Stopwatch.StartNew();
            await step(Math.Abs(number));
            if (number >= 0)
            {
                times[number] = watch.Elapsed.TotalMilliseconds;
                allocated += GC.GetTotalAllocatedBytes() - before;
            }
        }

        Array.Sort(times);
        Console.WriteLine($"| {what} | {At(times, 0.5):0.00} | {At(times, 0.99):0.00} | {allocated / count / 1024} |");
    }

    private static double At(double[] sorted, double share) => sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * share))];

    private static void Progress(string text) => Console.Error.WriteLine(text);
}
