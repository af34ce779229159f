using System.Text.Json;
using System.Text.Json.Nodes;
using GrozUtrecht.Identity.Contracts;
using GrozUtrecht.Testing;
using GrozUtrecht.Tijdbank.Tests.Giften;
using GrozUtrecht.Tijdbank.Tests.Http;
using GrozUtrecht.Tijdbank.Tests.Ruil;

namespace GrozUtrecht.Tijdbank.Tests.Gemeenschappen;

[Collection(TijdbankCollection.Name)]
public sealed class GemeenschapTests(TijdbankFixture tijdbank)
{
    private readonly Guid partner = TestId.Guid();

    private HttpClient Operator => tijdbank.ClientFor(TestId.Guid(), "tijdbank:lezen", "tijdbank:schrijven", "tijdbank:beheren");

    [Fact]
    public async Task Its_rules_hold_for_an_account_from_the_moment_that_it_joins()
    {
        using var client = tijdbank.Partner(partner);
        var (id, rekening, other) = (await MakeAsync(("minimumMinuten", -120), ("maximumMinuten", 600)), await tijdbank.AccountAsync(partner), await tijdbank.AccountAsync(partner));
        var (status, rules) = await JoinAsync(client, rekening, id);
        Assert.Equal((200, "-120", "600"), (status, rules.Text("minimumMinuten"), rules.Text("maximumMinuten")));
        Assert.Equal(201, (await client.SendAsync("/giften", Gevers.Body(rekening, "rekeningId", other, 120))).Status);
        Assert.Equal((422, "tijdbank.overboeking.saldo-ontoereikend"), Short(await client.SendAsync("/giften", Gevers.Body(rekening, "rekeningId", other, 1))));
        Assert.Equal(id.ToString(), (await client.AskAsync($"/rekeningen/{rekening}")).Body.Text("gemeenschapId"));

        Assert.Equal((409, "tijdbank.gemeenschap.buiten-grenzen"), Short(await JoinAsync(client, rekening, null)));
        Assert.Equal(201, (await client.SendAsync("/giften", Gevers.Body(other, "rekeningId", rekening, 120))).Status);
        Assert.Equal((200, "0", null), await JoinAsync(client, rekening, null) is var (left, usual) ? (left, usual.Text("minimumMinuten"), usual.Text("gemeenschapId")) : default);
        Assert.True(await tijdbank.AddsUpToZeroAsync());
    }

    [Fact]
    public async Task Hours_that_only_count_cannot_be_spent_until_the_community_says_so()
    {
        using var client = tijdbank.Partner(partner);
        using var beheer = Operator;
        var (id, rekening, other) = (await MakeAsync(("werkwijze", "tellen")), await tijdbank.AccountAsync(partner, 100), await tijdbank.AccountAsync(partner));
        await JoinAsync(client, rekening, id);
        var transfer = $$"""{"vanRekeningId":"{{rekening}}","naarRekeningId":"{{other}}","duurMinuten":5}""";
        Assert.Equal((422, "tijdbank.overboeking.niet-besteedbaar"), Short(await client.SendAsync("/overboekingen", transfer)));
        Assert.Equal((422, "tijdbank.overboeking.niet-besteedbaar"), Short(await client.SendAsync("/giften", Gevers.Body(rekening, "rekeningId", other, 5, anonymous: true))));
        Assert.Equal(200, (await beheer.SendAsync(HttpMethod.Put, $"/gemeenschappen/{id}", 1, Inhoud())).Status);
        Assert.Equal(201, (await client.SendAsync("/overboekingen", transfer)).Status);
    }

    [Fact]
    public async Task A_change_holds_for_all_accounts_or_for_none_and_tells_how_many_stand_in_the_way()
    {
        using var client = tijdbank.Partner(partner);
        using var beheer = Operator;
        var id = await MakeAsync(("maximumMinuten", 600));
        List<Guid> accounts = [];
        foreach (var minutes in new[] { 0, 100, 300, 400 })
        {
            accounts.Add(await tijdbank.AccountAsync(partner, minutes));
            await JoinAsync(client, accounts[^1], id);
        }

        var refused = await beheer.SendAsync(HttpMethod.Put, $"/gemeenschappen/{id}", 1, Inhoud(("maximumMinuten", 200), ("minimumMinuten", -60)));
        Assert.Equal((409, "tijdbank.gemeenschap.buiten-grenzen"), Short(refused));
        Assert.Contains(": 2.", refused.Body.Text("detail"), StringComparison.Ordinal);
        Assert.Equal((0L, 600L), await LimitsAsync(accounts[0]));

        Assert.Equal(200, (await beheer.SendAsync(HttpMethod.Put, $"/gemeenschappen/{id}", 1, Inhoud(("maximumMinuten", 400), ("minimumMinuten", -60)))).Status);
        foreach (var account in accounts)
            Assert.Equal((-60L, 400L), await LimitsAsync(account));
        Assert.Equal((412, "verzoek.versie-verouderd"), Short(await beheer.SendAsync(HttpMethod.Put, $"/gemeenschappen/{id}", 1, Inhoud())));
    }

    [Fact]
    public async Task Narrowing_while_others_pay_leaves_no_account_outside_its_limits()
    {
        using var client = tijdbank.Partner(partner);
        using var beheer = Operator;
        var (id, giver) = (await MakeAsync(("maximumMinuten", 600)), await tijdbank.AccountAsync(partner, 1000));
        var accounts = new[] { await tijdbank.AccountAsync(partner), await tijdbank.AccountAsync(partner) };
        foreach (var account in accounts)
            await JoinAsync(client, account, id);
        var paying = accounts.SelectMany(account => Enumerable.Range(0, 6).Select(_ => client.SendAsync("/giften", Gevers.Body(giver, "rekeningId", account, 50, anonymous: true)))).ToList();
        var narrowing = beheer.SendAsync(HttpMethod.Put, $"/gemeenschappen/{id}", 1, Inhoud(("maximumMinuten", 120)));
        var paid = await Task.WhenAll(paying);
        var changed = (await narrowing).Status;

        Assert.All(paid, answer => Assert.Contains(answer.Status, new[] { 201, 422 }));
        Assert.Contains(changed, new[] { 200, 409 });
        foreach (var account in accounts)
        {
            var (_, maximum) = await LimitsAsync(account);
            Assert.Equal(changed == 200 ? 120 : 600, maximum);
            Assert.InRange(await tijdbank.BalanceAsync(account), 0, maximum!.Value);
        }
    }

    [Fact]
    public async Task Narrowing_waits_for_a_transfer_that_is_under_way_and_then_counts_it()
    {
        using var client = tijdbank.Partner(partner);
        using var beheer = Operator;
        var (id, giver, rekening) = (await MakeAsync(("maximumMinuten", 600)), await tijdbank.AccountAsync(partner, 100), await tijdbank.AccountAsync(partner));
        await JoinAsync(client, rekening, id);
        var narrowing = await tijdbank.WhileBookingAsync(
            TijdbankFixture.Transfer(TestId.Guid(), giver, rekening, 50, partner),
            () => beheer.SendAsync(HttpMethod.Put, $"/gemeenschappen/{id}", 1, Inhoud(("maximumMinuten", 49))));
        Assert.Equal((409, "tijdbank.gemeenschap.buiten-grenzen"), Short(narrowing));
        Assert.Equal((0L, 600L), await LimitsAsync(rekening));
    }

    [Fact]
    public async Task Own_limits_lie_within_those_of_the_community_and_follow_when_these_narrow()
    {
        using var client = tijdbank.Partner(partner);
        using var beheer = Operator;
        var (id, rekening) = (await MakeAsync(("minimumMinuten", -600), ("maximumMinuten", 1200)), await tijdbank.AccountAsync(partner, 50));
        await JoinAsync(client, rekening, id);
        Assert.Equal((422, "tijdbank.limiet.ruimer-dan-gemeenschap"), Short(await LimitAsync(client, rekening, "-601", "null")));
        Assert.Equal((422, "tijdbank.limiet.ruimer-dan-gemeenschap"), Short(await LimitAsync(client, rekening, "0", "1201")));
        Assert.Equal((409, "tijdbank.gemeenschap.buiten-grenzen"), Short(await LimitAsync(client, rekening, "0", "49")));
        Assert.Equal(200, (await LimitAsync(client, rekening, "-300", "900")).Status);
        Assert.Equal((-300L, 900L), await LimitsAsync(rekening));
        Assert.Equal(200, (await beheer.SendAsync(HttpMethod.Put, $"/gemeenschappen/{id}", 1, Inhoud(("minimumMinuten", -100), ("maximumMinuten", 2400)))).Status);
        Assert.Equal((-100L, 900L), await LimitsAsync(rekening));
        await JoinAsync(client, rekening, null);
        Assert.Equal((-300L, 900L), await LimitsAsync(rekening));
    }

    [Theory]
    [InlineData("-2401", "null", 400, "verzoek.ongeldig")]
    [InlineData("1", "null", 400, "verzoek.ongeldig")]
    [InlineData("0", "60001", 400, "verzoek.ongeldig")]
    [InlineData("0", "0", 400, "verzoek.ongeldig")]
    [InlineData("\"0\"", "null", 400, "verzoek.onleesbaar")]
    public async Task Wrong_limits_are_refused(string minimum, string maximum, int status, string code)
    {
        using var client = tijdbank.Partner(partner);
        Assert.Equal((status, code), Short(await LimitAsync(client, await tijdbank.AccountAsync(partner), minimum, maximum)));
    }

    [Fact]
    public async Task Only_who_manages_both_or_an_operator_moves_an_account()
    {
        using var client = tijdbank.Partner(partner);
        using var beheer = Operator;
        var (persoon, own, strange) = (TestId.Guid(), await MakeAsync(("werkwijze", "tellen")), await MakeAsync(("partnerId", TestId.Guid())));
        var rekening = await tijdbank.AccountAsync(partner, 10, persoon);
        var viewer = TestId.Guid();
        await tijdbank.AccountAsync(viewer, 0, persoon);
        using var viewing = tijdbank.Partner(viewer);
        using var stranger = tijdbank.Partner(TestId.Guid());
        Assert.Equal((404, "tijdbank.rekening.onbekend"), Short(await JoinAsync(stranger, rekening, own)));
        Assert.Equal((403, "tijdbank.gemeenschap.niet-van-u"), Short(await JoinAsync(viewing, rekening, own)));
        Assert.Equal((403, "tijdbank.gemeenschap.niet-van-u"), Short(await LimitAsync(viewing, rekening, "0", "null")));
        Assert.Equal((403, "tijdbank.gemeenschap.niet-van-u"), Short(await JoinAsync(client, rekening, strange)));
        Assert.Equal((404, "tijdbank.gemeenschap.onbekend"), Short(await JoinAsync(client, rekening, TestId.Guid())));
        Assert.Equal(200, (await JoinAsync(beheer, rekening, strange)).Status);
        Assert.Equal((403, "tijdbank.gemeenschap.niet-van-u"), Short(await JoinAsync(client, rekening, null)));
        Assert.Equal((403, "tijdbank.gemeenschap.niet-van-u"), Short(await JoinAsync(client, rekening, own)));
        Assert.Equal((403, "toegang.scope-ontbreekt"), Short(await client.SendAsync("/gemeenschappen", Inhoud())));
        Assert.Equal((403, "toegang.scope-ontbreekt"), Short(await client.SendAsync(HttpMethod.Put, $"/gemeenschappen/{own}", 1, Inhoud())));
    }

    [Theory]
    [InlineData("naam", "x", 400, "verzoek.ongeldig")]
    [InlineData("naam", "Groep 111222333", 422, "tijdbank.gemeenschap.tekst-met-bsn")]
    [InlineData("gebied", "atlantis", 422, "tijdbank.gemeenschap.gebied-onbekend")]
    [InlineData("partnerId", "00000000-0000-0000-0000-000000000000", 422, "tijdbank.gemeenschap.partner-ontbreekt")]
    [InlineData("werkwijze", "sparen", 400, "verzoek.onleesbaar")]
    [InlineData("minimumMinuten", -2401, 400, "verzoek.ongeldig")]
    [InlineData("minimumMinuten", 1, 400, "verzoek.ongeldig")]
    [InlineData("maximumMinuten", 60001, 400, "verzoek.ongeldig")]
    [InlineData("signaalgrensMinuten", -1, 400, "verzoek.ongeldig")]
    public async Task A_wrong_community_is_refused(string name, object value, int status, string code)
    {
        using var beheer = Operator;
        Assert.Equal((status, code), Short(await beheer.SendAsync("/gemeenschappen", Inhoud((name, value)))));
    }

    [Fact]
    public async Task Warnings_come_as_near_to_a_limit_as_the_community_says()
    {
        using var client = tijdbank.Partner(partner);
        var (id, rekening) = (await MakeAsync(("maximumMinuten", 600), ("signaalgrensMinuten", 200)), await tijdbank.AccountAsync(partner, 399));
        await JoinAsync(client, rekening, id);
        Assert.Null((await client.AskAsync($"/rekeningen/{rekening}")).Body.Text("waarschuwingen"));
        var giver = await tijdbank.AccountAsync(partner, 100);
        await client.SendAsync("/giften", Gevers.Body(giver, "rekeningId", rekening, 1));
        var warning = Assert.Single((await client.AskAsync($"/rekeningen/{rekening}")).Body.GetProperty("waarschuwingen").EnumerateArray());
        Assert.Equal("tijdbank.rekening.bijna-vol", warning.Text("code"));
    }

    [Fact]
    public async Task A_person_who_leaves_stands_in_the_way_of_no_change()
    {
        using var client = tijdbank.Partner(partner);
        using var beheer = Operator;
        var persoon = TestId.Guid();
        var (id, rekening) = (await MakeAsync(("maximumMinuten", 600)), await tijdbank.AccountAsync(partner, 500, persoon));
        await JoinAsync(client, rekening, id);
        var messageId = TestId.Guid();
        await tijdbank.PublishAsync(new PersoonVerwijderd { PersoonId = persoon, Version = 2, OpgetredenOp = TimeProvider.System.GetUtcNow() }, messageId);
        await Eventually.Async(() => tijdbank.Deliveries.Finished(messageId) == 1, what: "the removal to be handled");
        Assert.Equal(200, (await beheer.SendAsync(HttpMethod.Put, $"/gemeenschappen/{id}", 1, Inhoud(("maximumMinuten", 100)))).Status);
        Assert.Equal(0L, await tijdbank.ScalarAsync<long>("select count(*) from rekening_gemeenschap where rekening_id = $1", rekening));
    }

    private async Task<Guid> MakeAsync(params (string, object)[] changes)
    {
        using var beheer = Operator;
        var (status, body) = await beheer.SendAsync("/gemeenschappen", Inhoud(changes));
        Assert.True(status == 201, body.GetRawText());
        Assert.Equal(200, (await beheer.AskAsync($"/gemeenschappen/{body.Id()}")).Status);
        return body.Id();
    }

    private string Inhoud(params (string Name, object Value)[] changes)
    {
        var body = new JsonObject
        {
            ["naam"] = "Buren van Oost", ["gebied"] = "utrecht-oost", ["partnerId"] = partner, ["werkwijze"] = "besteden", ["minimumMinuten"] = 0,
        };
        foreach (var (name, value) in changes)
            body[name] = JsonSerializer.SerializeToNode(value);
        return body.ToJsonString();
    }

    private static Task<(int Status, JsonElement Body)> JoinAsync(HttpClient client, Guid rekening, Guid? gemeenschap) =>
        client.SendAsync(HttpMethod.Put, $"/rekeningen/{rekening}/gemeenschap", null, gemeenschap is null ? "{}" : $$"""{"gemeenschapId":"{{gemeenschap}}"}""");

    private static Task<(int Status, JsonElement Body)> LimitAsync(HttpClient client, Guid rekening, string minimum, string maximum) =>
        client.SendAsync(HttpMethod.Put, $"/rekeningen/{rekening}/limieten", null, $$"""{"minimumMinuten":{{minimum}},"maximumMinuten":{{maximum}}}""");

    private async Task<(long Minimum, long? Maximum)> LimitsAsync(Guid rekening) => (
        await tijdbank.ScalarAsync<long>("select minimum from grootboek.stand where rekening_id = $1", rekening),
        await tijdbank.ScalarAsync<long>("select coalesce(maximum, -1) from grootboek.stand where rekening_id = $1", rekening));

    private static (int, string?) Short((int Status, JsonElement Body) answer) => (answer.Status, answer.Body.Code());
}
