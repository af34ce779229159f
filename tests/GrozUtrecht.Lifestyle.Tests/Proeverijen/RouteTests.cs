using System.Net;
using System.Text.Json.Nodes;
using Dapper;
using GrozUtrecht.Testing;
using static GrozUtrecht.Lifestyle.Tests.Proeverijen.Proeverijwereld;

namespace GrozUtrecht.Lifestyle.Tests.Proeverijen;

[Collection(LifestyleService.Name)]
public sealed class RouteTests(LifestyleFixture service)
{
    [Fact]
    public async Task A_guest_gets_a_route_with_the_wish_in_it_and_no_activity_twice()
    {
        using var world = await OpenAsync(service);
        var body = Gast();
        body["activiteitIds"] = new JsonArray(world.Aanbieders[2].ActiviteitId);

        var route = await world.RegisterAsync(body);

        var proeven = ProevenOf(route);
        Assert.Contains(proeven, proef => (string)proef!["activiteit"]! == "Koken");
        Assert.Equal(proeven.Count, proeven.DistinctBy(proef => (int)proef!["ronde"]!).Count());
        Assert.Equal(3, proeven.Select(proef => (string)proef!["activiteit"]!).Distinct(StringComparer.Ordinal).Count());
        Assert.All(proeven, proef => Assert.Equal("aangemeld", (string)proef!["status"]!));
        var read = await world.ReadAsync($"/routes/{route["id"]}");
        Assert.Equal(proeven.ToJsonString(), ProevenOf(read).ToJsonString());
    }

    [Fact]
    public async Task A_route_of_chosen_tastings_has_these_and_two_in_one_round_are_refused()
    {
        using var world = await OpenAsync(service);
        var proeven = (await world.ReadAsync("/programma"))["proeven"]!.AsArray();
        var chosen = (Guid)proeven[0]!["sessieId"]!;
        var together = proeven.GroupBy(proef => (int)proef!["ronde"]!).First(round => round.Count() > 1).Select(proef => JsonValue.Create((Guid)proef!["sessieId"]!));

        var (own, both) = (Persoon(), Persoon());
        (own["sessieIds"], both["sessieIds"]) = (new JsonArray(chosen), new JsonArray([.. together]));
        var route = await world.RegisterAsync(own);
        using var refused = await world.Coordinator.SendJsonAsync(HttpMethod.Post, $"{world.Address}/routes", both);

        Assert.Equal(chosen, (Guid)Assert.Single(ProevenOf(route))!["sessieId"]!);
        Assert.Equal("422 lifestyle.route.proef-ongeldig", await refused.ProblemAsync());
    }

    [Fact]
    public async Task A_person_has_one_route_and_it_is_for_its_partner_and_the_coordinator()
    {
        using var world = await OpenAsync(service);
        using var neighbour = service.Partner();
        using var stranger = service.Partner();
        var person = TestId.Guid();
        var route = await world.RegisterAsync(Persoon(person), neighbour);

        using var again = await neighbour.SendJsonAsync(HttpMethod.Post, $"{world.Address}/routes", Persoon(person));
        using var hidden = await stranger.GetAsync($"{world.Address}/routes/{route["id"]}");

        Assert.Equal("409 lifestyle.route.al-ingeschreven", await again.ProblemAsync());
        Assert.Equal("404 lifestyle.route.onbekend", await hidden.ProblemAsync());
        Assert.Empty(await LifestyleFixture.ItemsAsync(stranger, $"{world.Address}/routes"));
        var seen = Assert.Single(await LifestyleFixture.ItemsAsync(world.Coordinator, $"{world.Address}/routes"))!.AsObject();
        Assert.Equal(ProevenOf(route).Count, ProevenOf(seen).Count);
    }

    [Fact]
    public async Task A_route_changes_as_a_whole_and_empty_it_gives_up_every_place()
    {
        using var world = await OpenAsync(service);
        var route = await world.RegisterAsync(Persoon());
        var proeven = (await world.ReadAsync("/programma"))["proeven"]!.AsArray();
        var other = proeven.First(proef => ProevenOf(route).All(own => (Guid)own!["sessieId"]! != (Guid)proef!["sessieId"]!))!;

        using var changed = await ChangeAsync(world, route, (Guid)other["sessieId"]!);
        using var wrong = await ChangeAsync(world, route, TestId.Guid());
        using var none = await ChangeAsync(world, route);

        Assert.Equal((Guid)other["sessieId"]!, (Guid)Assert.Single(ProevenOf(await changed.ReadObjectAsync()))!["sessieId"]!);
        Assert.Equal("422 lifestyle.route.proef-ongeldig", await wrong.ProblemAsync());
        Assert.Empty(ProevenOf(await none.ReadObjectAsync()));
        Assert.All((await world.ReadAsync("/programma"))["proeven"]!.AsArray(), proef => Assert.Equal(0, (int)proef!["bezet"]!));
    }

    [Fact]
    public async Task Routes_that_are_asked_at_once_never_fill_a_tasting_over_its_places_and_never_block_each_other()
    {
        using var world = await OpenAsync(service, capaciteit: 3);

        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ =>
            world.Coordinator.SendJsonAsync(HttpMethod.Post, $"{world.Address}/routes", Persoon())));

        var proeven = (await world.ReadAsync("/programma"))["proeven"]!.AsArray();
        var granted = await Task.WhenAll(answers.Where(answer => answer.StatusCode == HttpStatusCode.Created).Select(answer => answer.ReadObjectAsync()));
        Assert.All(proeven, proef => Assert.InRange((int)proef!["bezet"]!, 0, 3));
        Assert.Equal(18, proeven.Sum(proef => (int)proef!["bezet"]!));
        Assert.Equal(18, granted.Sum(route => ProevenOf(route).Count));
        foreach (var refused in answers.Where(answer => answer.StatusCode != HttpStatusCode.Created))
            Assert.Equal("409 lifestyle.route.geen-plaats", await refused.ProblemAsync());
    }

    [Fact]
    public async Task A_route_is_an_agenda_too()
    {
        using var world = await OpenAsync(service);
        var route = await world.RegisterAsync(Gast());

        using var agenda = await world.Coordinator.GetAsync($"{world.Address}/routes/{route["id"]}/agenda");

        Assert.Equal("text/calendar", agenda.Content.Headers.ContentType!.MediaType);
        var text = await agenda.Content.ReadAsStringAsync();
        Assert.Equal(ProevenOf(route).Count, text.Split("BEGIN:VEVENT").Length - 1);
        Assert.DoesNotContain("Bep", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_comes_in_with_a_code_is_there_for_the_whole_route_or_for_the_rounds_that_are_named()
    {
        using var world = await OpenAsync(service);
        var (whole, part) = (await world.RegisterAsync(Gast()), await world.RegisterAsync(Gast()));
        using var early = await world.CheckInAsync(whole);
        await world.PassAsync();

        using var checkedIn = await world.CheckInAsync(whole);
        using var again = await world.CheckInAsync(whole);
        var ronde = (int)ProevenOf(part)[0]!["ronde"]!;
        using var one = await world.CheckInAsync(part, ronde);
        using var nobody = await world.CheckInAsync(new JsonObject { ["code"] = "ZZZZZZ" });

        Assert.Equal("409 lifestyle.route.inchecken-te-vroeg", await early.ProblemAsync());
        Assert.All(ProevenOf(await checkedIn.ReadObjectAsync()), proef => Assert.Equal("aanwezig", (string)proef!["status"]!));
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.All(ProevenOf(await one.ReadObjectAsync()), proef => Assert.Equal((int)proef!["ronde"]! == ronde, (string)proef["status"]! == "aanwezig"));
        Assert.Equal("404 lifestyle.route.onbekend", await nobody.ProblemAsync());
    }

    [Fact]
    public async Task Who_walks_in_later_gets_the_rounds_that_are_still_to_begin()
    {
        using var world = await OpenAsync(service);
        await using var connection = await service.Database.OpenConnectionAsync();
        await connection.ExecuteAsync(
            """
            UPDATE sessies SET begint_op = begint_op - interval '50 days', eindigt_op = eindigt_op - interval '50 days'
            WHERE id IN (SELECT sessie_id FROM proeven WHERE proeverij_id = @Id AND ronde <= 2);
            UPDATE proeverij_rondes SET begint_op = begint_op - interval '50 days', eindigt_op = eindigt_op - interval '50 days'
            WHERE proeverij_id = @Id AND nummer <= 2;
            """,
            new { world.Id });

        var route = await world.RegisterAsync(Gast());

        Assert.All(ProevenOf(route), proef => Assert.True((int)proef!["ronde"]! > 2));
    }

    [Fact]
    public async Task A_proeverij_that_is_called_off_takes_its_sessions_and_everybodys_place_with_it()
    {
        using var world = await OpenAsync(service);
        var route = await world.RegisterAsync(Gast());
        await world.TakeAsync("afgelasting");

        var read = await world.ReadAsync($"/routes/{route["id"]}");
        using var more = await world.Coordinator.SendJsonAsync(HttpMethod.Post, $"{world.Address}/routes", Gast());

        Assert.All(ProevenOf(read), proef => Assert.Equal("vervallen", (string)proef!["status"]!));
        Assert.Equal("409 lifestyle.route.inschrijving-niet-open", await more.ProblemAsync());
    }

    [Fact]
    public async Task A_registration_that_cannot_be_is_refused_and_takes_no_place()
    {
        using var world = await OpenAsync(service);
        (string Body, string Problem)[] cases =
        [
            ("{}", "422 lifestyle.deelname.persoon-of-gast"),
            ("""{"gast":{"naam":"111222333","bereikbaarOp":"0612345678"}}""", "422 lifestyle.tekst.bsn"),
            ("""{"gast":{"naam":"Bep","bereikbaarOp":"nergens"}}""", "400 verzoek.ongeldig"),
            ("""{"persoonId":"0199aa00-0000-7000-8000-000000000001","rondes":[9]}""", "409 lifestyle.route.geen-plaats"),
            ("""{"persoonId":"0199aa00-0000-7000-8000-000000000001","sessieIds":[]}""", "400 verzoek.ongeldig"),
        ];

        foreach (var (body, problem) in cases)
        {
            using var refused = await world.Coordinator.SendTextAsync(HttpMethod.Post, $"{world.Address}/routes", body);
            Assert.Equal(problem, await refused.ProblemAsync());
        }

        Assert.All((await world.ReadAsync("/programma"))["proeven"]!.AsArray(), proef => Assert.Equal(0, (int)proef!["bezet"]!));
    }

    private static Task<HttpResponseMessage> ChangeAsync(Proeverijwereld world, JsonObject route, params Guid[] sessieIds) => world.Coordinator.SendJsonAsync(
        HttpMethod.Put, $"{world.Address}/routes/{route["id"]}/proeven", new JsonObject { ["sessieIds"] = new JsonArray([.. sessieIds.Select(id => JsonValue.Create(id))]) });
}
