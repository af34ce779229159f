using System.Collections.Concurrent;
using System.Diagnostics;
using Dapper;
using GrozUtrecht.ServiceDefaults.Data;
using MassTransit;

namespace GrozUtrecht.ServiceDefaults.Tests.Support;

/// <summary>What a test wants the consumer to do at each attempt, and what it saw.</summary>
internal sealed class ConsumerScript
{
    private readonly ConcurrentDictionary<Guid, int> attempts = new();

    /// <summary>Called after the consumer's writes with the message and the number of the attempt, from 1.</summary>
    public Action<Counted, int> AfterWrites { get; set; } = (_, _) => { };

    public ConcurrentDictionary<Guid, string> TraceIds { get; } = new();

    public int AttemptsOf(Guid countedId) => attempts.GetValueOrDefault(countedId);

    public int Attempt(Guid countedId) => attempts.AddOrUpdate(countedId, 1, (_, count) => count + 1);
}

internal sealed class CountedConsumer(UnitOfWork work, ConsumerScript script) : IConsumer<Counted>
{
    public async Task Consume(ConsumeContext<Counted> context)
    {
        var message = context.Message;
        var attempt = script.Attempt(message.CountedId);
        script.TraceIds[message.CountedId] = Activity.Current?.TraceId.ToString() ?? "";
        var connection = await work.OpenAsync(context.CancellationToken);
        await connection.ExecuteAsync(
            "insert into handled (counted_id, number) values (@CountedId, @Number)", new { message.CountedId, message.Number });
        work.Publish(new Recounted { CountedId = message.CountedId });
        script.AfterWrites(message, attempt);
    }
}
