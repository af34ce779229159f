using System.Diagnostics;
using System.Net.Http.Headers;
using GrozUtrecht.Bench.Candidates;
using GrozUtrecht.Bench.Ledger;
using GrozUtrecht.Testing;
using GrozUtrecht.VitaalWerken.Data.Koppelingen;
using GrozUtrecht.VitaalWerken.Domain;
using GrozUtrecht.VitaalWerken.Domain.Koppelingen;

namespace GrozUtrecht.Bench.Koppelingen;

/// <summary>
/// The best proposals for one company among 5,000 suppliers' offers over HTTP, beside the same points computed by one query over the
/// tables, without HTTP, in the same run.
/// </summary>
internal static class KoppelingenBench
{
    private const int PerSecond = 100;
    private const int ChangeEvery = 20;
    private const int Shown = 10;
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(15);

    private static readonly string[] Wishes =
    [
        "",
        "?onderwerpen=slaap&onderwerpen=bewegen&onderwerpen=voeding&groepsgrootte=12",
        "?vormen=workshop&vormen=groepsles&maximumPrijsCenten=40000",
        "?dagdelen=maandag-ochtend&dagdelen=dinsdag-middag&dagdelen=donderdag-avond&groepsgrootte=15",
    ];

    public static async Task RunAsync()
    {
        Progress($"preparing {KoppelingenDatabase.Leveranciers:N0} suppliers and {KoppelingenDatabase.Bedrijven} companies");
        await using var database = await KoppelingenDatabase.CreateAsync();
        await PrintInProcessAsync(database);
        await using var issuer = await TestIssuer.StartAsync();
        await using var service = await ServerProcess.StartVitaalWerkenAsync(database.ConnectionString, issuer);
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{service.Port}/vitaal-werken/v1/") };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", issuer.Token(new TestToken
        {
            PartnerId = database.PartnerId, Scopes = ["vitaal-werken:lezen"], Lifetime = TimeSpan.FromHours(1),
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
            await PrintAsync(service, $"an offer changes before 1 in {ChangeEvery}", number => ChangeAndAskAsync(client, database, number));
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

    private static async Task AskAsync(HttpClient client, KoppelingenDatabase database, int number)
    {
        using var answer = await client.GetAsync(
            $"bedrijven/{database.BedrijfIds[number * 7 % KoppelingenDatabase.Bedrijven]}/koppelvoorstellen{Wishes[number % Wishes.Length]}");
        var body = await answer.Content.ReadAsByteArrayAsync();
        if (!answer.IsSuccessStatusCode || body.Length < 2_000)
            throw new InvalidOperationException($"The service answered {(int)answer.StatusCode} with {body.Length} bytes.");
    }

    private static async Task ChangeAndAskAsync(HttpClient client, KoppelingenDatabase database, int number)
    {
        if (number % ChangeEvery == 0)
        {
            await database.ExecuteAsync(
                "UPDATE aanbod SET prijs_centen = 5000 + @number, version = version + 1 WHERE prijssoort = 'euro' AND id = (SELECT id FROM aanbod OFFSET @number LIMIT 1)",
                ("number", number * 13 % KoppelingenDatabase.Leveranciers));
        }

        await AskAsync(client, database, number);
    }

    private static async Task PrintInProcessAsync(KoppelingenDatabase database)
    {
        using var index = new AanbodIndex(database.Source);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var watch = Stopwatch.StartNew();
        var snapshot = await index.ReadAsync(CancellationToken.None);
        Console.WriteLine(
            $"Loading {snapshot.All.Count:N0} offers into memory: {watch.ElapsedMilliseconds} ms; {(GC.GetTotalMemory(forceFullCollection: true) - before) / snapshot.All.Count} bytes each.");
        Console.WriteLine();
        Console.WriteLine("| in one process | p50 ms | p99 ms | kB allocated |");
        Console.WriteLine("|---|---|---|---|");
        await PrintStepAsync("what changed: nothing", 500, async _ => await index.ReadAsync(CancellationToken.None));
        await PrintStepAsync($"the best {Shown} of {snapshot.InGebied("nieuwegein").Count:N0} out of memory, with sentences", 1_000, number =>
        {
            var vraag = Vraag(number);
            var waarom = new Koppelwaarom(vraag, new Koppelscore(vraag));
            foreach (var voorstel in Koppelkeuze.Choose(snapshot.InGebied(vraag.Gebied), vraag, Shown).Items)
                waarom.Explain(voorstel.Aanbod, voorstel.Punten);
            return Task.CompletedTask;
        });
        await PrintStepAsync("reference: one query that scores them all", 40, number => Reference.RunAsync(database, Vraag(number), Shown));
        await PrintStepAsync("reference: everything from the tables, then the same choice", 10, async number =>
        {
            await using var connection = await database.Source.OpenConnectionAsync();
            var all = new AanbodSnapshot([.. await AanbodProfielStore.AllAsync(connection, CancellationToken.None)]);
            var vraag = Vraag(number);
            Koppelkeuze.Choose(all.InGebied(vraag.Gebied), vraag, Shown);
        });
        Console.WriteLine();
    }

    private static Koppelvraag Vraag(int number)
    {
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).DayNumber;
        return new()
        {
            BedrijfId = Guid.Empty,
            PartnerId = Guid.Empty,
            Gebied = "nieuwegein",
            MetersFrom = Postcodeplaatsen.MetersTo("3431"),
            Onderwerpen = number % 2 == 0 ? [] : [Onderwerp.Slaap, Onderwerp.Bewegen, Onderwerp.Voeding],
            Groepsgrootte = 12,
            MaximumPrijsCenten = 50_000,
            Dagdelen = number % 3 == 0 ? 0b111_000_111 : 0,
            VanDag = today,
            TotEnMetDag = today + 182,
            Vandaag = today,
        };
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
