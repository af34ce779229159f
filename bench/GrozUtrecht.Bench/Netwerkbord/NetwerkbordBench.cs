using System.Net.Http.Headers;
using GrozUtrecht.Bench.Candidates;
using GrozUtrecht.Bench.Ledger;
using GrozUtrecht.Testing;

namespace GrozUtrecht.Bench.Netwerkbord;

/// <summary>The board of a network with a thousand companies over HTTP, beside the plainest question about the same companies, without HTTP.</summary>
internal static class NetwerkbordBench
{
    private const int PerSecond = 10;
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(15);

    public static async Task RunAsync()
    {
        await Console.Error.WriteLineAsync($"preparing {NetwerkbordDatabase.Bedrijven:N0} companies");
        await using var database = await NetwerkbordDatabase.CreateAsync();
        await using var issuer = await TestIssuer.StartAsync();
        await using var service = await ServerProcess.StartVitaalWerkenAsync(database.ConnectionString, issuer);
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{service.Port}/vitaal-werken/v1/") };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", issuer.Token(new TestToken
        {
            PartnerId = database.PartnerId, Scopes = ["vitaal-werken:lezen", "vitaal-werken:coordineren"], Lifetime = TimeSpan.FromHours(1),
        }));

        await OpenLoad.RunAsync(PerSecond * 2, WarmUp, _ => BoardAsync(client));
        Console.WriteLine($"| {PerSecond} per second for {Duration.TotalSeconds:0} s | p50 ms | p99 ms | max ms |");
        Console.WriteLine("|---|---|---|---|");
        for (var round = 0; round < 2; round++)
        {
            Print("the board, over HTTP", await OpenLoad.RunAsync(PerSecond, Duration, _ => BoardAsync(client)));
            Print("all networks against the targets, over HTTP", await OpenLoad.RunAsync(PerSecond, Duration, _ => ReadAsync(client, "vitaliteitsnetwerken")));
        }

        Print("reference: the companies of the network, read by one query without HTTP", await OpenLoad.RunAsync(PerSecond, Duration, async _ =>
        {
            await using var command = database.Source.CreateCommand("SELECT id, naam, status FROM bedrijven WHERE gebied = 'nieuwegein'");
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
                reader.GetGuid(0);
        }));
    }

    private static Task BoardAsync(HttpClient client) => ReadAsync(client, $"vitaliteitsnetwerken/{NetwerkbordDatabase.Gebied}/bord");

    private static async Task ReadAsync(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(path);
        var body = await answer.Content.ReadAsByteArrayAsync();
        if (!answer.IsSuccessStatusCode || body.Length < 500)
            throw new InvalidOperationException($"The service answered {(int)answer.StatusCode} with {body.Length} bytes.");
    }

    private static void Print(string what, double[] times) =>
        Console.WriteLine($"| {what} | {times[times.Length / 2]:0.0} | {times[(int)(times.Length * 0.99)]:0.0} | {times[^1]:0.0} |");
}
