using System.Text.Json;
using GrozUtrecht.Identity.Contracts;
using GrozUtrecht.Testing;
using GrozUtrecht.Tijdbank.Contracts;
using GrozUtrecht.Tijdbank.Domain;
using GrozUtrecht.Tijdbank.Tests.Http;
using GrozUtrecht.Tijdbank.Tests.Ruil;

namespace GrozUtrecht.Tijdbank.Tests.Giften;

[Collection(TijdbankCollection.Name)]
public sealed class GiftTests(TijdbankFixture tijdbank)
{
    [Fact]
    public async Task A_gift_moves_minutes_and_both_sides_see_it_with_its_message()
    {
        using var pair = await Gevers.MakeAsync(tijdbank);
        var gift = await pair.GiveAsync(pair.ToPerson(90, bericht: "Voor de taart."));

        Assert.Equal((210, 90), await pair.MinutesAsync());
        var received = Items(await pair.OntvangerClient.AskAsync("/giften?richting=ontvangen"));
        var line = Assert.Single(received);
        Assert.Equal((gift.Id(), pair.Gever.ToString(), "Voor de taart."), (line.Id(), line.Text("vanRekeningId"), line.Text("bericht")));
        Assert.Single(Items(await pair.GeverClient.AskAsync("/giften")));
        Assert.Empty(Items(await pair.OntvangerClient.AskAsync("/giften")));
        var told = await tijdbank.Events.FirstAsync<UrenGedoneerd>(item => item.GiftId == gift.Id());
        Assert.Equal((pair.Gever, pair.Ontvanger, "persoon", 90, false), (told.VanRekeningId, told.NaarRekeningId, told.OntvangerSoort, told.DurationMinutes, told.Anoniem));
        Assert.True(await tijdbank.AddsUpToZeroAsync());
    }

    [Fact]
    public async Task An_anonymous_gift_shows_its_giver_nowhere_on_the_side_that_receives()
    {
        using var pair = await Gevers.MakeAsync(tijdbank);
        var gift = await pair.GiveAsync(pair.ToPerson(45, anonymous: true));

        Assert.Equal((255, 45), await pair.MinutesAsync());
        var statement = await pair.OntvangerClient.AskAsync($"/rekeningen/{pair.Ontvanger}/mutaties");
        var entry = Assert.Single(Items(statement));
        Assert.Equal(Systeemrekening.Giften.ToString(), entry.Text("tegenrekeningId"));
        var transfer = await pair.OntvangerClient.AskAsync($"/overboekingen/{entry.Text("overboekingId")}");
        var list = await pair.OntvangerClient.AskAsync("/giften?richting=ontvangen");
        var one = await pair.OntvangerClient.AskAsync($"/giften/{gift.Id()}");
        Assert.Equal((200, 200, 200), (transfer.Status, list.Status, one.Status));
        var told = await tijdbank.Events.FirstAsync<UrenGedoneerd>(item => item.GiftId == gift.Id());
        Assert.Equal((null, true), (told.VanRekeningId, told.Anoniem));
        foreach (var text in new[] { statement.Body.GetRawText(), transfer.Body.GetRawText(), list.Body.GetRawText(), one.Body.GetRawText(), JsonSerializer.Serialize(told) })
        {
            Assert.DoesNotContain(pair.Gever.ToString(), text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(pair.GeverPartner.ToString(), text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(gift.Text("overboekingId")!, text, StringComparison.OrdinalIgnoreCase);
        }

        Assert.Equal(404, (await pair.OntvangerClient.AskAsync($"/overboekingen/{gift.Text("overboekingId")}")).Status);
        Assert.NotEqual(8, Guid.Parse(gift.Text("overboekingId")!).Version);
        Assert.Equal(0, await tijdbank.BalanceAsync(Systeemrekening.Giften));
    }

    [Fact]
    public async Task Who_gave_anonymously_sees_what_they_gave_and_to_whom()
    {
        using var pair = await Gevers.MakeAsync(tijdbank);
        var gift = await pair.GiveAsync(pair.ToPerson(45, anonymous: true));
        var line = Assert.Single(Items(await pair.GeverClient.AskAsync("/giften")));
        Assert.Equal((pair.Gever.ToString(), pair.Ontvanger.ToString()), (line.Text("vanRekeningId"), line.Text("naarRekeningId")));
        var entry = Items(await pair.GeverClient.AskAsync($"/rekeningen/{pair.Gever}/mutaties"))[0];
        Assert.Equal((line.Text("overboekingId"), Systeemrekening.Giften.ToString()), (entry.Text("overboekingId"), entry.Text("tegenrekeningId")));
        using var stranger = tijdbank.Partner(TestId.Guid());
        Assert.Equal(404, (await stranger.AskAsync($"/giften/{gift.Id()}")).Status);
    }

    [Fact]
    public async Task An_organisation_without_an_account_gets_one_also_when_many_give_at_once()
    {
        using var pair = await Gevers.MakeAsync(tijdbank);
        var organisation = TestId.Guid();
        var gifts = await Task.WhenAll(Enumerable.Range(0, 6).Select(number =>
            pair.GeverClient.SendAsync("/giften", Gevers.Body(pair.Gever, "partnerId", organisation, 10, anonymous: number % 2 == 0))));

        Assert.All(gifts, gift => Assert.Equal((201, "organisatie"), (gift.Status, gift.Body.Text("ontvangerSoort"))));
        using var receiver = tijdbank.Partner(organisation);
        Assert.Equal(60, Items(await receiver.AskAsync("/rekeningen"))[0].GetProperty("saldoMinuten").GetInt64());
        Assert.Equal(6, Items(await receiver.AskAsync("/giften?richting=ontvangen")).Count);
        Assert.True(await tijdbank.AddsUpToZeroAsync());
    }

    [Fact]
    public async Task Gifts_at_once_never_give_more_than_there_is()
    {
        using var pair = await Gevers.MakeAsync(tijdbank, balanceMinutes: 100);
        var gifts = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => pair.GeverClient.SendAsync("/giften", pair.ToPerson(40, anonymous: number % 2 == 0))));
        Assert.Equal(2, gifts.Count(gift => gift.Status == 201));
        Assert.All(gifts.Where(gift => gift.Status != 201), gift => Assert.Equal((422, "tijdbank.overboeking.saldo-ontoereikend"), (gift.Status, gift.Body.Code())));
        Assert.Equal((20, 80), await pair.MinutesAsync());
        Assert.Equal(2, Items(await pair.GeverClient.AskAsync("/giften")).Count);
    }

    [Fact]
    public async Task The_same_key_gives_once()
    {
        using var pair = await Gevers.MakeAsync(tijdbank);
        var key = TestId.New();
        var first = await pair.GeverClient.SendAsync("/giften", pair.ToPerson(30, anonymous: true), key);
        var again = await pair.GeverClient.SendAsync("/giften", pair.ToPerson(30, anonymous: true), key);
        Assert.Equal((201, first.Body.GetRawText()), (again.Status, again.Body.GetRawText()));
        Assert.Equal((270, 30), await pair.MinutesAsync());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Hours_that_only_count_are_not_given(bool anonymous)
    {
        using var pair = await Gevers.MakeAsync(tijdbank);
        await tijdbank.LimitAsync(pair.Gever, spendable: false);
        await RefusedAsync(pair, pair.ToPerson(10, anonymous), 422, "tijdbank.overboeking.niet-besteedbaar");
    }

    [Fact]
    public async Task A_receiver_that_may_hold_no_more_is_told_as_such_and_nothing_stays_in_between()
    {
        using var pair = await Gevers.MakeAsync(tijdbank);
        await tijdbank.LimitAsync(pair.Ontvanger, maximum: 20);
        await RefusedAsync(pair, pair.ToPerson(21, anonymous: true), 422, "tijdbank.overboeking.saldo-te-hoog");
        Assert.Equal(0, await tijdbank.BalanceAsync(Systeemrekening.Giften));
    }

    [Fact]
    public async Task Who_cannot_give_or_receive_is_refused_with_a_code()
    {
        using var pair = await Gevers.MakeAsync(tijdbank);
        var (strange, third) = (await tijdbank.AccountAsync(TestId.Guid(), 100), await tijdbank.AccountAsync(pair.GeverPartner));
        await RefusedAsync(pair, Gevers.Body(strange, "rekeningId", pair.Ontvanger, 5), 422, "tijdbank.overboeking.rekening-onbekend");
        await RefusedAsync(pair, Gevers.Body(pair.Ontvanger, "rekeningId", third, 5, anonymous: true), 403, "tijdbank.overboeking.rekening-niet-van-u");
        await RefusedAsync(pair, Gevers.Body(pair.Gever, "rekeningId", strange, 5, anonymous: true), 422, "tijdbank.gift.ontvanger-onbekend");
        await RefusedAsync(pair, Gevers.Body(pair.Gever, "rekeningId", Systeemrekening.Uitgifte, 5, anonymous: true), 422, "tijdbank.gift.ontvanger-onbekend");
        await RefusedAsync(pair, Gevers.Body(pair.Gever, "rekeningId", pair.Gever, 5, anonymous: true), 422, "tijdbank.gift.zelfde-rekening");
        await RefusedAsync(pair, Gevers.Body(pair.Gever, "wijkpotId", TestId.Guid(), 5), 422, "tijdbank.gift.ontvanger-onbekend");
        await RefusedAsync(pair, Gevers.Body(pair.Gever, "partnerId", Guid.Empty, 5), 422, "tijdbank.gift.ontvanger-onbekend");
    }

    [Theory]
    [InlineData("\"naar\":{},\"duurMinuten\":5", 422, "tijdbank.gift.ontvanger-onduidelijk")]
    [InlineData("\"naar\":{\"partnerId\":\"019a0000-0000-7000-8000-000000000001\",\"wijkpotId\":\"019a0000-0000-7000-8000-000000000001\"},\"duurMinuten\":5", 422, "tijdbank.gift.ontvanger-onduidelijk")]
    [InlineData("\"naar\":null,\"duurMinuten\":5", 400, "verzoek.onleesbaar")]
    [InlineData("\"naar\":NAAR,\"duurMinuten\":0", 400, "verzoek.ongeldig")]
    [InlineData("\"naar\":NAAR,\"duurMinuten\":10081", 400, "verzoek.ongeldig")]
    [InlineData("\"naar\":NAAR", 400, "verzoek.onleesbaar")]
    [InlineData("\"naar\":NAAR,\"duurMinuten\":5,\"bericht\":\"\"", 400, "verzoek.ongeldig")]
    [InlineData("\"naar\":NAAR,\"duurMinuten\":5,\"bericht\":\"LANG\"", 400, "verzoek.ongeldig")]
    [InlineData("\"naar\":NAAR,\"duurMinuten\":5,\"bericht\":\"voor 111222333\"", 422, "tijdbank.gift.bericht-met-bsn")]
    [InlineData("\"naar\":NAAR,\"duurMinuten\":5,\"bericht\":\"a\\u0000b\"", 422, "tijdbank.gift.bericht-onleesbaar")]
    [InlineData("\"naar\":NAAR,\"duurMinuten\":5,\"anoniem\":\"ja\"", 400, "verzoek.onleesbaar")]
    public async Task A_wrong_gift_is_refused(string members, int status, string code)
    {
        using var pair = await Gevers.MakeAsync(tijdbank);
        var json = $$"""{"vanRekeningId":"{{pair.Gever}}",{{members}}}"""
            .Replace("NAAR", $$"""{"rekeningId":"{{pair.Ontvanger}}"}""", StringComparison.Ordinal)
            .Replace("LANG", new string('a', 201), StringComparison.Ordinal);
        await RefusedAsync(pair, json, status, code);
    }

    [Fact]
    public async Task Giving_warns_when_little_is_left()
    {
        using var pair = await Gevers.MakeAsync(tijdbank, balanceMinutes: 100);
        Assert.Null((await pair.GiveAsync(pair.ToPerson(39))).Text("waarschuwingen"));
        var warned = await pair.GiveAsync(pair.ToPerson(1, anonymous: true));
        Assert.Equal("tijdbank.rekening.bijna-op", warned.GetProperty("waarschuwingen")[0].Text("code"));
        var account = await pair.GeverClient.AskAsync($"/rekeningen/{pair.Gever}");
        Assert.Equal("tijdbank.rekening.bijna-op", account.Body.GetProperty("waarschuwingen")[0].Text("code"));
    }

    [Fact]
    public async Task A_list_of_gifts_goes_on_where_the_page_before_it_ended()
    {
        using var pair = await Gevers.MakeAsync(tijdbank);
        for (var number = 1; number <= 5; number++)
            await pair.GiveAsync(pair.ToPerson(number, anonymous: number % 2 == 0));
        List<int> seen = [];
        var next = "";
        while (next is not null)
        {
            var (_, page) = await pair.GeverClient.AskAsync($"/giften?limit=2{next}");
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("duurMinuten").GetInt32()));
            next = page.Text("volgende") is { } cursor ? $"&cursor={cursor}" : null;
        }

        Assert.Equal([5, 4, 3, 2, 1], seen);
        Assert.Equal((400, "verzoek.cursor-ongeldig"), Short(await pair.GeverClient.AskAsync("/giften?cursor=x")));
        Assert.Equal((400, "verzoek.ongeldig"), Short(await pair.GeverClient.AskAsync("/giften?richting=beide")));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Gifts_of_who_left_do_not_end_a_page_too_early(bool anonymous)
    {
        using var pair = await Gevers.MakeAsync(tijdbank);
        var stays = await tijdbank.AccountAsync(pair.GeverPartner, 100);
        var first = await pair.GiveAsync(Gevers.Body(stays, "rekeningId", pair.Ontvanger, 1, anonymous));
        await pair.GiveAsync(pair.ToPerson(2, anonymous));
        await pair.GiveAsync(pair.ToPerson(3, anonymous));
        await RemoveAsync(pair.GeverPersoon);
        Assert.Equal([first.Id()], (await pair.GeverClient.AskAsync("/giften?limit=1")).Body.Ids());
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(true, true)]
    [InlineData(false, true)]
    public async Task A_person_who_leaves_takes_the_messages_along(bool giverLeaves, bool anonymous)
    {
        using var pair = await Gevers.MakeAsync(tijdbank);
        var gift = await pair.GiveAsync(pair.ToPerson(30, anonymous, "Groeten van Jansen"));
        var persoon = giverLeaves ? pair.GeverPersoon : pair.OntvangerPersoon;
        await RemoveAsync(persoon);
        await RemoveAsync(persoon);

        Assert.Equal(0L, await tijdbank.ScalarAsync<long>("select count(*) from gift_bericht where gift_id = $1", gift.Id()));
        var (left, stays) = giverLeaves ? (pair.GeverClient, pair.OntvangerClient) : (pair.OntvangerClient, pair.GeverClient);
        Assert.Empty(Items(await left.AskAsync(giverLeaves ? "/giften" : "/giften?richting=ontvangen")));
        Assert.Null(Assert.Single(Items(await stays.AskAsync(giverLeaves ? "/giften?richting=ontvangen" : "/giften"))).Text("bericht"));
        Assert.Equal((270, 30), await pair.MinutesAsync());
    }

    private async Task RefusedAsync(Gevers pair, string json, int status, string code)
    {
        var before = await pair.MinutesAsync();
        var refused = await pair.GeverClient.SendAsync("/giften", json);
        Assert.Equal((status, code), (refused.Status, refused.Body.Code()));
        Assert.Equal(before, await pair.MinutesAsync());
        Assert.Empty(Items(await pair.GeverClient.AskAsync("/giften")));
    }

    private async Task RemoveAsync(Guid persoon)
    {
        var messageId = TestId.Guid();
        await tijdbank.PublishAsync(new PersoonVerwijderd { PersoonId = persoon, Version = 2, OpgetredenOp = TimeProvider.System.GetUtcNow() }, messageId);
        await Eventually.Async(() => tijdbank.Deliveries.Finished(messageId) == 1, what: "the removal to be handled");
    }

    private static IReadOnlyList<JsonElement> Items((int Status, JsonElement Body) page) => [.. page.Body.GetProperty("items").EnumerateArray()];

    private static (int, string?) Short((int Status, JsonElement Body) answer) => (answer.Status, answer.Body.Code());
}
