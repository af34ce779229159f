using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using GrozUtrecht.Testing;

namespace GrozUtrecht.EndToEnd.Tests;

/// <summary>The ledger under load, while the service and PostgreSQL are killed and come back.</summary>
[Collection(StackCollection.Name)]
public sealed class LedgerFaultTests(Stack stack)
{
    private const int Accounts = 6;
    private const int Clients = 8;
    private const int AnswersBetweenFaults = 100;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    [Fact]
    public async Task Every_acknowledged_transfer_is_there_and_none_twice_whatever_is_killed()
    {
        var partner = await stack.PartnerAsync();
        var accounts = await FundAsync(partner);
        using var http = stack.Direct("tijdbank", partner);
        // However many statement pages there are to read: not through the gateway, whose limit per minute is not what is tested here.
        var reader = new Partner(http);
        var clients = Enumerable.Range(0, Clients).Select(seed => new TransferClient(http, accounts, seed, retries: seed % 2 == 0)).ToList();
        using var stop = new CancellationTokenSource();
        var load = Task.WhenAll(clients.Select(client => Task.Run(() => client.RunAsync(stop.Token))));

        foreach (var resource in (string[])["tijdbank", "postgres", "tijdbank", "postgres"])
        {
            await SomeAnswersAsync(clients, load);
            await stack.KillAsync(resource);
            await stack.StartAsync(resource);
            await stack.WaitUntilHealthyAsync("tijdbank");
        }

        await SomeAnswersAsync(clients, load);
        await stop.CancelAsync();
        await load;

        Assert.Contains(clients, client => !client.Unanswered.IsEmpty);
        // Before anything is asked again: asking again would book what was acknowledged and lost.
        await AssertBookedOnceAsync(
            reader, accounts, clients.SelectMany(client => client.Answered.Values).ToDictionary(answer => answer.Transfer, answer => answer.Status));
        var statuses = await SettleAsync(clients);
        await AssertBookedOnceAsync(reader, accounts, statuses);
        await AssertSoundAsync(reader, accounts);
    }

    // Ninety minutes, moved about for ever: somebody is always at the limit.
    private static async Task<IReadOnlyList<Guid>> FundAsync(Partner partner)
    {
        var flow = new Flow(partner);
        await flow.ArrangeAsync();
        await flow.ConfirmAsync("helper");
        await flow.ConfirmAsync("hulpvrager");
        await flow.CreditedAsync();
        var accounts = new List<Guid>();
        accounts.Add((Guid)(await partner.GetAsync($"/tijdbank/v1/rekeningen?persoonId={flow.HelperPersonId}"))["items"]![0]!["id"]!);
        while (accounts.Count < Accounts)
        {
            var person = (Guid)(await partner.PostAsync("/identity/v1/personen", new { }))["id"]!;
            accounts.Add((Guid)(await partner.PostAsync("/tijdbank/v1/rekeningen", new { persoonId = person }))["id"]!);
        }

        return accounts;
    }

    private static async Task SomeAnswersAsync(List<TransferClient> clients, Task load)
    {
        var before = clients.Sum(client => client.Answered.Count);
        await Eventually.Async(
            () => load.IsCompleted || clients.Sum(client => client.Answered.Count) >= before + AnswersBetweenFaults, Patience, "the load to go on");
        Assert.False(load.IsFaulted, load.Exception?.ToString());
    }

    /// <summary>Asks everything once more: what was answered gets the same answer, and what was not gets one now.</summary>
    private static async Task<IReadOnlyDictionary<TransferClient.Transfer, HttpStatusCode>> SettleAsync(List<TransferClient> clients)
    {
        var statuses = new ConcurrentDictionary<TransferClient.Transfer, HttpStatusCode>();
        await Task.WhenAll(clients.Select(async client =>
        {
            foreach (var (transfer, status) in client.Answered.Values)
            {
                Assert.Equal(status, await client.AskAsync(transfer));
                statuses[transfer] = status;
            }

            foreach (var transfer in client.Unanswered)
                statuses[transfer] = await client.AskAsync(transfer) ?? throw new InvalidOperationException("No answer though all is healthy.");
        }));

        return statuses;
    }

    private static async Task AssertBookedOnceAsync(
        Partner reader, IReadOnlyList<Guid> accounts, IReadOnlyDictionary<TransferClient.Transfer, HttpStatusCode> statuses)
    {
        var lines = new List<(Guid Id, Guid Account, long Minutes)>();
        foreach (var account in accounts)
            lines.AddRange((await StatementAsync(reader, account)).Select(line => ((Guid)line["overboekingId"]!, account, (long)line["mutatieMinuten"]!)));
        var asked = statuses.Keys.Select(transfer => transfer.Id).ToHashSet();

        // Each booked transfer is one line at each side, and nothing else that was asked is there.
        var expected = statuses.Where(pair => pair.Value == HttpStatusCode.Created).Select(pair => pair.Key)
            .SelectMany(transfer => new[] { (transfer.Id, transfer.VanRekeningId, -(long)transfer.DuurMinuten), (transfer.Id, transfer.NaarRekeningId, transfer.DuurMinuten) });
        Assert.Equal(expected.Order(), lines.Where(line => asked.Contains(line.Id)).Order());
    }

    private static async Task AssertSoundAsync(Partner reader, IReadOnlyList<Guid> accounts)
    {
        long total = 0;
        foreach (var account in accounts)
        {
            var balance = (long)(await reader.GetAsync($"/tijdbank/v1/rekeningen/{account}"))["saldoMinuten"]!;
            Assert.True(balance >= 0, $"an account holds {balance} minutes");
            total += balance;
        }

        Assert.Equal(Flow.DurationMinutes, total);
        var check = await reader.GetAsync("/tijdbank/v1/grootboek/controle");
        Assert.True((bool)check["gaaf"]!, check.ToJsonString());
        await Eventually.Async(
            async () => (await reader.GetAsync("/tijdbank/v1/grootboek/controle")) is var sealedCheck
                && (bool)sealedCheck["gaaf"]! && (long)sealedCheck["aantalVerzegeld"]! >= (long)check["aantalRegels"]!,
            Patience,
            "all of it to be sealed");
    }

    private static async Task<List<JsonNode>> StatementAsync(Partner reader, Guid account)
    {
        var lines = new List<JsonNode>();
        for (string? cursor = ""; cursor is not null;)
        {
            var page = await reader.GetAsync($"/tijdbank/v1/rekeningen/{account}/mutaties?limit=100&cursor={cursor}");
            lines.AddRange(page["items"]!.AsArray()!);
            cursor = (string?)page["volgende"];
        }

        return lines;
    }
}
