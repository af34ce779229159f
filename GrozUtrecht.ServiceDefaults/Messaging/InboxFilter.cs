using Dapper;
using GrozUtrecht.ServiceDefaults.Data;
using MassTransit;
using Microsoft.Extensions.Options;

namespace GrozUtrecht.ServiceDefaults.Messaging;

/// <summary>
/// Around every consumer: opens the unit of work, writes down that this consumer has this message, and commits both with the
/// consumer's effect and its events. A second delivery finds the row and is skipped.
/// </summary>
internal sealed class InboxFilter<TMessage>(UnitOfWork work, EventCatalog catalog, TimeProvider clock, IOptions<MessagingOptions> options)
    : IFilter<ConsumeContext<TMessage>>
    where TMessage : class
{
    /// <summary>How long a message waits in hand for a database that is away; well under the broker's own limit of 30 minutes.</summary>
    private static readonly TimeSpan DatabaseLimit = TimeSpan.FromMinutes(10);

    public async Task Send(ConsumeContext<TMessage> context, IPipe<ConsumeContext<TMessage>> next)
    {
        var queue = context.ReceiveContext.InputAddress.AbsolutePath.Split('/')[^1];
        var messageId = context.MessageId ?? throw new DomainFailureException("bericht.zonder-id");
        try
        {
            if (!await ReceiveAsync(queue, messageId, context.CancellationToken))
            {
                await work.RollbackAsync();
                return;
            }

            await next.Send(context);
            await work.CommitAsync(context.CancellationToken);
        }
        catch (NotYetException) when (Deferral.Of(context) < Delays.Count)
        {
            await work.RollbackAsync();
            await DeferAsync(context, queue, messageId);
        }
        catch
        {
            await work.RollbackAsync();
            throw;
        }
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("inbox");

    private IReadOnlyList<TimeSpan> Delays =>
        options.Value.DeferralDelays.Count > 0 ? [.. options.Value.DeferralDelays] : MessagingOptions.DefaultDeferralDelays;

    private async Task<bool> ReceiveAsync(string consumer, Guid messageId, CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        while (true)
        {
            try
            {
                var connection = await work.OpenAsync(cancellationToken);
                return await connection.ExecuteAsync(new CommandDefinition(
                    "insert into platform.inbox (consumer, message_id, received_at) values (@consumer, @messageId, @now) on conflict do nothing",
                    new { consumer, messageId, now = clock.GetUtcNow() },
                    cancellationToken: cancellationToken)) == 1;
            }
            catch (Exception exception) when (DatabasePatience.MayPass(exception) && clock.GetElapsedTime(started) < DatabaseLimit)
            {
                // Nothing has been done yet, so waiting here is safe, and better than filling the error queue during a restart.
                await work.RollbackAsync();
                await Task.Delay(TimeSpan.FromSeconds(1), clock, cancellationToken);
            }
        }
    }

    private async Task DeferAsync(ConsumeContext<TMessage> context, string queue, Guid messageId)
    {
        var now = clock.GetUtcNow();
        var deferrals = Deferral.Of(context);
        work.Defer(new OutboxMessage
        {
            Id = Guid.CreateVersion7(now),
            MessageId = messageId,
            Type = typeof(TMessage).FullName!,
            Body = catalog.Serialize(context.Message),
            CreatedAt = now,
            NotBefore = now + Delays[deferrals],
            Destination = queue,
            Deferrals = deferrals + 1,
            Traceparent = EventCatalog.CurrentTraceparent(),
        });
        await work.CommitAsync(context.CancellationToken);
    }
}
