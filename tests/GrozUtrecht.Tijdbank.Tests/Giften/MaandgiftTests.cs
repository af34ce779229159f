using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using GrozUtrecht.Identity.Contracts;
using GrozUtrecht.Testing;
using GrozUtrecht.Tijdbank.Data;
using GrozUtrecht.Tijdbank.Domain;
using GrozUtrecht.Tijdbank.Tests.Http;
using GrozUtrecht.Tijdbank.Tests.Ruil;
using Microsoft.Extensions.DependencyInjection;

namespace GrozUtrecht.Tijdbank.Tests.Giften;

/// <summary>Gifts in years to come, so that the rounds of the running service leave them alone.</summary>
[Collection(TijdbankCollection.Name)]
public sealed class MaandgiftTests(TijdbankFixture tijdbank)
{
    [Fact]
    public async Task Each_month_is_given_once_however_many_rounds_there_are_also_when_the_year_turns()
    {
        using var pair = await Gevers.MakeAsync(tijdbank);
        var plan = await PlanAsync(pair, "2029-12-31", 10);
        Assert.Equal("2030-01-10", plan.Text("volgendeDatum"));
        await RoundAsync("2030-01-09");
        Assert.Equal((300, 0), await pair.MinutesAsync());
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => RoundAsync("2030-01-10")));
        await RoundAsync("2030-01-31");
        Assert.Equal((290, 10), await pair.MinutesAsync());
        await RoundAsync("2030-02-10");
        Assert.Equal((280, 20), await pair.MinutesAsync());

        var (status, seen) = await pair.GeverClient.AskAsync($"/maandgiften/{plan.Id()}");
        var last = seen.GetProperty("laatsteBeurt");
        Assert.Equal((200, "2030-03-10", "2030-02-01", "gegeven"), (status, seen.Text("volgendeDatum"), last.Text("maand"), last.Text("uitkomst")));
        var gifts = (await pair.GeverClient.AskAsync("/giften")).Body.Ids();
        Assert.Equal((2, last.Text("giftId")), (gifts.Count, gifts[0].ToString()));
        Assert.True(await tijdbank.AddsUpToZeroAsync());
    }

    [Fact]
    public async Task Rounds_that_were_missed_are_made_up_for_this_month_and_the_one_before()
    {
        using var pair = await Gevers.MakeAsync(tijdbank);
        await PlanAsync(pair, "2030-01-01", 5);
        await RoundAsync("2030-06-20");
        Assert.Equal((280, 20), await pair.MinutesAsync());
    }

    [Fact]
    public async Task Too_little_is_told_and_tried_again_and_given_when_there_is_enough()
    {
        using var pair = await Gevers.MakeAsync(tijdbank, balanceMinutes: 5);
        var id = (await PlanAsync(pair, "2030-01-01", 31 - 3, anonymous: true)).Id();
        await RoundAsync("2030-01-28");
        await RoundAsync("2030-01-28");
        var refused = await LastAsync(pair, id);
        Assert.Equal(("overgeslagen", "1", "tijdbank.overboeking.saldo-ontoereikend"), (refused.Text("uitkomst"), refused.Text("aantalPogingen"), refused.Text("reden")));
        Assert.Contains("Morgen", refused.Text("herinnering"), StringComparison.Ordinal);

        await tijdbank.BookAsync(TijdbankFixture.Transfer(TestId.Guid(), Systeemrekening.Uitgifte, pair.Gever, 20, partnerId: null));
        await RoundAsync("2030-01-29");
        await RoundAsync("2030-01-30");
        Assert.Equal(("gegeven", "2"), ((await LastAsync(pair, id)).Text("uitkomst"), (await LastAsync(pair, id)).Text("aantalPogingen")));
        Assert.Equal((15, 10), await pair.MinutesAsync());
        var received = (await pair.OntvangerClient.AskAsync("/giften?richting=ontvangen")).Body;
        Assert.DoesNotContain(pair.Gever.ToString(), received.GetRawText(), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(404, (await pair.OntvangerClient.AskAsync($"/maandgiften/{id}")).Status);
    }

    [Fact]
    public async Task After_four_days_without_enough_the_month_is_skipped_and_the_next_one_is_not()
    {
        using var pair = await Gevers.MakeAsync(tijdbank, balanceMinutes: 0);
        var id = (await PlanAsync(pair, "2030-01-01", 1)).Id();
        foreach (var day in new[] { "2030-03-01", "2030-03-02", "2030-03-03", "2030-03-04" })
            await RoundAsync(day);
        Assert.EndsWith("Deze maand is overgeslagen.", (await LastAsync(pair, id)).Text("herinnering"), StringComparison.Ordinal);
        await tijdbank.BookAsync(TijdbankFixture.Transfer(TestId.Guid(), Systeemrekening.Uitgifte, pair.Gever, 50, partnerId: null));
        await RoundAsync("2030-03-05");
        Assert.Equal((50, 0), await pair.MinutesAsync());
        await RoundAsync("2030-04-01");
        Assert.Equal((40, 10), await pair.MinutesAsync());
    }

    [Fact]
    public async Task After_its_end_it_is_over()
    {
        using var pair = await Gevers.MakeAsync(tijdbank);
        var id = (await PlanAsync(pair, "2030-01-01", 5, end: "2030-02-20")).Id();
        foreach (var day in new[] { "2030-01-05", "2030-02-05", "2030-03-05" })
            await RoundAsync(day);
        Assert.Equal((280, 20), await pair.MinutesAsync());
        Assert.Equal("afgelopen", (await pair.GeverClient.AskAsync($"/maandgiften/{id}")).Body.Text("status"));
        Assert.Equal(409, (await pair.GeverClient.SendAsync(HttpMethod.Post, $"/maandgiften/{id}/stopzetting", 1)).Status);
    }

    [Fact]
    public async Task It_is_changed_and_stopped_by_who_saw_its_version_and_gives_no_month_twice()
    {
        using var pair = await Gevers.MakeAsync(tijdbank);
        var id = (await PlanAsync(pair, "2030-01-01", 5)).Id();
        await RoundAsync("2030-01-05");
        var path = $"/maandgiften/{id}";
        Assert.Equal((428, "verzoek.versie-ontbreekt"), Short(await pair.GeverClient.SendAsync(HttpMethod.Put, path, null, Body(pair, "2030-01-10", 20))));
        Assert.Equal((404, "tijdbank.maandgift.onbekend"), Short(await pair.OntvangerClient.SendAsync(HttpMethod.Put, path, 1, Body(pair, "2030-01-10", 20))));
        Assert.Equal((200, "30"), ((await pair.GeverClient.SendAsync(HttpMethod.Put, path, 1, Body(pair, "2030-01-10", 20, minutes: 30))) is var (status, body)
            ? (status, body.Text("duurMinuten")) : default));
        Assert.Equal((412, "verzoek.versie-verouderd"), Short(await pair.GeverClient.SendAsync(HttpMethod.Put, path, 1, Body(pair, "2030-01-10", 20))));
        await RoundAsync("2030-01-20");
        Assert.Equal((290, 10), await pair.MinutesAsync());
        await RoundAsync("2030-02-20");
        Assert.Equal((260, 40), await pair.MinutesAsync());
        Assert.Equal(200, (await pair.GeverClient.SendAsync(HttpMethod.Post, $"{path}/stopzetting", 2)).Status);
        await RoundAsync("2030-03-20");
        Assert.Equal((260, 40), await pair.MinutesAsync());
        Assert.Equal((409, "tijdbank.maandgift.gestopt"), Short(await pair.GeverClient.SendAsync(HttpMethod.Post, $"{path}/stopzetting", 3)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_person_who_leaves_gives_and_receives_no_more(bool giverLeaves)
    {
        using var pair = await Gevers.MakeAsync(tijdbank);
        var id = (await PlanAsync(pair, "2030-01-01", 5, bericht: "Groeten van Jansen")).Id();
        await RemoveAsync(giverLeaves ? pair.GeverPersoon : pair.OntvangerPersoon);
        await RoundAsync("2030-01-05");
        Assert.Equal((300, 0), await pair.MinutesAsync());
        Assert.True(await tijdbank.ScalarAsync<bool>("select status = 'gestopt' and bericht is null from maandgift where id = $1", id));
        Assert.Equal(giverLeaves ? 404 : 200, (await pair.GeverClient.AskAsync($"/maandgiften/{id}")).Status);
    }

    [Theory]
    [InlineData("startDatum", "2020-01-01", 422, "tijdbank.maandgift.start-ongeldig")]
    [InlineData("startDatum", "2040-01-01", 422, "tijdbank.maandgift.start-ongeldig")]
    [InlineData("startDatum", "2030-02-30", 400, "verzoek.onleesbaar")]
    [InlineData("eindDatum", "2030-01-04", 422, "tijdbank.maandgift.einde-ongeldig")]
    [InlineData("dagVanDeMaand", 0, 400, "verzoek.ongeldig")]
    [InlineData("dagVanDeMaand", 29, 400, "verzoek.ongeldig")]
    [InlineData("duurMinuten", 0, 400, "verzoek.ongeldig")]
    [InlineData("bericht", "voor 111222333", 422, "tijdbank.gift.bericht-met-bsn")]
    [InlineData("vanRekeningId", "019a0000-0000-7000-8000-000000000001", 422, "tijdbank.overboeking.rekening-onbekend")]
    public async Task A_wrong_plan_is_refused(string name, object value, int status, string code)
    {
        using var pair = await Gevers.MakeAsync(tijdbank);
        var body = JsonNode.Parse(Body(pair, "2030-01-01", 5))!.AsObject();
        body[name] = JsonSerializer.SerializeToNode(value);
        Assert.Equal((status, code), Short(await pair.GeverClient.SendAsync("/maandgiften", body.ToJsonString())));
        Assert.Empty((await pair.GeverClient.AskAsync("/maandgiften")).Body.Ids());
    }

    private static string Body(Gevers pair, string start, int day, int minutes = 10, bool anonymous = false, string? end = null, string? bericht = null)
    {
        var body = JsonNode.Parse(pair.ToPerson(minutes, anonymous, bericht))!.AsObject();
        body["startDatum"] = start;
        body["dagVanDeMaand"] = day;
        if (end is not null)
            body["eindDatum"] = end;
        return body.ToJsonString();
    }

    private static async Task<JsonElement> PlanAsync(
        Gevers pair, string start, int day, bool anonymous = false, string? end = null, string? bericht = null)
    {
        var (status, body) = await pair.GeverClient.SendAsync("/maandgiften", Body(pair, start, day, 10, anonymous, end, bericht));
        Assert.True(status == 201, body.GetRawText());
        return body;
    }

    private static async Task<JsonElement> LastAsync(Gevers pair, Guid id) =>
        (await pair.GeverClient.AskAsync("/maandgiften")).Body.GetProperty("items").EnumerateArray().Single(item => item.Id() == id).GetProperty("laatsteBeurt");

    private Task RoundAsync(string day) => tijdbank.Services.GetRequiredService<Maandgiftronde>()
        .RunAsync(DateTimeOffset.Parse($"{day}T12:00:00Z", CultureInfo.InvariantCulture), CancellationToken.None);

    private async Task RemoveAsync(Guid persoon)
    {
        var messageId = TestId.Guid();
        await tijdbank.PublishAsync(new PersoonVerwijderd { PersoonId = persoon, Version = 2, OpgetredenOp = TimeProvider.System.GetUtcNow() }, messageId);
        await Eventually.Async(() => tijdbank.Deliveries.Finished(messageId) == 1, what: "the removal to be handled");
    }

    private static (int, string?) Short((int Status, JsonElement Body) answer) => (answer.Status, answer.Body.Code());
}
