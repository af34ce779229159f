using Dapper;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Messaging;
using GrozUtrecht.ServiceDefaults.Tests.Support;
using GrozUtrecht.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace GrozUtrecht.ServiceDefaults.Tests;

public sealed class OutboxTests : Platform
{
    [Fact]
    public async Task An_event_arrives_after_its_commit_and_leaves_the_outbox()
    {
        var replica = await StartAsync();
        var events = await CollectAsync();
        var id = TestId.Guid();

        await replica.PublishAsync(new Counted { CountedId = id, Number = 7 });

        var arrived = await events.FirstAsync<Counted>();
        Assert.Equal(new Counted { CountedId = id, Number = 7 }, arrived);
        await Eventually.Async(async () => await CountAsync("platform.outbox") == 0, what: "an empty outbox");
    }

    [Fact]
    public async Task A_transaction_publishes_a_thousand_events_unless_its_caller_says_how_many()
    {
        var replica = await StartAsync();
        await replica.CommitAsync(async work =>
        {
            await work.OpenAsync(CancellationToken.None);
            PublishMany(work, 1_000);
            Assert.Throws<InvalidOperationException>(() => PublishMany(work, 1));
            work.AllowEvents(1_002);
            PublishMany(work, 2);
            Assert.Throws<InvalidOperationException>(() => PublishMany(work, 1));
            Assert.Throws<ArgumentOutOfRangeException>(() => work.AllowEvents(int.MaxValue));

            await work.RollbackAsync();
            PublishMany(work, 1_000);
            Assert.Throws<InvalidOperationException>(() => PublishMany(work, 1));
            await work.RollbackAsync();
        });
    }

    [Fact]
    public async Task A_write_and_its_event_share_one_transaction()
    {
        var replica = await StartAsync();
        var events = await CollectAsync();
        var (dropped, kept) = (TestId.Guid(), TestId.Guid());

        await replica.CommitAsync(async work =>
        {
            var connection = await work.OpenAsync(CancellationToken.None);
            await connection.ExecuteAsync("insert into handled (counted_id, number) values (@dropped, 1)", new { dropped });
            work.Publish(new Recounted { CountedId = dropped });
            await work.RollbackAsync();
            Assert.False(work.HasWork);
        });
        await replica.CommitAsync(async work =>
        {
            var connection = await work.OpenAsync(CancellationToken.None);
            await connection.ExecuteAsync("insert into handled (counted_id, number) values (@kept, 1)", new { kept });
            work.Publish(new Recounted { CountedId = kept });
        });

        await events.FirstAsync<Recounted>(item => item.CountedId == kept);
        Assert.DoesNotContain(events.All<Recounted>(), item => item.Event.CountedId == dropped);
        Assert.Equal(0, await HandledAsync(dropped));
        Assert.Equal(1, await HandledAsync(kept));
    }

    [Fact]
    public async Task Two_relays_that_compete_publish_every_event_once()
    {
        var replicas = new[] { await StartAsync(), await StartAsync() };
        var events = await CollectAsync();
        var ids = Enumerable.Range(0, 600).Select(_ => TestId.Guid()).ToArray();

        await Task.WhenAll(ids.Chunk(20).Select((chunk, index) =>
            replicas[index % 2].PublishAsync(chunk.Select(id => new Counted { CountedId = id }))));

        await Eventually.Async(() => events.All<Recounted>().Count >= ids.Length, what: "all events");
        Assert.Equal(ids.Order(), events.All<Counted>().Select(item => item.Event.CountedId).Order());
        Assert.Equal(ids.Order(), events.All<Recounted>().Select(item => item.Event.CountedId).Order());
        Assert.Equal(ids.Length, await CountAsync("handled"));
    }

    [Fact]
    public async Task A_message_that_cannot_be_published_is_parked_and_blocks_no_other()
    {
        var replica = await StartAsync(settings: [("Messaging:MaxPublishAttempts", "3"), ("Messaging:PublishRetryPause", "00:00:00.05")]);
        var events = await CollectAsync();
        await InsertAsync("Gone.Type", "{}");
        await InsertAsync(typeof(Counted).FullName!, "no JSON at all");
        await InsertAsync(typeof(Counted).FullName!, "{}");
        var id = TestId.Guid();

        await replica.PublishAsync(new Counted { CountedId = id });

        await events.FirstAsync<Counted>(item => item.CountedId == id);
        await Eventually.Async(async () => await CountAsync("platform.outbox_parked") == 3, what: "the parked messages");
        await Eventually.Async(async () => await CountAsync("platform.outbox") == 0, what: "an empty outbox");
        Assert.Equal(3, replica.Log.Count("was parked after 3 attempts"));
    }

    [Fact]
    public async Task What_a_killed_replica_left_is_published_by_another()
    {
        var replica = await StartAsync();
        var events = await CollectAsync();
        await replica.PublishAsync(new Counted { CountedId = TestId.Guid() });
        await Eventually.Async(async () => events.All<Recounted>().Count == 1 && await CountAsync("platform.outbox") == 0, what: "a relay at rest");
        var id = TestId.Guid();

        await InsertAsync(typeof(Counted).FullName!, $$"""{"countedId":"{{id}}"}""");

        await events.FirstAsync<Counted>(item => item.CountedId == id);
    }

    [Fact]
    public async Task A_crash_between_the_confirm_and_the_removal_takes_effect_once()
    {
        var replica = await StartAsync();
        await replica.ReachBrokerAsync();
        var events = await CollectAsync();
        var id = TestId.Guid();
        var row = replica.Services.GetRequiredService<EventCatalog>().ToMessage(new Counted { CountedId = id }, TimeProvider.System.GetUtcNow());

        var confirmed = await replica.Services.GetRequiredService<OutboxPublisher>().PublishAsync(row, CancellationToken.None);
        await InsertAsync(row.Type, row.Body, row.Id);

        Assert.Equal(PublishOutcome.Confirmed, confirmed.Outcome);
        await Eventually.Async(() => events.All<Counted>().Count == 2, what: "both publications");
        Assert.Equal([row.Id, row.Id], events.All<Counted>().Select(item => item.MessageId));
        await Eventually.Async(async () => await CountAsync("platform.inbox") == 1, what: "the effect");
        await replica.PublishAsync(new Counted { CountedId = TestId.Guid() });
        await Eventually.Async(async () => await CountAsync("platform.inbox") == 2, what: "a later message");
        Assert.Equal(1, await HandledAsync(id));
    }

    [Fact]
    public async Task An_event_outside_the_contracts_is_refused_where_it_is_published()
    {
        var replica = await StartAsync();

        await Assert.ThrowsAsync<ArgumentException>(() => replica.CommitAsync(work =>
        {
            work.Publish(new UriBuilder());
            return Task.CompletedTask;
        }));
    }

    private Task InsertAsync(string type, string body, Guid? id = null) => ExecuteAsync(
        "insert into platform.outbox (id, message_id, type, body, not_before, created_at) values (@id, @id, @type, @body, now(), now())",
        new { id = id ?? TestId.Guid(), type, body });

    private static void PublishMany(UnitOfWork work, int count)
    {
        for (var index = 0; index < count; index++)
            work.Publish(new Recounted { CountedId = TestId.Guid() });
    }
}
