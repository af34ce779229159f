using GrozUtrecht.Testing;
using GrozUtrecht.Tijdbank.Contracts;
using GrozUtrecht.Tijdbank.Data;
using GrozUtrecht.Tijdbank.Tests.Http;
using Microsoft.Extensions.DependencyInjection;

namespace GrozUtrecht.Tijdbank.Tests.Ruil;

/// <summary>What two want at the same moment happens once.</summary>
[Collection(TijdbankCollection.Name)]
public sealed class GelijktijdigTests(TijdbankFixture tijdbank)
{
    private const int Rounds = 8;

    [Fact]
    public async Task The_last_item_is_sold_once_however_many_order_it()
    {
        using var pair = await Ruilpaar.MakeAsync(tijdbank);
        var advertentie = await pair.PlaceProductAsync(prijsMinuten: 30, voorraad: 2);
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => pair.TryOrderAsync(advertentie, "\"aantal\":1")));

        Assert.Equal(2, answers.Count(answer => answer.Status == 201));
        Assert.All(answers.Where(answer => answer.Status != 201), answer =>
            Assert.Equal((409, "tijdbank.advertentie.uitverkocht"), (answer.Status, answer.Body.Code())));
        Assert.Equal((0, 0, 300, 60), await pair.MinutesAsync());
        Assert.Equal(0, await tijdbank.ScalarAsync<int>("select voorraad from advertentie where id = $1", advertentie));
    }

    [Fact]
    public async Task Two_answers_to_one_request_for_one_thing_are_not_both_accepted()
    {
        using var pair = await Ruilpaar.MakeAsync(tijdbank, adverteerderMinutes: 300);
        using var third = await Ruilpaar.MakeAsync(tijdbank);
        var advertentie = await pair.PlaceAsync("vraag", "product", Ruilcalls.Product(30, voorraad: 1));
        Guid[] ids = [await pair.OrderAsync(advertentie, "\"aantal\":1"), await third.OrderAsync(advertentie, "\"aantal\":1")];
        var answers = await Task.WhenAll(ids.Select(id => pair.AcceptAsync(id)));

        Assert.Equal([200, 409], answers.Select(answer => answer.Status).Order());
        Assert.Equal((300, 30, 300, 0), await pair.MinutesAsync());
    }

    [Fact]
    public async Task Orders_at_once_never_hold_more_than_there_is()
    {
        using var pair = await Ruilpaar.MakeAsync(tijdbank, bestellerMinutes: 100);
        Guid[] offers = [await pair.PlaceAsync(), await pair.PlaceAsync(), await pair.PlaceAsync()];
        var answers = await Task.WhenAll(offers.Select(offer => pair.TryOrderAsync(offer)));
        Assert.Equal([201, 422, 422], answers.Select(answer => answer.Status).Order());
        Assert.Equal((0, 0, 100, 60), await pair.MinutesAsync());
    }

    [Fact]
    public async Task Confirming_and_cancelling_at_once_end_in_exactly_one_of_both()
    {
        using var pair = await Ruilpaar.MakeAsync(tijdbank, bestellerMinutes: 60 * Rounds);
        var advertentie = await pair.PlaceAsync();
        var expected = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var id = await pair.OrderAsync(advertentie);
            await pair.AcceptAsync(id);
            var answers = await Task.WhenAll(pair.ConfirmAsync(id, 2), Ruilpaar.Step(pair.AdverteerderClient, id, "annulering", 2));
            Assert.Equal([200, 412], answers.Select(answer => answer.Status).Order());
            expected += await pair.StatusAsync(id) == "voltooid" ? 60 : 0;
        }

        Assert.Equal((expected, 0, (60 * Rounds) - expected, 0), await pair.MinutesAsync());
    }

    [Fact]
    public async Task Disputing_while_it_is_confirmed_by_itself_ends_in_exactly_one_of_both()
    {
        using var pair = await Ruilpaar.MakeAsync(tijdbank, bestellerMinutes: 60 * Rounds);
        var advertentie = await pair.PlaceAsync();
        var work = tijdbank.Services.GetRequiredService<RuilTermijnen>();
        List<string> ends = [];
        for (var round = 0; round < Rounds; round++)
        {
            var id = await pair.OrderAsync(advertentie);
            await pair.AcceptAsync(id);
            await pair.DeliverAsync(id);
            var disputing = pair.DisputeAsync(id);
            await work.RunAsync(TimeProvider.System.GetUtcNow().AddDays(15), CancellationToken.None);
            var disputed = await disputing;

            // A round skips what is locked: whoever was first decided, and the other saw that.
            var end = await pair.StatusAsync(id);
            Assert.Equal(disputed.Status == 200 ? "betwist" : "voltooid", end);
            ends.Add(end);
        }

        var done = 60 * ends.Count(end => end == "voltooid");
        Assert.Equal((done, 0, (60 * Rounds) - done, (60 * Rounds) - done), await pair.MinutesAsync());
        await Eventually.Async(() => Told() == done / 60, what: "an event of each completed order");

        int Told() => tijdbank.Events.All<RuilVoltooid>().Count(item => item.Event.AdvertentieId == advertentie);
    }

    [Fact]
    public async Task A_dispute_waits_for_a_confirmation_by_itself_that_is_under_way_and_comes_too_late()
    {
        using var pair = await Ruilpaar.MakeAsync(tijdbank);
        var id = await pair.OrderAsync(await pair.PlaceAsync());
        await pair.AcceptAsync(id);
        await pair.DeliverAsync(id);

        await using var connection = await tijdbank.Database.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var keeping = new Npgsql.NpgsqlCommand("select from grootboek.stand where rekening_id = $1 for update", connection, transaction);
        keeping.Parameters.Add(new() { Value = pair.Besteller });
        await keeping.ExecuteNonQueryAsync();
        var confirming = tijdbank.Services.GetRequiredService<RuilTermijnen>().RunAsync(TimeProvider.System.GetUtcNow().AddDays(15), CancellationToken.None);
        await Eventually.Async(async () => await WaitingAsync() >= 1, what: "the confirmation to wait for the account");
        var disputing = pair.DisputeAsync(id);
        await Eventually.Async(async () => await WaitingAsync() >= 2, what: "the dispute to wait for the order");
        await transaction.CommitAsync();

        await confirming;
        Assert.Equal((412, "voltooid"), ((await disputing).Status, await pair.StatusAsync(id)));
        Assert.Equal((60, 0, 240, 0), await pair.MinutesAsync());
    }

    private Task<long> WaitingAsync() => tijdbank.ScalarAsync<long>(
        "select count(distinct pid) from pg_locks join pg_stat_activity using (pid) where not granted and datname = current_database()");
}
