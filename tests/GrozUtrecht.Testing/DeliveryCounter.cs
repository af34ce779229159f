using System.Collections.Concurrent;
using MassTransit;

namespace GrozUtrecht.Testing;

/// <summary>Counts messages that the service has finished with, so that a test knows that a duplicate was really delivered.</summary>
public sealed class DeliveryCounter : IReceiveObserver
{
    private readonly ConcurrentDictionary<Guid, int> finished = new();
    private readonly ConcurrentDictionary<Guid, int> failed = new();

    public int Finished(Guid messageId) => finished.GetValueOrDefault(messageId);

    public int Failed(Guid messageId) => failed.GetValueOrDefault(messageId);

    public Task PreReceive(ReceiveContext context) => Task.CompletedTask;

    public Task PostReceive(ReceiveContext context)
    {
        finished.AddOrUpdate(context.GetMessageId() ?? Guid.Empty, 1, (_, count) => count + 1);
        return Task.CompletedTask;
    }

    public Task PostConsume<T>(ConsumeContext<T> context, TimeSpan duration, string consumerType)
        where T : class => Task.CompletedTask;

    public Task ConsumeFault<T>(ConsumeContext<T> context, TimeSpan duration, string consumerType, Exception exception)
        where T : class
    {
        failed.AddOrUpdate(context.MessageId ?? Guid.Empty, 1, (_, count) => count + 1);
        return Task.CompletedTask;
    }

    public Task ReceiveFault(ReceiveContext context, Exception exception) => Task.CompletedTask;
}
