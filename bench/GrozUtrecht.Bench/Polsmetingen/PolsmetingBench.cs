using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text.Json;
using Dapper;
using GrozUtrecht.Bench.Ledger;
using GrozUtrecht.Testing;
using GrozUtrecht.VitaalWerken.Data.Deelnemers;
using GrozUtrecht.VitaalWerken.Data.Programmas;
using GrozUtrecht.VitaalWerken.Features.Programmaverslagen;

namespace GrozUtrecht.Bench.Polsmetingen;

/// <summary>The report of a programme over 100,000 pulse answers: making it, and reading it. With a plain query as reference in the same run.</summary>
internal static class PolsmetingBench
{
    private const int Rounds = 100;
    private const int WarmUp = 10;

    public static async Task RunAsync()
    {
        await Console.Error.WriteLineAsync($"preparing {PolsmetingDatabase.Answers:N0} answers");
        await using var database = await PolsmetingDatabase.CreateAsync();
        await using var connection = await database.Source.OpenConnectionAsync();
        var others = await connection.ExecuteScalarAsync<long>(
            "SELECT sum(num_nonnulls(start, midden, einde)) FROM medewerkers.polsantwoorden") - PolsmetingDatabase.Answers;
        Console.WriteLine($"| report over {PolsmetingDatabase.Answers:N0} pulse answers of {PolsmetingDatabase.People:N0} people, {others:N0} of other programmes beside them | p50 ms | p99 ms | max ms |");
        Console.WriteLine("|---|---|---|---|");

        var row = (await ProgrammaStore.FindAsync(connection, database.ProgrammaId, isLocked: false, CancellationToken.None))!;
        var now = TimeProvider.System.GetUtcNow();
        await MeasureAsync("making it: all sums, and what may be told", () => Verslagmaker.MakeAsync(connection, row, now, CancellationToken.None));
        await MeasureAsync("- the pulses alone", () => VerslagbronStore.PolsenAsync(connection, database.ProgrammaId, CancellationToken.None));
        await MeasureAsync(
            "reference: means per subject in one plain query, nothing withheld",
            async () => (await connection.QueryAsync<(string, decimal, decimal, decimal)>(
                """
                SELECT onderwerp, avg(start), avg(midden), avg(einde)
                FROM medewerkers.polsantwoorden JOIN medewerkers.deelnames ON deelnames.id = deelname_id
                WHERE programma_id = @ProgrammaId GROUP BY onderwerp
                """,
                new { database.ProgrammaId })).AsList());
        await ReadAsync(database);
    }

    private static async Task ReadAsync(PolsmetingDatabase database)
    {
        await using var issuer = await TestIssuer.StartAsync();
        // The service makes the report by itself at its first round; here it is there at once.
        await using (var connection = await database.Source.OpenConnectionAsync())
        {
            var row = (await ProgrammaStore.FindAsync(connection, database.ProgrammaId, isLocked: false, CancellationToken.None))!;
            var verslag = await Verslagmaker.MakeAsync(connection, row, TimeProvider.System.GetUtcNow(), CancellationToken.None);
            await VerslagStore.FixAsync(
                connection, database.ProgrammaId, JsonSerializer.Serialize(verslag, Verslagmaker.Kept), TimeProvider.System.GetUtcNow(), CancellationToken.None);
        }

        await using var service = await ServerProcess.StartVitaalWerkenAsync(database.ConnectionString, issuer);
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{service.Port}/vitaal-werken/v1/") };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", issuer.Token(new TestToken
        {
            PartnerId = database.PartnerId, Scopes = ["vitaal-werken:lezen"], Lifetime = TimeSpan.FromHours(1),
        }));
        foreach (var type in new[] { "application/json", "text/csv", "application/pdf" })
        {
            await MeasureAsync($"reading it over HTTP as {type}", async () =>
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, $"programmas/{database.ProgrammaId}/verslag");
                request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(type));
                using var answer = await client.SendAsync(request);
                answer.EnsureSuccessStatusCode();
                return await answer.Content.ReadAsByteArrayAsync();
            });
        }
    }

    private static async Task MeasureAsync<T>(string what, Func<Task<T>> once)
    {
        for (var round = 0; round < WarmUp; round++)
            await once();
        var times = new double[Rounds];
        for (var round = 0; round < Rounds; round++)
        {
            var began = Stopwatch.GetTimestamp();
            await once();
            times[round] = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        }

        Array.Sort(times);
        Console.WriteLine($"| {what} | {times[Rounds / 2]:0.0} | {times[(int)(Rounds * 0.99)]:0.0} | {times[^1]:0.0} |");
    }
}
