using GrozUtrecht.ServiceDefaults.Messaging;
using GrozUtrecht.ServiceDefaults.Tests.Support;
using GrozUtrecht.Testing;
using Microsoft.Extensions.Logging;

namespace GrozUtrecht.ServiceDefaults.Tests;

public sealed class InboxTests : Platform
{
    private readonly ConsumerScript script = new();

    [Fact]
    public async Task The_same_message_twice_takes_effect_once()
    {
        var (replica, events) = await StartTogetherAsync();
        var (id, messageId) = (TestId.Guid(), TestId.Guid());

        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => replica.DeliverAsync(new Counted { CountedId = id }, messageId)));
        await Eventually.Async(() => events.All<Counted>().Count == 5, what: "five deliveries");
        await replica.DeliverAsync(new Counted { CountedId = TestId.Guid() }, TestId.Guid());

        await Eventually.Async(() => events.All<Recounted>().Count == 2, what: "the effect of both messages");
        Assert.Equal(1, await HandledAsync(id));
    }

    [Fact]
    public async Task A_consumer_that_fails_leaves_nothing_and_is_tried_again()
    {
        script.AfterWrites = (_, attempt) =>
        {
            if (attempt < 3)
                throw new InvalidOperationException("A collision, say.");
        };
        var (replica, events) = await StartTogetherAsync();
        var id = TestId.Guid();

        await replica.DeliverAsync(new Counted { CountedId = id }, TestId.Guid());

        await events.FirstAsync<Recounted>(item => item.CountedId == id);
        Assert.Equal(3, script.AttemptsOf(id));
        Assert.Equal(1, await HandledAsync(id));
        Assert.Single(events.All<Recounted>());
    }

    [Fact]
    public async Task A_message_that_keeps_failing_goes_to_the_error_queue_and_others_pass()
    {
        var bad = TestId.Guid();
        script.AfterWrites = (message, _) =>
        {
            if (message.CountedId == bad)
                throw new InvalidOperationException("Always.");
        };
        var (replica, events) = await StartTogetherAsync();
        var good = TestId.Guid();

        await replica.DeliverAsync(new Counted { CountedId = bad }, TestId.Guid());
        await replica.DeliverAsync(new Counted { CountedId = good }, TestId.Guid());

        await events.FirstAsync<Recounted>(item => item.CountedId == good);
        await Eventually.Async(async () => await ErrorsAsync() == 1, what: "the error queue");
        Assert.Contains(replica.Log.All, line => line is { Level: LogLevel.Error, Category: "MassTransit.ReceiveTransport" });
        Assert.Equal(4, script.AttemptsOf(bad));
        Assert.Equal(0, await HandledAsync(bad));
    }

    [Fact]
    public async Task A_refusal_by_the_domain_is_not_tried_again()
    {
        script.AfterWrites = (_, _) => throw new DomainFailureException("proef.geweigerd");
        var (replica, _) = await StartTogetherAsync();
        var id = TestId.Guid();

        await replica.DeliverAsync(new Counted { CountedId = id }, TestId.Guid());

        await Eventually.Async(async () => await ErrorsAsync() == 1, what: "the error queue");
        Assert.Equal(1, script.AttemptsOf(id));
        Assert.Equal(0, await CountAsync("platform.inbox"));
    }

    [Fact]
    public async Task A_message_that_came_too_early_is_delivered_again_and_then_takes_effect_once()
    {
        script.AfterWrites = (message, attempt) =>
        {
            if (attempt < 3)
                throw new NotYetException("iets anders");
        };
        var (replica, events) = await StartTogetherAsync(("Messaging:DeferralDelays:0", "00:00:00.2"), ("Messaging:DeferralDelays:1", "00:00:00.2"));
        var (id, messageId) = (TestId.Guid(), TestId.Guid());

        await replica.DeliverAsync(new Counted { CountedId = id }, messageId);

        await events.FirstAsync<Recounted>(item => item.CountedId == id);
        Assert.Equal(3, script.AttemptsOf(id));
        Assert.Equal(1, await HandledAsync(id));
        Assert.Single(events.All<Counted>());
        Assert.Equal(0u, await ErrorsAsync());
    }

    [Fact]
    public async Task A_message_that_stays_too_early_ends_in_the_error_queue()
    {
        script.AfterWrites = (_, _) => throw new NotYetException("iets dat nooit komt");
        var (replica, _) = await StartTogetherAsync(("Messaging:DeferralDelays:0", "00:00:00.1"));
        var id = TestId.Guid();

        await replica.DeliverAsync(new Counted { CountedId = id }, TestId.Guid());

        await Eventually.Async(async () => await ErrorsAsync() == 1, what: "the error queue");
        Assert.Equal(2, script.AttemptsOf(id));
        Assert.Equal(0, await HandledAsync(id));
    }

    private async Task<(Replica Replica, EventCollector Events)> StartTogetherAsync(params (string Key, string Value)[] settings)
    {
        var replica = await StartAsync(script: script, settings: settings);
        await replica.ReachBrokerAsync();
        return (replica, await CollectAsync());
    }
}
