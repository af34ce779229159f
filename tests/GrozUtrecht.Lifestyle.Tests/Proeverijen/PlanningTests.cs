using System.Net;
using System.Text.Json.Nodes;
using GrozUtrecht.Testing;
using static GrozUtrecht.Lifestyle.Tests.Proeverijen.Proeverijwereld;

namespace GrozUtrecht.Lifestyle.Tests.Proeverijen;

[Collection(LifestyleService.Name)]
public sealed class PlanningTests(LifestyleFixture service)
{
    [Fact]
    public async Task A_planned_proeverij_lies_in_the_area_of_its_postcode_and_is_nobody_elses_to_see()
    {
        using var world = await PlanAsync(service);
        using var other = service.Partner();

        var plan = await world.ReadAsync();
        using var hidden = await other.GetAsync(world.Address);

        Assert.Equal(("gepland", "nieuwegein", 0), ((string)plan["status"]!, (string)plan["gebied"]!, (int)plan["kostenCenten"]!));
        Assert.Equal("404 lifestyle.proeverij.onbekend", await hidden.ProblemAsync());
    }

    [Fact]
    public async Task Planning_asks_for_the_scope_of_a_coordinator()
    {
        using var partner = service.Partner();

        using var refused = await partner.SendJsonAsync(HttpMethod.Post, Proeverijwereld.Proeverijen, Plan());

        Assert.Equal("403 toegang.scope-ontbreekt", await refused.ProblemAsync());
    }

    [Theory]
    [InlineData("postcode", "\"1012\"", "422 lifestyle.postcode.onbekend")]
    [InlineData("postcode", "\"3431AB\"", "400 verzoek.ongeldig")]
    [InlineData("begintOp", "\"2020-01-01T10:00:00Z\"", "422 lifestyle.proeverij.in-het-verleden")]
    [InlineData("eindigtOp", "\"2020-01-01T10:00:00Z\"", "422 lifestyle.proeverij.eind-voor-begin")]
    [InlineData("eindigtOp", "\"2040-01-01T10:00:00Z\"", "422 lifestyle.proeverij.meer-dan-een-dag")]
    [InlineData("naam", "\"Bel 111222333\"", "422 lifestyle.tekst.bsn")]
    [InlineData("budgetCenten", "-1", "400 verzoek.ongeldig")]
    public async Task A_plan_that_cannot_be_is_refused(string field, string value, string problem)
    {
        using var coordinator = service.ClientFor(TestId.Guid(), "lifestyle:lezen", "lifestyle:schrijven", "lifestyle:coordineren");
        var body = Plan();
        body[field] = JsonNode.Parse(value);

        using var refused = await coordinator.SendJsonAsync(HttpMethod.Post, Proeverijwereld.Proeverijen, body);

        Assert.Equal(problem, await refused.ProblemAsync());
    }

    [Fact]
    public async Task Rounds_outside_the_day_or_over_each_other_and_rooms_with_one_name_are_refused()
    {
        using var world = await PlanAsync(service);
        var over = Indeling();
        over["rondes"]![1]!["begintOp"] = Day.AddHours(13).AddMinutes(15);
        var twice = Indeling();
        twice["ruimtes"]![1]!["naam"] = "grote zaal";

        using var outside = await world.Coordinator.SendJsonAsync(HttpMethod.Put, $"{world.Address}/indeling", Indeling(9), "\"2\"");
        using var overlap = await world.Coordinator.SendJsonAsync(HttpMethod.Put, $"{world.Address}/indeling", over, "\"2\"");
        using var same = await world.Coordinator.SendJsonAsync(HttpMethod.Put, $"{world.Address}/indeling", twice, "\"2\"");

        Assert.Equal("422 lifestyle.indeling.ronde-buiten-proeverij", await outside.ProblemAsync());
        Assert.Equal("422 lifestyle.indeling.rondes-volgorde", await overlap.ProblemAsync());
        Assert.Equal("422 lifestyle.indeling.ruimte-dubbel", await same.ProblemAsync());
    }

    [Fact]
    public async Task A_change_builds_on_the_version_that_was_seen_and_stays_within_what_was_asked()
    {
        using var world = await PlanAsync(service);
        var aanbieder = await world.AanbiederAsync("Yoga");
        using var invited = await world.InviteAsync(aanbieder.Id, 60_000);

        using var stale = await world.Coordinator.SendJsonAsync(HttpMethod.Put, world.Address, Plan(), "\"1\"");
        using var blind = await world.Coordinator.SendJsonAsync(HttpMethod.Put, world.Address, Plan());
        using var poor = await world.Coordinator.SendJsonAsync(HttpMethod.Put, world.Address, Plan(59_999), "\"3\"");
        using var changed = await world.Coordinator.SendJsonAsync(HttpMethod.Put, world.Address, Plan(60_000), "\"3\"");

        Assert.Equal("412 verzoek.versie-verouderd", await stale.ProblemAsync());
        Assert.Equal("428 verzoek.versie-ontbreekt", await blind.ProblemAsync());
        Assert.Equal("409 lifestyle.proeverij.boven-budget", await poor.ProblemAsync());
        Assert.Equal((60_000, 60_000), await BudgetAsync(changed));
    }

    [Fact]
    public async Task Invitations_never_go_over_the_budget_however_many_are_sent_at_once()
    {
        using var world = await PlanAsync(service, 25_000);
        var aanbieders = await Task.WhenAll(Enumerable.Range(0, 6).Select(index => world.AanbiederAsync($"Proef {index}")));

        var answers = await Task.WhenAll(aanbieders.Select(aanbieder => world.InviteAsync(aanbieder.Id)));

        Assert.Equal(2, answers.Count(answer => answer.StatusCode == HttpStatusCode.Created));
        Assert.Equal("409 lifestyle.proeverij.boven-budget", await answers.First(answer => answer.StatusCode != HttpStatusCode.Created).ProblemAsync());
        Assert.Equal(20_000, (int)(await world.ReadAsync())["kostenCenten"]!);
    }

    [Fact]
    public async Task An_aanbieder_is_invited_once_and_only_when_verified()
    {
        using var world = await PlanAsync(service);
        var (verified, fresh) = (await world.AanbiederAsync("Yoga"), await world.AanbiederAsync("Zang", status: "aangemeld"));
        using var invited = await world.InviteAsync(verified.Id);

        using var again = await world.InviteAsync(verified.Id);
        using var unverified = await world.InviteAsync(fresh.Id);

        Assert.Equal("409 lifestyle.uitnodiging.al-uitgenodigd", await again.ProblemAsync());
        Assert.Equal("422 lifestyle.uitnodiging.aanbieder-ongeldig", await unverified.ProblemAsync());
        Assert.Equal("uitnodigen", (string)(await world.ReadAsync())["status"]!);
    }

    [Fact]
    public async Task The_partner_of_the_aanbieder_answers_and_nobody_else()
    {
        using var world = await PlanAsync(service);
        var aanbieder = await world.AanbiederAsync("Yoga");
        using var invited = await world.InviteAsync(aanbieder.Id);
        var address = $"/lifestyle/v1/uitnodigingen/{(await invited.ReadObjectAsync())["id"]}";

        using var byCoordinator = await world.Coordinator.SendJsonAsync(HttpMethod.Put, $"{address}/toezegging", Toezegging(aanbieder.ActiviteitId));
        using var wrong = await aanbieder.Client.SendJsonAsync(HttpMethod.Put, $"{address}/toezegging", Toezegging(TestId.Guid()));
        using var promised = await aanbieder.Client.SendJsonAsync(HttpMethod.Put, $"{address}/toezegging", Toezegging(aanbieder.ActiviteitId));
        var received = await LifestyleFixture.ItemsAsync(aanbieder.Client, "/lifestyle/v1/uitnodigingen?status=toegezegd");

        Assert.Equal("404 lifestyle.uitnodiging.onbekend", await byCoordinator.ProblemAsync());
        Assert.Equal("422 lifestyle.toezegging.activiteit-ongeldig", await wrong.ProblemAsync());
        Assert.Equal("toegezegd", (string)(await promised.ReadObjectAsync())["status"]!);
        Assert.Equal(2, (int)Assert.Single(received)!["toezeggingen"]![0]!["aantalRondes"]!);
    }

    [Fact]
    public async Task Saying_no_gives_the_money_back_and_saying_yes_after_all_takes_it_again()
    {
        using var world = await PlanAsync(service, 10_000);
        var aanbieder = await world.AanbiederAsync("Yoga");
        using var invited = await world.InviteAsync(aanbieder.Id);
        var address = $"/lifestyle/v1/uitnodigingen/{(await invited.ReadObjectAsync())["id"]}";

        using var declined = await aanbieder.Client.SendJsonAsync(HttpMethod.Post, $"{address}/afzegging", null);
        var free = (int)(await world.ReadAsync())["kostenCenten"]!;
        using var instead = await world.InviteAsync((await world.AanbiederAsync("Zang")).Id);
        using var tooLate = await aanbieder.Client.SendJsonAsync(HttpMethod.Put, $"{address}/toezegging", Toezegging(aanbieder.ActiviteitId));

        Assert.Equal(0, free);
        Assert.Equal(HttpStatusCode.Created, instead.StatusCode);
        Assert.Equal("409 lifestyle.proeverij.boven-budget", await tooLate.ProblemAsync());
    }

    private static async Task<(int Budget, int Costs)> BudgetAsync(HttpResponseMessage response)
    {
        var body = await response.ReadObjectAsync();
        return ((int)body["budgetCenten"]!, (int)body["kostenCenten"]!);
    }
}
