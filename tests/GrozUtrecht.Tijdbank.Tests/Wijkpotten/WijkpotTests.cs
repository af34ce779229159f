using System.Text.Json;
using GrozUtrecht.Testing;
using GrozUtrecht.Tijdbank.Contracts;
using GrozUtrecht.Tijdbank.Tests.Giften;
using GrozUtrecht.Tijdbank.Tests.Http;
using GrozUtrecht.Tijdbank.Tests.Ruil;

namespace GrozUtrecht.Tijdbank.Tests.Wijkpotten;

[Collection(TijdbankCollection.Name)]
public sealed class WijkpotTests(TijdbankFixture tijdbank)
{
    private const string Gebied = "utrecht-oost";
    private readonly Guid beheerder = TestId.Guid();

    [Fact]
    public async Task A_fund_shows_what_came_in_and_what_it_did()
    {
        using var client = tijdbank.Partner(beheerder);
        using var pair = await Gevers.MakeAsync(tijdbank);
        var pot = await OpenAsync(client);
        var gift = await pair.GiveAsync(Gevers.Body(pair.Gever, "wijkpotId", pot, 120, anonymous: true));
        var direct = await pair.GeverClient.SendAsync("/overboekingen", $$"""{"vanRekeningId":"{{pair.Gever}}","naarRekeningId":"{{pot}}","duurMinuten":30}""");
        Assert.Equal(201, direct.Status);
        var receiver = await tijdbank.AccountAsync(beheerder);
        var spent = await client.SendAsync($"/wijkpotten/{pot}/bestedingen", Spend(receiver, 50));
        Assert.Equal(201, spent.Status);

        var (_, seen) = await pair.GeverClient.AskAsync($"/wijkpotten/{pot}");
        var totals = seen.GetProperty("totalen");
        Assert.Equal((100, 150, 50), (seen.GetProperty("saldoMinuten").GetInt32(), totals.GetProperty("ontvangenMinuten").GetInt32(), totals.GetProperty("besteedMinuten").GetInt32()));
        Assert.Equal("minder dan 5", totals.Text("gevers"));
        var line = totals.GetProperty("laatsteBestedingen")[0];
        Assert.Equal((spent.Body.Id(), "Soep koken", "persoon"), (line.Id(), line.Text("doel"), line.Text("ontvangerSoort")));
        Assert.DoesNotContain(receiver.ToString(), seen.GetRawText(), StringComparison.OrdinalIgnoreCase);
        Assert.Equal([spent.Body.Id()], (await pair.GeverClient.AskAsync($"/wijkpotten/{pot}/bestedingen")).Body.Ids());
        Assert.Equal([gift.Id()], (await client.AskAsync("/giften?richting=ontvangen")).Body.Ids());
        Assert.Equal("wijkpot", (await tijdbank.Events.FirstAsync<UrenGedoneerd>(item => item.GiftId == gift.Id())).OntvangerSoort);
        Assert.True(await tijdbank.AddsUpToZeroAsync());
    }

    [Fact]
    public async Task From_five_persons_on_their_number_is_told_and_each_counts_once()
    {
        using var client = tijdbank.Partner(beheerder);
        var pot = await OpenAsync(client);
        for (var number = 1; number <= 5; number++)
        {
            Assert.Equal("minder dan 5", await GiversAsync(client, pot));
            var giver = await tijdbank.AccountAsync(beheerder, 100);
            for (var time = 0; time < 2; time++)
                Assert.Equal(201, (await client.SendAsync("/giften", Gevers.Body(giver, "wijkpotId", pot, 5, anonymous: number % 2 == time))).Status);
        }

        Assert.Equal("5", await GiversAsync(client, pot));
    }

    [Fact]
    public async Task Only_who_manages_a_fund_spends_from_it_and_never_without_a_purpose()
    {
        using var client = tijdbank.Partner(beheerder);
        using var other = tijdbank.Partner(TestId.Guid());
        var (pot, receiver) = (await FilledAsync(client, 100), await tijdbank.AccountAsync(beheerder));
        var path = $"/wijkpotten/{pot}/bestedingen";
        Assert.Equal((403, "tijdbank.wijkpot.niet-van-u"), Short(await other.SendAsync(path, Spend(receiver, 5))));
        Assert.Equal((404, "tijdbank.wijkpot.onbekend"), Short(await client.SendAsync($"/wijkpotten/{TestId.Guid()}/bestedingen", Spend(receiver, 5))));
        Assert.Equal((403, "tijdbank.overboeking.rekening-niet-van-u"), Short(await client.SendAsync(
            "/overboekingen", $$"""{"vanRekeningId":"{{pot}}","naarRekeningId":"{{receiver}}","duurMinuten":5}""")));
        Assert.Equal((403, "tijdbank.overboeking.rekening-niet-van-u"), Short(await client.SendAsync("/giften", Gevers.Body(pot, "rekeningId", receiver, 5))));
        Assert.Equal((422, "tijdbank.overboeking.rekening-onbekend"), Short(await client.SendAsync(path, Spend(await tijdbank.AccountAsync(TestId.Guid()), 5))));
        Assert.Equal((422, "tijdbank.overboeking.zelfde-rekening"), Short(await client.SendAsync(path, Spend(pot, 5))));
        Assert.Equal((422, "tijdbank.overboeking.saldo-ontoereikend"), Short(await client.SendAsync(path, Spend(receiver, 101))));
        Assert.Equal((422, "tijdbank.overboeking.omschrijving-met-bsn"), Short(await client.SendAsync(path, Spend(receiver, 5, "voor 111222333"))));
        Assert.Equal((400, "verzoek.ongeldig"), Short(await client.SendAsync(path, Spend(receiver, 5, "  "))));
        Assert.Equal((400, "verzoek.onleesbaar"), Short(await client.SendAsync(path, $$"""{"naarRekeningId":"{{receiver}}","duurMinuten":5}""")));
        Assert.Equal(100, await tijdbank.BalanceAsync(pot));
    }

    [Fact]
    public async Task Many_who_spend_at_once_spend_no_more_than_there_is_and_a_retry_spends_nothing()
    {
        using var client = tijdbank.Partner(beheerder);
        var (pot, receiver, id) = (await FilledAsync(client, 100), await tijdbank.AccountAsync(beheerder), TestId.Guid());
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(number =>
            client.SendAsync($"/wijkpotten/{pot}/bestedingen", Spend(receiver, 20, id: number < 4 ? id : TestId.Guid()))));
        Assert.Equal(0, await tijdbank.BalanceAsync(pot));
        Assert.Equal(5, answers.Where(answer => answer.Status == 201).Select(answer => answer.Body.Id()).Distinct().Count());
    }

    [Fact]
    public async Task Funds_of_an_area_are_found_by_every_partner()
    {
        using var client = tijdbank.Partner(beheerder);
        using var other = tijdbank.Partner(TestId.Guid());
        var (here, there) = (await OpenAsync(client), await OpenAsync(client, "overvecht"));
        var found = await AllAsync(other, $"?gebied={Gebied}&limit=100");
        Assert.Contains(here, found);
        Assert.DoesNotContain(there, found);
        Assert.Equal((422, "tijdbank.wijkpot.gebied-onbekend"), Short(await other.AskAsync("/wijkpotten?gebied=atlantis")));
    }

    [Fact]
    public async Task A_fund_is_changed_by_who_saw_its_version_and_closed_when_it_is_empty()
    {
        using var client = tijdbank.Partner(beheerder);
        using var other = tijdbank.Partner(TestId.Guid());
        var (pot, receiver) = (await FilledAsync(client, 10), await tijdbank.AccountAsync(beheerder));
        Assert.Equal((428, "verzoek.versie-ontbreekt"), Short(await client.SendAsync(HttpMethod.Put, $"/wijkpotten/{pot}", null, Inhoud())));
        Assert.Equal((403, "tijdbank.wijkpot.niet-van-u"), Short(await other.SendAsync(HttpMethod.Put, $"/wijkpotten/{pot}", 1, Inhoud())));
        var changed = await client.SendAsync(HttpMethod.Put, $"/wijkpotten/{pot}", 1, Inhoud(naam: "Pot van Oost"));
        Assert.Equal((200, "Pot van Oost", 10), (changed.Status, changed.Body.Text("naam"), changed.Body.GetProperty("saldoMinuten").GetInt32()));
        Assert.Equal((412, "verzoek.versie-verouderd"), Short(await client.SendAsync(HttpMethod.Put, $"/wijkpotten/{pot}", 1, Inhoud())));
        Assert.Equal((409, "tijdbank.wijkpot.niet-leeg"), Short(await client.SendAsync(HttpMethod.Post, $"/wijkpotten/{pot}/sluiting", 2)));
        await client.SendAsync($"/wijkpotten/{pot}/bestedingen", Spend(receiver, 10));
        Assert.Equal(200, (await client.SendAsync(HttpMethod.Post, $"/wijkpotten/{pot}/sluiting", 2)).Status);

        Assert.Equal((409, "tijdbank.wijkpot.gesloten"), Short(await client.SendAsync(HttpMethod.Put, $"/wijkpotten/{pot}", 3, Inhoud())));
        Assert.Equal((422, "tijdbank.gift.ontvanger-onbekend"), Short(await client.SendAsync("/giften", Gevers.Body(receiver, "wijkpotId", pot, 1))));
        Assert.Equal((422, "tijdbank.overboeking.rekening-gesloten"), Short(await client.SendAsync(
            "/overboekingen", $$"""{"vanRekeningId":"{{receiver}}","naarRekeningId":"{{pot}}","duurMinuten":1}""")));
        Assert.Equal(10, (await other.AskAsync($"/wijkpotten/{pot}")).Body.GetProperty("totalen").GetProperty("besteedMinuten").GetInt32());
        Assert.DoesNotContain(pot, await AllAsync(other, $"?gebied={Gebied}&limit=100"));
    }

    [Fact]
    public async Task Closing_waits_for_a_gift_that_is_under_way_and_then_finds_it()
    {
        using var client = tijdbank.Partner(beheerder);
        var (pot, giver) = (await OpenAsync(client), await tijdbank.AccountAsync(beheerder, 10));
        var closing = await tijdbank.WhileBookingAsync(
            TijdbankFixture.Transfer(TestId.Guid(), giver, pot, 1, beheerder),
            () => client.SendAsync(HttpMethod.Post, $"/wijkpotten/{pot}/sluiting", 1));
        Assert.Equal((409, "tijdbank.wijkpot.niet-leeg"), Short(closing));
        Assert.Equal(1, await tijdbank.BalanceAsync(pot));
    }

    [Theory]
    [InlineData("naam", "ab", 400, "verzoek.ongeldig")]
    [InlineData("naam", "Pot\nvan Oost", 400, "verzoek.ongeldig")]
    [InlineData("naam", "Pot 111222333", 422, "tijdbank.wijkpot.tekst-met-bsn")]
    [InlineData("doel", "", 400, "verzoek.ongeldig")]
    [InlineData("doel", "a\u0000b", 422, "tijdbank.wijkpot.tekst-onleesbaar")]
    [InlineData("gebied", "atlantis", 422, "tijdbank.wijkpot.gebied-onbekend")]
    public async Task A_wrong_fund_is_not_opened(string name, string value, int status, string code)
    {
        using var client = tijdbank.Partner(beheerder);
        var json = Inhoud(name == "naam" ? value : "Pot", name == "gebied" ? value : Gebied, name == "doel" ? value : "Voor wie hulp zoekt");
        Assert.Equal((status, code), Short(await client.SendAsync("/wijkpotten", json)));
        Assert.Equal(0L, await tijdbank.ScalarAsync<long>("select count(*) from wijkpot where partner_id = $1", beheerder));
    }

    private async Task<Guid> FilledAsync(HttpClient client, int minutes)
    {
        var pot = await OpenAsync(client);
        var giver = await tijdbank.AccountAsync(beheerder, minutes);
        Assert.Equal(201, (await client.SendAsync("/giften", Gevers.Body(giver, "wijkpotId", pot, minutes))).Status);
        return pot;
    }

    private static async Task<Guid> OpenAsync(HttpClient client, string gebied = Gebied)
    {
        var (status, body) = await client.SendAsync("/wijkpotten", Inhoud(gebied: gebied));
        Assert.True(status == 201, body.GetRawText());
        return body.Id();
    }

    private static async Task<string?> GiversAsync(HttpClient client, Guid pot) =>
        (await client.AskAsync($"/wijkpotten/{pot}")).Body.GetProperty("totalen").Text("gevers");

    private static async Task<List<Guid>> AllAsync(HttpClient client, string query) => [.. (await client.AskAsync($"/wijkpotten{query}")).Body.Ids()];

    private static string Inhoud(string naam = "Pot", string gebied = Gebied, string doel = "Voor wie hulp zoekt") =>
        JsonSerializer.Serialize(new { naam, gebied, doel });

    private static string Spend(Guid naar, int minutes, string doel = "Soep koken", Guid? id = null) => id is null
        ? JsonSerializer.Serialize(new { naarRekeningId = naar, duurMinuten = minutes, doel })
        : JsonSerializer.Serialize(new { naarRekeningId = naar, duurMinuten = minutes, doel, id });

    private static (int, string?) Short((int Status, JsonElement Body) answer) => (answer.Status, answer.Body.Code());
}
