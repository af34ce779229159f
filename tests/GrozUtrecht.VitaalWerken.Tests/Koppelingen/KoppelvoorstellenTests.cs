using System.Net;
using System.Text.Json.Nodes;
using Dapper;
using GrozUtrecht.Testing;
using static GrozUtrecht.VitaalWerken.Tests.Koppelingen.Koppelwereld;

namespace GrozUtrecht.VitaalWerken.Tests.Koppelingen;

[Collection(VitaalWerkenService.Name)]
public sealed class KoppelvoorstellenTests(VitaalWerkenFixture service)
{
    [Fact]
    public async Task A_company_and_its_coordinator_read_the_best_offers_first_with_why()
    {
        using var world = await StartAsync(service, "geldzorgen");
        foreach (var client in new[] { world.Bedrijf, world.Coordinator })
        {
            var answer = await GetAsync(client, $"{world.Voorstellen}?onderwerpen=geldzorgen&limit=25");
            var items = answer["items"]!.AsArray();

            Assert.Contains(items, item => (Guid)item!["aanbodId"]! == world.AanbodId);
            Assert.Equal(items.Select(item => (int)item!["score"]!).OrderDescending(), items.Select(item => (int)item!["score"]!));
            Assert.All(items, item => Assert.Equal((int)item!["score"]!, item!["waarom"]!.AsArray().Sum(reden => (int)reden!["punten"]!)));
        }
    }

    [Fact]
    public async Task Without_wishes_the_needs_of_the_company_and_what_it_said_in_its_scan_are_followed()
    {
        using var world = await StartAsync(service, "mantelzorg-en-werk", 26_000);
        await ExecuteAsync(
            """
            INSERT INTO bedrijfsscans (bedrijf_id, version, onderwerpen, urgenties, gereedheden, vormen, maximum_prijs_centen, groepsgrootte, dagdelen, ingevuld_op)
            VALUES (@BedrijfId, 1, '{mantelzorg-en-werk,bewegen}', '{1,3}', '{1,3}', '{lezing}', 25000, 21, 0, now())
            """,
            world);

        var list = await GetAsync(world.Bedrijf, world.Voorstellen);
        var explained = await GetAsync(world.Bedrijf, $"{world.Voorstellen}/{world.AanbodId}");
        var wished = await GetAsync(world.Bedrijf, $"{world.Voorstellen}/{world.AanbodId}?vormen=workshop&maximumPrijsCenten=30000&groepsgrootte=12");

        Assert.Equal(["bewegen", "mantelzorg-en-werk"], list["onderwerpen"]!.AsArray().Select(item => (string?)item));
        Assert.Equal(["groepsgrootte", "te-duur"], explained["belemmeringen"]!.AsArray().Select(item => (string?)item!["code"]));
        Assert.Equal((15, 0), (Points(explained, "onderwerp"), Points(explained, "vorm")));
        Assert.True((bool)wished["past"]!);
        Assert.Equal(10, Points(wished, "vorm"));
    }

    [Fact]
    public async Task A_page_holds_at_most_two_offers_of_one_supplier()
    {
        using var world = await StartAsync(service, "slaap", null);
        for (var count = 0; count < 3; count++)
            await service.AanbodAsync(world.LeverancierId, "slaap", prijsCenten: null);

        var answer = await GetAsync(world.Bedrijf, $"{world.Voorstellen}?onderwerpen=slaap&limit=25");

        Assert.Equal(2, answer["items"]!.AsArray().Count(item => (Guid)item!["leverancierId"]! == world.LeverancierId));
    }

    [Fact]
    public async Task An_offer_is_in_the_answer_as_soon_as_it_is_there_and_out_of_it_as_soon_as_it_stops()
    {
        using var world = await StartAsync(service, "zingeving");
        Assert.True(await IsProposedAsync(world));

        await ExecuteAsync("UPDATE aanbod SET status = 'gestopt' WHERE id = @AanbodId", world);

        Assert.False(await IsProposedAsync(world));
        var explained = await GetAsync(world.Bedrijf, $"{world.Voorstellen}/{world.AanbodId}?onderwerpen=zingeving");
        Assert.False((bool)explained["past"]!);
        Assert.Equal(["niet-actief"], explained["belemmeringen"]!.AsArray().Select(item => (string?)item!["code"]));
    }

    [Fact]
    public async Task Why_not_is_answered_for_any_offer_with_everything_that_stands_in_the_way()
    {
        using var world = await StartAsync(service, "voeding", 30_000);

        var explained = await GetAsync(
            world.Bedrijf, $"{world.Voorstellen}/{world.AanbodId}?onderwerpen=slaap&groepsgrootte=100&maximumPrijsCenten=29999");

        Assert.Equal(["onderwerp", "groepsgrootte", "te-duur"], explained["belemmeringen"]!.AsArray().Select(item => (string?)item!["code"]));
        Assert.Equal(9, explained["voorstel"]!["waarom"]!.AsArray().Count);
    }

    [Fact]
    public async Task An_offer_of_a_supplier_that_was_never_admitted_does_not_exist_for_companies()
    {
        using var world = await StartAsync(service);
        await ExecuteAsync("UPDATE leveranciers SET status = 'aangemeld' WHERE id = @LeverancierId", world);

        using var explained = await world.Bedrijf.GetAsync($"{world.Voorstellen}/{world.AanbodId}");
        using var proposed = await world.ProposeAsync(world.Bedrijf, Body(world.AanbodId));

        Assert.Equal("404 vitaal-werken.koppeling.aanbod-onbekend", await explained.ProblemAsync());
        Assert.Equal("404 vitaal-werken.koppeling.aanbod-onbekend", await proposed.ProblemAsync());
    }

    [Fact]
    public async Task A_company_is_never_offered_what_its_own_partner_offers()
    {
        using var world = await StartAsync(service);
        var own = await service.AanbodAsync(await service.LeverancierAsync(world.BedrijfPartnerId));

        var explained = await GetAsync(world.Bedrijf, $"{world.Voorstellen}/{own}");
        using var proposed = await world.ProposeAsync(world.Coordinator, Body(own));

        Assert.Equal(["eigen-aanbod"], explained["belemmeringen"]!.AsArray().Select(item => (string?)item!["code"]));
        Assert.Equal("422 vitaal-werken.koppeling.past-niet", await proposed.ProblemAsync());
    }

    [Fact]
    public async Task Others_do_not_see_the_company()
    {
        using var world = await StartAsync(service);
        using var elsewhere = await service.CoordinatorAsync("papendorp");
        using var stranger = service.Partner();
        foreach (var client in new[] { stranger, elsewhere, world.Leverancier })
        {
            using var list = await client.GetAsync(world.Voorstellen);
            using var one = await client.GetAsync($"{world.Voorstellen}/{world.AanbodId}");
            Assert.Equal("404 vitaal-werken.bedrijf.onbekend", await list.ProblemAsync());
            Assert.Equal("404 vitaal-werken.bedrijf.onbekend", await one.ProblemAsync());
        }
    }

    [Theory]
    [InlineData("onderwerpen=vliegen", 422)]
    [InlineData("vormen=dans", 422)]
    [InlineData("dagdelen=maandag-nacht", 422)]
    [InlineData("periodeVan=2020-01-01", 422)]
    [InlineData("periodeTotEnMet=9999-12-31", 422)]
    [InlineData("groepsgrootte=0", 400)]
    [InlineData("maximumPrijsCenten=-1", 400)]
    [InlineData("limit=26", 400)]
    public async Task A_wish_that_means_nothing_is_refused(string wish, int status)
    {
        using var world = await StartAsync(service);
        using var response = await world.Bedrijf.GetAsync($"{world.Voorstellen}?{wish}");
        Assert.Equal((HttpStatusCode)status, response.StatusCode);
    }

    private static async Task<bool> IsProposedAsync(Koppelwereld world)
    {
        JsonNode answer = await GetAsync(world.Bedrijf, $"{world.Voorstellen}?onderwerpen=zingeving&limit=25");
        return answer["items"]!.AsArray().Any(item => (Guid)item!["aanbodId"]! == world.AanbodId);
    }

    private static int Points(JsonObject explained, string code) =>
        (int)explained["voorstel"]!["waarom"]!.AsArray().Single(reden => (string?)reden!["code"] == code)!["punten"]!;

    private async Task ExecuteAsync(string sql, Koppelwereld world)
    {
        await using var connection = await service.Database.OpenConnectionAsync();
        await connection.ExecuteAsync(sql, new { world.AanbodId, world.LeverancierId, world.BedrijfId });
    }
}
