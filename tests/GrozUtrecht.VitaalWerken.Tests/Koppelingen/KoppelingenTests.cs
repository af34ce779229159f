using System.Net;
using System.Text.Json.Nodes;
using GrozUtrecht.Testing;
using GrozUtrecht.VitaalWerken.Contracts;
using static GrozUtrecht.VitaalWerken.Tests.Koppelingen.Koppelwereld;

namespace GrozUtrecht.VitaalWerken.Tests.Koppelingen;

[Collection(VitaalWerkenService.Name)]
public sealed class KoppelingenTests(VitaalWerkenFixture service)
{
    [Fact]
    public async Task Both_sides_say_yes_and_the_other_services_hear_it_once()
    {
        using var world = await StartAsync(service);
        var address = await world.ProposedAsync(by: world.Coordinator);

        using var first = await AgreeAsync(world.Leverancier, address, "\"1\"");
        using var second = await AgreeAsync(world.Bedrijf, address, "\"2\"");
        using var again = await AgreeAsync(world.Bedrijf, address, "\"3\"");

        Assert.Equal("voorgesteld", (string?)(await first.ReadObjectAsync())["status"]);
        var made = await second.ReadObjectAsync();
        Assert.Equal("gemaakt", (string?)made["status"]);
        Assert.Equal("coordinator", (string?)made["voorgesteldDoor"]);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.Equal("\"3\"", again.Headers.ETag!.ToString());
        var @event = await service.Events.FirstAsync<KoppelingMade>(item => item.BedrijfId == world.BedrijfId);
        Assert.Equal((Guid)made["id"]!, @event.KoppelingId);
        Assert.Equal((world.LeverancierId, world.AanbodId, "bewegen", "nieuwegein", 3L),
            (@event.LeverancierId, @event.AanbodId, @event.Onderwerp, @event.Gebied, @event.Version));
        await AssertOneEventAsync(world);
    }

    [Fact]
    public async Task Two_yeses_at_the_same_moment_make_one_koppeling_and_one_event()
    {
        using var world = await StartAsync(service);
        var address = await world.ProposedAsync();

        var answers = await Task.WhenAll(
            AgreeAsync(world.Bedrijf, address, "\"1\""), AgreeAsync(world.Leverancier, address, "\"1\""),
            AgreeAsync(world.Bedrijf, address, "\"1\""), AgreeAsync(world.Leverancier, address, "\"1\""));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
        Assert.Equal(3, answers.Count(answer => answer.StatusCode == HttpStatusCode.PreconditionFailed));
        var last = await Task.WhenAll(AgreeAsync(world.Bedrijf, address, "\"2\""), AgreeAsync(world.Leverancier, address, "\"2\""));
        Assert.All(last, answer => Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.OK, HttpStatusCode.PreconditionFailed }));
        Assert.Equal("gemaakt", (string?)(await GetAsync(world.Bedrijf, address))["status"]);
        await AssertOneEventAsync(world);
    }

    [Fact]
    public async Task A_coordinator_says_yes_or_no_for_neither_side()
    {
        using var world = await StartAsync(service);
        var address = await world.ProposedAsync();

        using var yes = await AgreeAsync(world.Coordinator, address, "\"1\"");
        using var no = await DeclineAsync(world.Coordinator, address, "\"1\"", "te-ver");

        Assert.Equal("403 vitaal-werken.koppeling.niet-aan-u", await yes.ProblemAsync());
        Assert.Equal("403 vitaal-werken.koppeling.niet-aan-u", await no.ProblemAsync());
    }

    [Fact]
    public async Task To_others_a_koppeling_does_not_exist()
    {
        using var world = await StartAsync(service);
        using var stranger = service.Partner();
        using var elsewhere = await service.CoordinatorAsync("papendorp");
        var address = await world.ProposedAsync();
        foreach (var client in new[] { stranger, elsewhere })
        {
            using var get = await client.GetAsync(address);
            using var agree = await AgreeAsync(client, address, "\"1\"");
            using var decline = await DeclineAsync(client, address, "\"1\"", "te-ver");
            using var withdraw = await client.SendJsonAsync(HttpMethod.Put, $"{address}/intrekking", null, "\"1\"");
            foreach (var response in new[] { get, agree, decline, withdraw })
                Assert.Equal("404 vitaal-werken.koppeling.onbekend", await response.ProblemAsync());
            Assert.Empty((await GetAsync(client, $"{Adres}?rol=leverancier"))["items"]!.AsArray());
            Assert.Empty((await GetAsync(client, $"{Adres}?rol=bedrijf"))["items"]!.AsArray());
        }
    }

    [Fact]
    public async Task Of_one_company_and_one_offer_there_is_one_open_koppeling()
    {
        using var world = await StartAsync(service);
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => world.ProposeAsync(world.Bedrijf, Body(world.AanbodId))));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Created);
        Assert.All(
            await Task.WhenAll(answers.Where(answer => answer.StatusCode != HttpStatusCode.Created).Select(answer => answer.ProblemAsync())),
            problem => Assert.Equal("409 vitaal-werken.koppeling.bestaat-al", problem));
        var explained = await GetAsync(world.Bedrijf, $"{world.Voorstellen}/{world.AanbodId}");
        Assert.Equal(["al-gekoppeld"], explained["belemmeringen"]!.AsArray().Select(item => (string?)item!["code"]));
    }

    [Fact]
    public async Task A_koppeling_of_an_older_version_is_not_changed()
    {
        using var world = await StartAsync(service);
        var address = await world.ProposedAsync();
        using var yes = await AgreeAsync(world.Bedrijf, address, "\"1\"");

        using var stale = await DeclineAsync(world.Leverancier, address, "\"1\"", "geen-tijd");
        using var none = await world.Leverancier.SendJsonAsync(HttpMethod.Put, $"{address}/instemming", new JsonObject(), null);

        Assert.Equal("412 verzoek.versie-verouderd", await stale.ProblemAsync());
        Assert.Equal("428 verzoek.versie-ontbreekt", await none.ProblemAsync());
    }

    [Fact]
    public async Task Who_proposed_it_may_withdraw_it_and_nobody_else()
    {
        using var world = await StartAsync(service);
        var address = await world.ProposedAsync(by: world.Coordinator);

        foreach (var client in new[] { world.Bedrijf, world.Leverancier })
        {
            using var refused = await client.SendJsonAsync(HttpMethod.Put, $"{address}/intrekking", null, "\"1\"");
            Assert.Equal("403 vitaal-werken.koppeling.niet-aan-u", await refused.ProblemAsync());
        }

        using var withdrawn = await world.Coordinator.SendJsonAsync(HttpMethod.Put, $"{address}/intrekking", null, "\"1\"");
        using var late = await AgreeAsync(world.Bedrijf, address, "\"2\"");
        Assert.Equal("ingetrokken", (string?)(await withdrawn.ReadObjectAsync())["status"]);
        Assert.Equal("409 vitaal-werken.koppeling.niet-open", await late.ProblemAsync());
        await world.ProposedAsync();
    }

    [Fact]
    public async Task Bad_proposals_are_refused()
    {
        using var world = await StartAsync(service, prijsCenten: null);
        using var stranger = service.Partner();
        using var other = service.Partner();
        var belangstellend = await service.RegisteredAsync(other);
        var (past, backwards, priced) = (Body(world.AanbodId), Body(world.AanbodId), Body(world.AanbodId));
        past["periodeVan"] = Today.AddDays(-1).ToString("O");
        backwards["periodeTotEnMet"] = Today.AddDays(6).ToString("O");
        priced["prijsCenten"] = 100;

        Assert.Equal("422 vitaal-werken.koppeling.periode-ongeldig", await (await world.ProposeAsync(world.Bedrijf, past)).ProblemAsync());
        Assert.Equal("422 vitaal-werken.koppeling.periode-ongeldig", await (await world.ProposeAsync(world.Bedrijf, backwards)).ProblemAsync());
        Assert.Equal("422 vitaal-werken.koppeling.prijs-ongeldig", await (await world.ProposeAsync(world.Bedrijf, priced)).ProblemAsync());
        Assert.Equal("422 vitaal-werken.koppeling.past-niet", await (await world.ProposeAsync(world.Bedrijf, Body(world.AanbodId, 21))).ProblemAsync());
        Assert.Equal("404 vitaal-werken.koppeling.aanbod-onbekend", await (await world.ProposeAsync(world.Bedrijf, Body(TestId.Guid()))).ProblemAsync());
        Assert.Equal("404 vitaal-werken.bedrijf.onbekend", await (await world.ProposeAsync(stranger, Body(world.AanbodId))).ProblemAsync());
        Assert.Equal("404 vitaal-werken.bedrijf.onbekend", await (await world.ProposeAsync(world.Leverancier, Body(world.AanbodId))).ProblemAsync());
        using var notLid = await other.SendJsonAsync(HttpMethod.Post, $"{belangstellend}/koppelingen", Body(world.AanbodId));
        Assert.Equal("409 vitaal-werken.koppeling.bedrijf-geen-lid", await notLid.ProblemAsync());
    }

    // A later event of the same queue has arrived, so a second one of this company would have arrived too.
    private async Task AssertOneEventAsync(Koppelwereld world)
    {
        using var other = await StartAsync(service);
        var address = await other.ProposedAsync();
        (await AgreeAsync(other.Bedrijf, address, "\"1\"")).Dispose();
        (await AgreeAsync(other.Leverancier, address, "\"2\"")).Dispose();
        await service.Events.FirstAsync<KoppelingMade>(item => item.BedrijfId == other.BedrijfId);
        Assert.Single(service.Events.All<KoppelingMade>(), item => item.Event.BedrijfId == world.BedrijfId);
    }
}
