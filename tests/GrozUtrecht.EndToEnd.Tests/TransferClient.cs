using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using GrozUtrecht.Testing;

namespace GrozUtrecht.EndToEnd.Tests;

/// <summary>
/// Sends transfers between a few accounts and remembers every answer. One kind of client asks again, with the same id, until it is
/// answered; the other leaves it at that and never hears whether it was booked.
/// </summary>
public sealed class TransferClient(HttpClient http, IReadOnlyList<Guid> accounts, int seed, bool retries)
{
    private const int MaximumMinutes = 20;
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(40);
    private static readonly HttpStatusCode[] Answers = [HttpStatusCode.Created, HttpStatusCode.UnprocessableEntity];

    private readonly Random random = new(seed);

    /// <summary>What was answered: booked or refused.</summary>
    public ConcurrentDictionary<Guid, (Transfer Transfer, HttpStatusCode Status)> Answered { get; } = [];

    /// <summary>What was asked and never answered.</summary>
    public ConcurrentBag<Transfer> Unanswered { get; } = [];

    public async Task RunAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var pair = random.GetItems([.. accounts], 2);
            if (pair[0] == pair[1])
                continue;
            var transfer = new Transfer(TestId.Guid(), pair[0], pair[1], random.Next(1, MaximumMinutes));
            HttpStatusCode? status;
            do
            {
                // A load that lasts as long as the faults do, and stays small enough to be checked one by one afterwards.
                await Task.Delay(Breath, CancellationToken.None);
                status = await AskAsync(transfer);
            }
            while (status is null && retries);

            if (status is { } answer)
                Answered[transfer.Id] = (transfer, answer);
            else
                Unanswered.Add(transfer);
        }
    }

    /// <returns>What the ledger decided; null when nobody knows: no answer, or one that says that something is down.</returns>
    public async Task<HttpStatusCode?> AskAsync(Transfer transfer)
    {
        try
        {
            using var response = await http.PostAsJsonAsync("/tijdbank/v1/overboekingen", transfer);
            return Answers.Contains(response.StatusCode) ? response.StatusCode : null;
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException)
        {
            return null;
        }
    }

    public sealed record Transfer(Guid Id, Guid VanRekeningId, Guid NaarRekeningId, int DuurMinuten);
}
