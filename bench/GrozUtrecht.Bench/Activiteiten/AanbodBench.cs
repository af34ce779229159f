using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using GrozUtrecht.Bench.Candidates;
using GrozUtrecht.Bench.Ledger;
using GrozUtrecht.Testing;
using Npgsql;

namespace GrozUtrecht.Bench.Activiteiten;

/// <summary>What there is to do: searching it, walking its open data, and everybody wanting the same session. References in the same run.</summary>
internal static class AanbodBench
{
    private const string Walking = "95092977-5a20-4d6e-b312-8fddabe71544";
    private const int PerSecond = 100;
    private const int Callers = 32;

    /// <summary>Until then most of what is measured is the compiler.</summary>
    private const int WarmUpRegistrations = 10_000;
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(15);

    private static readonly (string Name, string Query)[] Searches =
    [
        ("everything", "?limit=25"),
        ("near a postcode", "?postcode=3431&straalKilometers=2"),
        ("an area, in the evening, free places", "?gebied=kanaleneiland&dagdeel=avond&alleenVrij=true"),
        ("words", "?zoek=wandelen"),
        ("words and an area", "?zoek=mantelzorg&gebied=nieuwegein"),
        ("dimension and thresholds", "?dimensie=meedoen&drempels=gratis"),
        ("nothing that exists", "?zoek=parachutespringen"),
        ("a place with little, half a year", "?postcode=3439&straalKilometers=0&dagdeel=ochtend&dimensie=zingeving&totEnMetDatum=2027-05-01"),
    ];

    public static async Task RunAsync(string? part)
    {
        if (part is null or "search")
            await SearchAsync();
        if (part is null or "register")
            await RegisterAsync();
        if (part is null or "feed")
            await FeedAsync();
    }

    private static async Task SearchAsync()
    {
        Progress("preparing 20,000 sessions of 1,600 activities");
        await using var database = await AanbodDatabase.CreateAsync(1_600, 13, null);
        await using var issuer = await TestIssuer.StartAsync();
        await using var service = await ServerProcess.StartLifestyleAsync(database.ConnectionString, issuer);
        using var client = Client(service, issuer, database.PartnerId);

        Progress("warming up");
        await FeedWrittenAsync(database);
        await OpenLoad.RunAsync(PerSecond, WarmUp, number => ReadAsync(client, "sessies" + Searches[number % Searches.Length].Query));
        Console.WriteLine($"Sessions: {await database.ScalarAsync("SELECT count(*) FROM sessies"):N0}.");
        Console.WriteLine();
        Console.WriteLine($"| search, {PerSecond} requests per second for {Duration.TotalSeconds:0} s, over HTTP | p50 ms | p99 ms | max ms |");
        Console.WriteLine("|---|---|---|---|");
        for (var round = 0; round < 2; round++)
            Print("eight kinds of questions in turn", await OpenLoad.RunAsync(PerSecond, Duration, number => ReadAsync(client, "sessies" + Searches[number % Searches.Length].Query)));
        foreach (var (name, query) in Searches)
            Print($"- {name}", await OpenLoad.RunAsync(PerSecond, TimeSpan.FromSeconds(3), _ => ReadAsync(client, "sessies" + query)));

        // The reference is the question as one would first write it: join, filter, sort.
        Print("reference: one plain query per question, without HTTP", await OpenLoad.RunAsync(PerSecond, TimeSpan.FromSeconds(10), number => PlainAsync(database.Source, number)));
        Console.WriteLine();
    }

    private static async Task PlainAsync(NpgsqlDataSource source, int number)
    {
        await using var command = source.CreateCommand(
            """
            SELECT sessies.id, naam, begint_op FROM sessies JOIN activiteiten ON activiteiten.id = activiteit_id
            WHERE status = 'gepubliceerd' AND sessie_status = 'gepland' AND begint_op BETWEEN now() AND now() + interval '56 days'
              AND coalesce(sessies.postcode, activiteiten.postcode) = ANY ($1) AND (naam || ' ' || omschrijving) ILIKE $2
            ORDER BY begint_op, sessies.id LIMIT 26
            """);
        command.Parameters.Add(new() { Value = (string[])(number % 2 == 0 ? ["3431", "3432", "3433"] : ["3525", "3526", "3527"]) });
        command.Parameters.Add(new() { Value = number % 3 == 0 ? "%mantelzorg%" : "%buurt%" });
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
        }
    }

    private static async Task RegisterAsync()
    {
        await using var database = await AanbodDatabase.CreateAsync(20, 2, null);
        await using var issuer = await TestIssuer.StartAsync();
        await using var service = await ServerProcess.StartLifestyleAsync(database.ConnectionString, issuer);
        var sessie = await database.PopularAsync();
        Progress("registering");
        await LoadAsync(service, issuer, database.PartnerId, sessie, WarmUpRegistrations);
        await database.ExecuteAsync("DELETE FROM deelnames; UPDATE sessies SET bezet = 0, laatste_volgnummer = 0");

        Console.WriteLine($"| registrations for one session, {Callers} callers over HTTP | per second | p50 ms | p99 ms |");
        Console.WriteLine("|---|---|---|---|");
        for (var round = 0; round < 2; round++)
        {
            foreach (var (name, count) in new[] { ("until it is full", AanbodDatabase.PopularCapacity), ("and then the waiting list", 6_000) })
            {
                var (seconds, times) = await LoadAsync(service, issuer, database.PartnerId, sessie, count);
                Console.WriteLine($"| {name} ({count:N0}) | {count / seconds:0} | {At(times, 0.5):0.0} | {At(times, 0.99):0.0} |");
            }

            var (bezet, waiting) = ((int)(await database.ScalarAsync("SELECT bezet FROM sessies WHERE id = @sessie", ("sessie", sessie)))!,
                (long)(await database.ScalarAsync("SELECT count(*) FROM deelnames WHERE status = 'wachtlijst'"))!);
            Console.WriteLine($"| places taken {bezet:N0} of {AanbodDatabase.PopularCapacity:N0}, waiting {waiting:N0} | | | |");
            await database.ExecuteAsync("DELETE FROM deelnames; UPDATE sessies SET bezet = 0, laatste_volgnummer = 0");
        }

        var reference = Stopwatch.StartNew();
        await Parallel.ForEachAsync(Enumerable.Range(0, 3_000), new ParallelOptions { MaxDegreeOfParallelism = Callers }, async (_, cancellationToken) =>
        {
            await using var command = database.Source.CreateCommand("UPDATE sessies SET laatste_volgnummer = laatste_volgnummer + 1 WHERE id = $1");
            command.Parameters.Add(new() { Value = sessie });
            await command.ExecuteNonQueryAsync(cancellationToken);
        });
        Console.WriteLine($"| reference: one update of the same row per transaction, without HTTP | {3_000 / reference.Elapsed.TotalSeconds:0} | | |");
        Console.WriteLine();
    }

    private static async Task<(double Seconds, double[] Times)> LoadAsync(ServerProcess service, TestIssuer issuer, Guid partnerId, Guid sessie, int count)
    {
        using var client = Client(service, issuer, partnerId);
        var times = new double[count];
        var watch = Stopwatch.StartNew();
        await Parallel.ForEachAsync(Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = Callers }, async (number, cancellationToken) =>
        {
            var began = Stopwatch.GetTimestamp();
            using var answer = await client.PostAsJsonAsync($"sessies/{sessie}/deelnames", new { persoonId = TestId.Guid(), wachtlijst = true }, cancellationToken);
            if (answer.StatusCode != HttpStatusCode.Created)
                throw new InvalidOperationException(await answer.Content.ReadAsStringAsync(cancellationToken));
            times[number] = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        });
        var seconds = watch.Elapsed.TotalSeconds;
        Array.Sort(times);
        return (seconds, times);
    }

    private static async Task FeedAsync()
    {
        Progress("preparing 100,000 sessions");
        await using var database = await AanbodDatabase.CreateAsync(1_000, 104, Walking);
        await using var issuer = await TestIssuer.StartAsync();
        var watch = Stopwatch.StartNew();
        await using var service = await ServerProcess.StartLifestyleAsync(database.ConnectionString, issuer);
        await FeedWrittenAsync(database);
        var items = (long)(await database.ScalarAsync("SELECT count(*) FROM openactive_items WHERE soort = 'ScheduledSession'"))!;
        Console.WriteLine($"Writing the feed of {items:N0} sessions for the first time: {watch.Elapsed.TotalSeconds:0.0} s with the start of the service.");
        Console.WriteLine();
        Console.WriteLine("| walk of the whole feed over HTTP | items per second | pages | first tenth of the pages ms | last tenth ms |");
        Console.WriteLine("|---|---|---|---|---|");
        using var client = Client(service, issuer, database.PartnerId);
        for (var round = 0; round < 3; round++)
        {
            var (walked, seconds, pages) = await WalkAsync(client, service.Port);
            var tenth = pages.Count / 10;
            Console.WriteLine(
                $"| {(round == 0 ? "cold" : "warm")}, {walked:N0} items | {walked / seconds:N0} | {pages.Count} | {pages.Take(tenth).Average():0.00} | {pages.Skip(pages.Count - 1 - tenth).Take(tenth).Average():0.00} |");
        }

        watch.Restart();
        var rows = 0;
        await using (var command = database.Source.CreateCommand("SELECT data FROM openactive_items WHERE soort = 'ScheduledSession' ORDER BY modified, id"))
        await using (var reader = await command.ExecuteReaderAsync())
        {
            for (; await reader.ReadAsync(); rows++)
                reader.GetString(0);
        }

        Console.WriteLine($"| reference: one query for all of them, without HTTP | {rows / watch.Elapsed.TotalSeconds:N0} | 1 | | |");
    }

    // What was just put in the database is news for the feed, which is written in the background.
    private static Task FeedWrittenAsync(AanbodDatabase database) => Eventually.Async(
        async () => (long)(await database.ScalarAsync("SELECT count(*) FROM openactive_wijzigingen"))! == 0, TimeSpan.FromMinutes(5), "the feed to be written");

    private static async Task<(long Items, double Seconds, List<double> Pages)> WalkAsync(HttpClient client, int port)
    {
        var (items, pages, watch) = (0L, new List<double>(), Stopwatch.StartNew());
        for (var next = "/open/openactive/scheduled-sessions"; ;)
        {
            var began = Stopwatch.GetTimestamp();
            var bytes = await client.GetByteArrayAsync(new Uri($"http://127.0.0.1:{port}{next}"));
            pages.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            using var page = JsonDocument.Parse(bytes);
            var count = page.RootElement.GetProperty("items").GetArrayLength();
            if (count == 0)
                return (items, watch.Elapsed.TotalSeconds, pages);
            items += count;
            next = new Uri(page.RootElement.GetProperty("next").GetString()!).PathAndQuery;
        }
    }

    private static HttpClient Client(ServerProcess service, TestIssuer issuer, Guid partnerId)
    {
        var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{service.Port}/lifestyle/v1/") };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", issuer.Token(new TestToken
        {
            PartnerId = partnerId, Scopes = ["lifestyle:lezen", "lifestyle:schrijven"], Lifetime = TimeSpan.FromHours(1),
        }));
        return client;
    }

    private static async Task ReadAsync(HttpClient client, string address)
    {
        using var answer = await client.GetAsync(address);
        await answer.Content.ReadAsByteArrayAsync();
        answer.EnsureSuccessStatusCode();
    }

    private static void Print(string what, double[] times) =>
        Console.WriteLine($"| {what} | {At(times, 0.5):0.0} | {At(times, 0.99):0.0} | {times[^1]:0.0} |");

    private static double At(double[] sorted, double share) => sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * share))];

    private static void Progress(string text) => Console.Error.WriteLine(text);
}
