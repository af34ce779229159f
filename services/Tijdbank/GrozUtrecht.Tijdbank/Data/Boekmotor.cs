using System.Diagnostics;
using System.Threading.Channels;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Data;

/// <summary>
/// Gathers requests that wait at the same moment into one call of the ledger: one round trip, one commit. There is no timer: a worker
/// takes what is there, so a request that comes alone waits for nobody, and while a batch commits the next one fills itself. A second
/// worker helps only when more waits than is worth waiting for: with fewer callers it would halve the batches, and gain nothing.
/// </summary>
internal sealed class Boekmotor(
    [FromKeyedServices(Grootboek.Key)] NpgsqlDataSource dataSource, TimeProvider clock, ILogger<Boekmotor> logger) : BackgroundService
{
    private const int HelpFrom = 100;
    private const int MaximumWaiting = 4_096;
    private const int MaximumOrders = 200;

    private static readonly ActivitySource Source = new("GrozUtrecht.tijdbank");

    private readonly Channel<Boekverzoek> waiting = Channel.CreateBounded<Boekverzoek>(
        new BoundedChannelOptions(MaximumWaiting) { FullMode = BoundedChannelFullMode.Wait });

    private readonly SemaphoreSlim help = new(0, 1);

    public async Task<IReadOnlyList<Boeking>> BookAsync(Boekverzoek request, CancellationToken cancellationToken)
    {
        await waiting.Writer.WriteAsync(request, cancellationToken);
        CallForHelp();
        return await request.Answer;
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(WorkAsync(stoppingToken), HelpAsync(stoppingToken));

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        waiting.Writer.TryComplete();
        await base.StopAsync(cancellationToken);
        while (waiting.Reader.TryRead(out var request))
        {
            request.Fail(new InvalidOperationException("The service stopped before this order was booked; ask again with the same id."));
        }
    }

    public override void Dispose()
    {
        help.Dispose();
        base.Dispose();
    }

    private async Task WorkAsync(CancellationToken stoppingToken)
    {
        Boekverzoek? first = null;
        while (first is not null || await waiting.Reader.WaitToReadAsync(stoppingToken))
        {
            first = await BookNextAsync(first);
        }
    }

    private async Task HelpAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            await help.WaitAsync(stoppingToken);
            Boekverzoek? first = null;
            do
            {
                first = await BookNextAsync(first);
            }
            while (first is not null || waiting.Reader.Count >= HelpFrom);
        }
    }

    private void CallForHelp()
    {
        if (waiting.Reader.Count < HelpFrom || help.CurrentCount > 0)
            return;

        // Two that call at once are one call; the semaphore has room for no more.
        lock (help)
        {
            if (help.CurrentCount == 0)
                help.Release();
        }
    }

    /// <returns>The request that did not fit: it opens the next batch.</returns>
    private async Task<Boekverzoek?> BookNextAsync(Boekverzoek? first)
    {
        var batch = new Boekbatch(MaximumOrders);
        var next = Fill(batch, first);
        if (!batch.IsEmpty)
        {
            await BookAsync(batch);
        }

        return next;
    }

    /// <returns>The request that did not fit: it opens the next batch.</returns>
    private Boekverzoek? Fill(Boekbatch batch, Boekverzoek? first)
    {
        for (var request = first; ; request = null)
        {
            if (request is null && (batch.IsFull || !waiting.Reader.TryRead(out request)))
            {
                return null;
            }

            if (!request.IsWanted)
            {
                request.Cancel();
            }
            else if (!batch.TryAdd(request))
            {
                return request;
            }
        }
    }

    private async Task BookAsync(Boekbatch batch)
    {
        try
        {
            batch.Complete(await RunAsync(batch));
        }
        catch (PostgresException exception) when (batch.Requests.Count > 1)
        {
            // One request may have spoiled it for all, so each gets its own chance. What was booked after all answers the same again.
            logger.LogWarning("A batch of {Count} orders failed and is booked one by one: {Reason}", batch.Orders.Count, exception.MessageText);
            await BookOneByOneAsync(batch);
        }
        catch (Exception exception)
        {
            // An outage is an outage for everybody: their retry, with the same id, is what finds out.
            batch.Fail(exception);
        }
    }

    private async Task BookOneByOneAsync(Boekbatch batch)
    {
        foreach (var request in batch.Requests)
        {
            var alone = new Boekbatch(MaximumOrders);
            alone.TryAdd(request);
            await BookAsync(alone);
        }
    }

    // Not cancelled by any one caller: the others in the batch still want their answer. The command's own timeout bounds it.
    private async Task<Boeking[]> RunAsync(Boekbatch batch)
    {
        using var activity = StartActivity(batch);
        await using var connection = await dataSource.OpenConnectionAsync(CancellationToken.None);
        return await BoekCommand.RunAsync(connection, batch.Orders, [.. batch.Groups], clock.GetUtcNow(), CancellationToken.None);
    }

    // The first request's trace shows the batch; those of the others are linked to it.
    private static Activity? StartActivity(Boekbatch batch)
    {
        var others = batch.Requests.Skip(1).Where(request => request.Trace is not null).Select(request => new ActivityLink(request.Trace!.Value));
        var activity = Source.HasListeners()
            ? Source.StartActivity("grootboek.boek", ActivityKind.Internal, batch.Requests[0].Trace ?? default, links: others)
            : null;
        return activity?.SetTag("grootboek.orders", batch.Orders.Count);
    }
}
