using System.Text.Json;
using GrozUtrecht.Testing;
using GrozUtrecht.Tijdbank.Contracts;
using GrozUtrecht.Tijdbank.Data.Bijdragen;
using GrozUtrecht.Tijdbank.Tests.Http;
using GrozUtrecht.Tijdbank.Tests.Messages;
using GrozUtrecht.Tijdbank.Tests.Ruil;
using GrozUtrecht.VitaalWerken.Contracts;
using Microsoft.Extensions.DependencyInjection;

namespace GrozUtrecht.Tijdbank.Tests.Bijdragen;

[Collection(TijdbankCollection.Name)]
public sealed class BijdrageTests(TijdbankFixture tijdbank)
{
    private const string Delivered = "tijdbank-bijdrage-delivered";
    private readonly Guid beheerder = TestId.Guid();

    [Fact]
    public async Task Delivered_hours_reach_the_fund_once_however_often_it_is_told_and_are_told_back()
    {
        var delivered = Told(await PotAsync(), minutes: 600);
        Guid[] messageIds = [TestId.Guid(), TestId.Guid()];
        await Task.WhenAll(messageIds.Concat(messageIds).Select(id => tijdbank.PublishAsync(delivered, id)));
        await Eventually.Async(() => messageIds.All(id => tijdbank.Deliveries.Finished(id) == 2), what: "all four deliveries to be handled");

        var given = await tijdbank.Events.FirstAsync<UrenGedoneerd>(item => item.BronId == delivered.BijdrageId);
        Assert.Equal(
            ("vitaal-werken.bijdrage", delivered.WijkpotId!.Value, 600, "wijkpot", false, (Guid?)null),
            (given.Bron, given.NaarRekeningId, given.DurationMinutes, given.OntvangerSoort, given.Anoniem, given.VanRekeningId));
        Assert.All(messageIds, id => Assert.Equal(0, tijdbank.Deliveries.Failed(id)));
        Assert.Equal(600, await tijdbank.BalanceAsync(delivered.WijkpotId!.Value));
        Assert.Equal("geboekt", await StatusAsync(delivered));
        Assert.True(await tijdbank.AddsUpToZeroAsync());
    }

    [Fact]
    public async Task What_the_receiver_disputes_is_taken_back_once_and_counts_neither_as_received_nor_as_spent()
    {
        var pot = await PotAsync();
        var (kept, delivered) = (Told(pot, minutes: 30), Told(pot, minutes: 90));
        await HandleAsync(kept);
        await HandleAsync(delivered);
        await HandleAsync(Disputed(delivered));
        await HandleAsync(Disputed(delivered));

        var told = await tijdbank.Events.FirstAsync<BijdrageTeruggeboekt>(item => item.BijdrageId == delivered.BijdrageId);
        Assert.NotNull(told.OverboekingId);
        Assert.Equal(2, told.Version);
        using var client = tijdbank.Partner(beheerder);
        var seen = (await client.AskAsync($"/wijkpotten/{pot}")).Body;
        var totals = seen.GetProperty("totalen");
        Assert.Equal(
            (30, 30, 0, 0),
            (seen.GetProperty("saldoMinuten").GetInt32(), totals.GetProperty("ontvangenMinuten").GetInt32(), totals.GetProperty("besteedMinuten").GetInt32(),
                totals.GetProperty("laatsteBestedingen").GetArrayLength()));
        Assert.True(await tijdbank.AddsUpToZeroAsync());
    }

    [Fact]
    public async Task A_dispute_that_comes_before_its_delivery_keeps_it_from_being_booked()
    {
        var delivered = Told(await PotAsync(), minutes: 90);
        await HandleAsync(Disputed(delivered));
        await HandleAsync(delivered);

        var told = await tijdbank.Events.FirstAsync<BijdrageTeruggeboekt>(item => item.BijdrageId == delivered.BijdrageId);
        Assert.Null(told.OverboekingId);
        Assert.Equal(0, await tijdbank.BalanceAsync(delivered.WijkpotId!.Value));
        Assert.Equal("niet-geboekt", await StatusAsync(delivered));
        Assert.DoesNotContain(tijdbank.Events.All<UrenGedoneerd>(), item => item.Event.BronId == delivered.BijdrageId);
    }

    [Fact]
    public async Task What_the_fund_has_spent_stays_to_be_taken_back_until_its_balance_allows_it()
    {
        var pot = await PotAsync();
        var delivered = Told(pot, minutes: 90);
        await HandleAsync(delivered);
        await SpendAsync(pot, 60);
        await HandleAsync(Disputed(delivered));
        Assert.Equal("terug-te-boeken", await StatusAsync(delivered));
        await RetryAsync(hours: 1);
        Assert.Equal("terug-te-boeken", await StatusAsync(delivered));
        Assert.Equal(30, await tijdbank.BalanceAsync(pot));
        await SpendAsync(pot, 30);
        using var client = tijdbank.Partner(beheerder);
        var closing = await client.SendAsync(HttpMethod.Post, $"/wijkpotten/{pot}/sluiting", 1);
        Assert.Equal((409, "tijdbank.wijkpot.terugboeking-open"), (closing.Status, closing.Body.Code()));

        await HandleAsync(Told(pot, minutes: 100));
        await Task.WhenAll(RetryAsync(hours: 2), RetryAsync(hours: 2));

        Assert.Equal("teruggeboekt", await StatusAsync(delivered));
        Assert.Equal(10, await tijdbank.BalanceAsync(pot));
        Assert.NotNull((await tijdbank.Events.FirstAsync<BijdrageTeruggeboekt>(item => item.BijdrageId == delivered.BijdrageId)).OverboekingId);
        Assert.True(await tijdbank.AddsUpToZeroAsync());
    }

    [Theory]
    [InlineData("onbekend", "tijdbank.wijkpot.onbekend")]
    [InlineData("gesloten", "tijdbank.wijkpot.gesloten")]
    [InlineData("andere", "tijdbank.wijkpot.andere-beheerder")]
    [InlineData("vol", "tijdbank.overboeking.saldo-te-hoog")]
    public async Task What_a_fund_cannot_receive_is_refused_with_the_reason_and_may_be_told_again_for_another_fund(string what, string code)
    {
        var pot = what == "onbekend" ? TestId.Guid() : await PotAsync();
        var delivered = Told(pot, minutes: 90) with { OntvangerPartnerId = what == "andere" ? TestId.Guid() : beheerder };
        if (what == "gesloten")
        {
            using var client = tijdbank.Partner(beheerder);
            Assert.Equal(200, (await client.SendAsync(HttpMethod.Post, $"/wijkpotten/{pot}/sluiting", 1)).Status);
        }
        else if (what == "vol")
            await tijdbank.LimitAsync(pot, maximum: 89);

        await HandleAsync(delivered);
        var refused = await tijdbank.Events.FirstAsync<BoekingGeweigerd>(item => item.BronId == delivered.BijdrageId);
        Assert.Equal(("vitaal-werken.bijdrage", 1L, code), (refused.Bron, refused.Version, refused.Code));

        var again = delivered with { Version = 2, WijkpotId = await PotAsync(), OntvangerPartnerId = beheerder };
        await HandleAsync(again);
        await HandleAsync(delivered);
        Assert.Equal(90, await tijdbank.BalanceAsync(again.WijkpotId!.Value));
        Assert.Equal("geboekt", await StatusAsync(delivered));
    }

    [Theory]
    [InlineData(0, "uren")]
    [InlineData(600_001, "uren")]
    [InlineData(90, "euro")]
    public async Task A_delivery_that_cannot_be_true_goes_to_the_error_queue_and_books_nothing(int minutes, string soort)
    {
        var delivered = Told(await PotAsync(), minutes) with { Soort = soort };
        var messageId = TestId.Guid();
        await tijdbank.PublishAsync(delivered, messageId);

        await ErrorQueue.HoldsAsync(tijdbank, Delivered, messageId);
        Assert.Equal(0, await tijdbank.BalanceAsync(delivered.WijkpotId!.Value));
    }

    [Fact]
    public async Task What_is_not_for_a_fund_is_none_of_the_Tijdbank_and_a_second_delivery_of_what_is_booked_books_nothing()
    {
        var euros = Told(TestId.Guid(), minutes: 1) with { WijkpotId = null, Soort = "euro", DurationMinutes = null };
        await HandleAsync(euros);
        Assert.Equal(0L, await tijdbank.ScalarAsync<long>("select count(*) from wijkpot_bijdrage where bijdrage_id = $1", euros.BijdrageId));

        var delivered = Told(await PotAsync(), minutes: 90);
        await HandleAsync(delivered);
        var messageId = TestId.Guid();
        await tijdbank.PublishAsync(delivered with { Version = 3, DurationMinutes = 900 }, messageId);
        await ErrorQueue.HoldsAsync(tijdbank, Delivered, messageId);
        Assert.Equal(90, await tijdbank.BalanceAsync(delivered.WijkpotId!.Value));
    }

    [Fact]
    public async Task Everybody_sees_what_a_fund_received_and_only_who_manages_it_sees_from_which_company()
    {
        var pot = await PotAsync();
        // Ids of the same millisecond are in any order, and the list is in order of id.
        var ids = new[] { TestId.Guid(), TestId.Guid() }.Order(Comparer<Guid>.Create((one, other) => string.CompareOrdinal($"{one}", $"{other}"))).ToArray();
        var first = Told(pot, minutes: 90) with { BijdrageId = ids[0] };
        var second = Told(pot, minutes: 60) with { BijdrageId = ids[1], Soort = "producten" };
        await HandleAsync(first);
        await HandleAsync(second);
        await HandleAsync(Disputed(second));
        await HandleAsync(Told(pot, minutes: 5) with { OntvangerPartnerId = TestId.Guid() });

        var (_, own) = await AskAsync(beheerder, $"/wijkpotten/{pot}/bijdragen?limit=1");
        var line = Assert.Single(own.GetProperty("items").EnumerateArray());
        Assert.Equal((first.BijdrageId, "uren", 90, "geboekt", first.BedrijfId),
            (line.GetProperty("bijdrageId").GetGuid(), line.Text("soort"), line.GetProperty("duurMinuten").GetInt32(), line.Text("status"), line.GetProperty("bedrijfId").GetGuid()));
        var (_, rest) = await AskAsync(TestId.Guid(), $"/wijkpotten/{pot}/bijdragen?cursor={own.Text("volgende")}");
        line = Assert.Single(rest.GetProperty("items").EnumerateArray());
        Assert.Equal(("producten", "teruggeboekt", false), (line.Text("soort"), line.Text("status"), line.TryGetProperty("bedrijfId", out _)));
        var unknown = await AskAsync(beheerder, $"/wijkpotten/{TestId.Guid()}/bijdragen");
        Assert.Equal((404, "tijdbank.wijkpot.onbekend"), (unknown.Status, unknown.Body.Code()));
    }

    private async Task<Guid> PotAsync()
    {
        using var client = tijdbank.Partner(beheerder);
        var (status, body) = await client.SendAsync("/wijkpotten", """{"naam":"Pot","gebied":"nieuwegein","doel":"Voor wie hulp zoekt"}""");
        Assert.True(status == 201, body.GetRawText());
        return body.Id();
    }

    private BijdrageDelivered Told(Guid pot, int minutes) => new()
    {
        BijdrageId = Guid.CreateVersion7(TimeProvider.System.GetUtcNow()),
        Version = 1,
        BedrijfId = TestId.Guid(),
        Gebied = "nieuwegein",
        Soort = "uren",
        WijkpotId = pot,
        OntvangerPartnerId = beheerder,
        DurationMinutes = minutes,
        OpgetredenOp = new(2026, 3, 14, 15, 0, 0, TimeSpan.Zero),
    };

    private static BijdrageDisputed Disputed(BijdrageDelivered delivered) => new()
    {
        BijdrageId = delivered.BijdrageId,
        Version = delivered.Version + 1,
        BedrijfId = delivered.BedrijfId,
        Gebied = delivered.Gebied,
        Soort = delivered.Soort,
        WijkpotId = delivered.WijkpotId,
        OntvangerPartnerId = delivered.OntvangerPartnerId,
        DurationMinutes = delivered.DurationMinutes,
        OpgetredenOp = delivered.OpgetredenOp.AddDays(1),
    };

    private async Task HandleAsync<T>(T message)
        where T : class
    {
        var messageId = TestId.Guid();
        await tijdbank.PublishAsync(message, messageId);
        await Eventually.Async(() => tijdbank.Deliveries.Finished(messageId) == 1, what: $"{typeof(T).Name} to be handled");
        Assert.Equal(0, tijdbank.Deliveries.Failed(messageId));
    }

    private async Task SpendAsync(Guid pot, int minutes)
    {
        using var client = tijdbank.Partner(beheerder);
        var receiver = await tijdbank.AccountAsync(beheerder);
        var json = JsonSerializer.Serialize(new { naarRekeningId = receiver, duurMinuten = minutes, doel = "Soep koken" });
        Assert.Equal(201, (await client.SendAsync($"/wijkpotten/{pot}/bestedingen", json)).Status);
    }

    private Task RetryAsync(int hours) =>
        tijdbank.Services.GetRequiredService<Terugboekronde>().RunAsync(TimeProvider.System.GetUtcNow().AddHours(hours), CancellationToken.None);

    private Task<string> StatusAsync(BijdrageDelivered delivered) =>
        tijdbank.ScalarAsync<string>("select status from wijkpot_bijdrage where bijdrage_id = $1", delivered.BijdrageId);

    private async Task<(int Status, JsonElement Body)> AskAsync(Guid partnerId, string path)
    {
        using var client = tijdbank.Partner(partnerId);
        return await client.AskAsync(path);
    }
}
