using System.Net;
using System.Text.Json.Nodes;
using GrozUtrecht.Lifestyle.Contracts;
using GrozUtrecht.Testing;

namespace GrozUtrecht.Lifestyle.Tests;

[Collection(LifestyleService.Name)]
public sealed class AanbiederTests(LifestyleFixture lifestyle)
{
    [Fact]
    public async Task Who_registers_waits_for_a_coordinator_and_is_seen_by_nobody_else_until_then()
    {
        using var partner = lifestyle.Partner();
        var address = await RegisteredAsync(partner);

        using var stranger = await lifestyle.Partner().GetAsync(address);
        using var judged = await JudgeAsync(address, true);
        using var after = await lifestyle.Partner().GetAsync(address);

        Assert.Equal("404 lifestyle.aanbieder.onbekend", await stranger.ProblemAsync());
        Assert.Equal("geverifieerd", (string?)(await judged.ReadObjectAsync())["status"]);
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
    }

    [Fact]
    public async Task Judging_asks_the_scope_of_a_coordinator_and_a_reason_for_a_no()
    {
        using var partner = lifestyle.Partner();
        var address = await RegisteredAsync(partner);

        using var self = await partner.SendJsonAsync(HttpMethod.Post, $"{address}/beoordeling", new JsonObject { ["geverifieerd"] = true });
        using var silent = await JudgeAsync(address, false);

        Assert.Equal("403 toegang.scope-ontbreekt", await self.ProblemAsync());
        Assert.Equal("422 lifestyle.aanbieder.zonder-reden", await silent.ProblemAsync());
    }

    [Fact]
    public async Task Who_takes_another_name_is_judged_again_and_who_only_tells_more_is_not()
    {
        using var partner = lifestyle.Partner();
        var address = await RegisteredAsync(partner);
        using var judged = await JudgeAsync(address, true);

        using var more = await partner.SendJsonAsync(HttpMethod.Put, address, Aanbieder(body => body["omschrijving"] = "Nu ook op zaterdag."), "\"2\"");
        using var other = await partner.SendJsonAsync(HttpMethod.Put, address, Aanbieder(body => body["naam"] = "Iemand anders"), "\"3\"");
        using var stale = await partner.SendJsonAsync(HttpMethod.Put, address, Aanbieder(), "\"3\"");

        Assert.Equal("geverifieerd", (string?)(await more.ReadObjectAsync())["status"]);
        Assert.Equal("aangemeld", (string?)(await other.ReadObjectAsync())["status"]);
        Assert.Equal("412 verzoek.versie-verouderd", await stale.ProblemAsync());
    }

    [Fact]
    public async Task What_a_verified_aanbieder_offers_is_told_with_its_name_and_nothing_is_told_of_another()
    {
        using var partner = lifestyle.Partner();
        var aanbieder = await RegisteredAsync(partner);
        var activity = await LifestyleFixture.PublishedAsync(partner, body => body["aanbiederId"] = Guid.Parse(aanbieder.Split('/')[^1]));
        var id = Guid.Parse(activity.Split('/')[^1]);

        var published = await lifestyle.Events.FirstAsync<ActiviteitPublished>(told => told.ActiviteitId == id);
        using var judged = await JudgeAsync(aanbieder, true);
        var changed = await lifestyle.Events.FirstAsync<ActiviteitChanged>(told => told.ActiviteitId == id);

        Assert.Null(published.Feiten!.AanbiederNaam);
        Assert.Equal(("Buurtsport Hoograven", published.Version + 1), (changed.Feiten!.AanbiederNaam, changed.Version));
    }

    [Fact]
    public async Task Only_ones_own_aanbieder_can_offer_an_activity()
    {
        using var partner = lifestyle.Partner();
        var aanbieder = Guid.Parse((await RegisteredAsync(partner)).Split('/')[^1]);
        var body = LifestyleFixture.NewActiviteit();
        body["aanbiederId"] = aanbieder;

        using var stranger = await lifestyle.Partner().SendJsonAsync(HttpMethod.Post, LifestyleFixture.Activiteiten, body);

        Assert.Equal("422 lifestyle.activiteit.aanbieder-onbekend", await stranger.ProblemAsync());
    }

    [Fact]
    public async Task Who_still_offers_something_does_not_stop()
    {
        using var partner = lifestyle.Partner();
        var aanbieder = await RegisteredAsync(partner);
        await LifestyleFixture.PublishedAsync(partner, body => body["aanbiederId"] = Guid.Parse(aanbieder.Split('/')[^1]));
        var other = await RegisteredAsync(partner);

        using var refused = await partner.SendJsonAsync(HttpMethod.Post, $"{aanbieder}/beeindiging", null);
        using var stopped = await partner.SendJsonAsync(HttpMethod.Post, $"{other}/beeindiging", null);
        using var judged = await JudgeAsync(other, true);

        Assert.Equal("409 lifestyle.aanbieder.heeft-aanbod", await refused.ProblemAsync());
        Assert.Equal("gestopt", (string?)(await stopped.ReadObjectAsync())["status"]);
        Assert.Equal("409 lifestyle.aanbieder.gestopt", await judged.ProblemAsync());
    }

    [Theory]
    [InlineData("gebieden", "atlantis", "422 lifestyle.gebied.onbekend")]
    [InlineData("website", "javascript:alert(1)", "400 verzoek.ongeldig")]
    [InlineData("naam", "111222333", "422 lifestyle.tekst.bsn")]
    public async Task What_makes_no_sense_is_refused(string field, string value, string expected)
    {
        var body = Aanbieder(json => json[field] = field == "gebieden" ? new JsonArray(value) : value);
        using var response = await lifestyle.Partner().SendJsonAsync(HttpMethod.Post, "/lifestyle/v1/aanbieders", body);
        Assert.Equal(expected, await response.ProblemAsync());
    }

    [Fact]
    public async Task A_coordinator_finds_who_waits()
    {
        using var partner = lifestyle.Partner();
        var address = await RegisteredAsync(partner);
        using var coordinator = Coordinator();

        var waiting = await LifestyleFixture.ItemsAsync(coordinator, "/lifestyle/v1/aanbieders?status=aangemeld&limit=100");

        Assert.Contains(waiting, item => address.EndsWith((string)item!["id"]!, StringComparison.Ordinal));
        Assert.All(waiting, item => Assert.Equal("aangemeld", (string?)item!["status"]));
    }

    private static JsonObject Aanbieder(Action<JsonObject>? change = null)
    {
        var body = new JsonObject
        {
            ["soort"] = "initiatief",
            ["naam"] = "Buurtsport Hoograven",
            ["omschrijving"] = "Bewegen met de buurt.",
            ["gebieden"] = new JsonArray("nieuwegein"),
        };
        change?.Invoke(body);
        return body;
    }

    private static async Task<string> RegisteredAsync(HttpClient partner)
    {
        using var response = await partner.SendJsonAsync(HttpMethod.Post, "/lifestyle/v1/aanbieders", Aanbieder());
        response.EnsureSuccessStatusCode();
        return response.Headers.Location!.ToString();
    }

    private HttpClient Coordinator() => lifestyle.ClientFor(TestId.Guid(), "lifestyle:lezen", "lifestyle:schrijven", "lifestyle:coordineren");

    private Task<HttpResponseMessage> JudgeAsync(string address, bool verified) =>
        Coordinator().SendJsonAsync(HttpMethod.Post, $"{address}/beoordeling", new JsonObject { ["geverifieerd"] = verified });
}
