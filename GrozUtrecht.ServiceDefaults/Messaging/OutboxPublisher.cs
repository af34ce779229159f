using System.Diagnostics;
using System.Text.Json;
using MassTransit;
using RabbitMQ.Client.Exceptions;
using OpenTelemetry;

namespace GrozUtrecht.ServiceDefaults.Messaging;

internal enum PublishOutcome
{
    /// <summary>The broker confirmed it.</summary>
    Confirmed,

    /// <summary>This message cannot be published; others can.</summary>
    Refused,

    /// <summary>The broker did not answer; says nothing of the message.</summary>
    BrokerAway,
}

internal readonly record struct PublishResult(OutboxMessage Message, PublishOutcome Outcome, Exception? Failure = null);

/// <summary>Hands one outbox row to the broker and waits for its confirm, as a child of the trace in which it was written.</summary>
internal sealed class OutboxPublisher(IBusControl bus, EventCatalog catalog)
{
    private static readonly TimeSpan ConfirmTimeout = TimeSpan.FromSeconds(5);

    private bool declared;

    /// <summary>
    /// True once this process' own queues exist. An event published before that, in a database that was never migrated by the
    /// command, would be lost to its own consumers. It stays true: later outages are met while publishing.
    /// </summary>
    public bool QueuesAreDeclared => declared = declared || bus.CheckHealth().Status == BusHealthStatus.Healthy;

    public async Task<PublishResult> PublishAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        using var traced = SuppressInstrumentationScope.Begin(value: false);
        using var activity = OutboxTelemetry.Source.StartActivity("outbox publish", ActivityKind.Producer, message.Traceparent);
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(ConfirmTimeout);
        try
        {
            var (type, @event) = catalog.Read(message);
            if (message.Destination is { } queue)
                await SendAsync(queue, @event, type, message, timeout.Token);
            else
                await bus.Publish(@event, type, Pipe.Execute<PublishContext>(context => context.MessageId = message.MessageId), timeout.Token);
            return new PublishResult(message, PublishOutcome.Confirmed);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // Which of the two it is decides everything, so every failure is judged here and none escapes half-judged.
            activity?.SetStatus(ActivityStatusCode.Error, exception.GetType().Name);
            return new PublishResult(message, IsBrokerAway(exception) ? PublishOutcome.BrokerAway : PublishOutcome.Refused, exception);
        }
    }

    // The exchange with the queue's name exists and leads to it; addressing the queue itself would declare it anew, as another type.
    private async Task SendAsync(string queue, object @event, Type type, OutboxMessage message, CancellationToken cancellationToken)
    {
        var endpoint = await bus.GetSendEndpoint(new Uri($"exchange:{queue}"));
        await endpoint.Send(
            @event,
            type,
            Pipe.Execute<SendContext>(context =>
            {
                context.MessageId = message.MessageId;
                Deferral.Mark(context, message.Deferrals);
            }),
            cancellationToken);
    }

    private static bool IsBrokerAway(Exception exception)
    {
        for (var current = exception; current is not null; current = current.InnerException)
        {
            if (current is JsonException or NotSupportedException)
                return false;
            // 406 is the broker's "not like this": an exchange that exists as another type, a body beyond its limit.
            if (current is OperationInterruptedException { ShutdownReason.ReplyCode: 406 })
                return false;
        }

        return exception is OperationCanceledException or TimeoutException or IOException or ObjectDisposedException
                or ConnectionException or TransportException or TransportUnavailableException or MessageNotAcknowledgedException
                or RabbitMQClientException
            || (exception.InnerException is { } inner && IsBrokerAway(inner));
    }
}
