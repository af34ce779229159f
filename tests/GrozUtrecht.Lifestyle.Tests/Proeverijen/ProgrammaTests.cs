using System.Net;
using System.Text.Json.Nodes;
using Dapper;
using GrozUtrecht.Lifestyle.Contracts;
using GrozUtrecht.Testing;
using static GrozUtrecht.Lifestyle.Tests.Proeverijen.Proeverijwereld;

namespace GrozUtrecht.Lifestyle.Tests.Proeverijen;

[Collection(LifestyleService.Name)]
public sealed class ProgrammaTests(LifestyleFixture service)
{
    [Fact]
    public async Task A_programme_is_composed_fixed_and_then_is_sessions_of_the_activities()
    {
        using var world = await PlanAsync(service);
        var yoga = await world.PromisedAsync("Yoga");
        await world.PromisedAsync("Koken", "dagelijks-functioneren", 3, soort: "keuken");

        using var composed = await world.StepAsync("programma/samenstelling");
        await world.TakeAsync("programma/vaststelling", "openstelling");

        Assert.True((bool)(await composed.ReadObjectAsync())["best"]!);
        var proeven = (await world.ReadAsync("/programma"))["proeven"]!.AsArray();
        Assert.Equal(5, proeven.Count);
        Assert.All(proeven, proef => Assert.Equal((string)proef!["activiteit"]! == "Koken", (string)proef["ruimte"]! == "Keuken"));
        var sessies = (await LifestyleFixture.ItemsAsync(yoga.Client, $"/lifestyle/v1/activiteiten/{yoga.ActiviteitId}/sessies"))
            .Where(sessie => (string)sessie!["soort"]! == "proeverij").ToList();
        Assert.Equal(2, sessies.Count);
        Assert.All(sessies, sessie => Assert.Equal(("3431", "Buurthuis De Driehoek, Grote zaal", 10), ((string)sessie!["postcode"]!, (string)sessie["locatienaam"]!, (int)sessie["capaciteit"]!)));
        using var elsewhere = service.Partner();
        using var seen = await elsewhere.GetAsync(world.Address);
        Assert.False((await seen.ReadObjectAsync()).ContainsKey("budgetCenten"));
    }

    [Fact]
    public async Task What_does_not_fit_is_said_and_the_programme_before_it_stays()
    {
        using var world = await PlanAsync(service);
        await world.PromisedAsync("Yoga", capaciteit: 10);
        await world.TakeAsync("programma/samenstelling");
        await world.PromisedAsync("Vergaderen", capaciteit: 500);

        using var refused = await world.StepAsync("programma/samenstelling");

        Assert.Equal("409 lifestyle.programma.kan-niet", await refused.ProblemAsync());
        Assert.Contains("Vergaderen past in geen enkele ruimte", (string)(await refused.ReadObjectAsync())["detail"]!, StringComparison.Ordinal);
        Assert.Equal(2, (await world.ReadAsync("/programma"))["proeven"]!.AsArray().Count);
    }

    [Fact]
    public async Task Tastings_are_moved_and_swapped_by_hand_and_a_clash_is_refused()
    {
        using var world = await PlanAsync(service);
        var yoga = await world.PromisedAsync("Yoga", rondes: 1);
        await world.PromisedAsync("Koken", rondes: 1, soort: "keuken");
        await world.TakeAsync("programma/samenstelling");
        var layout = await world.ReadAsync("/indeling");
        var (zaal, keuken) = ((Guid)layout["ruimtes"]![0]!["id"]!, (Guid)layout["ruimtes"]![1]!["id"]!);
        var (yogaRound, kokenRound) = (await RoundOfAsync(world, "Yoga"), await RoundOfAsync(world, "Koken"));
        var yogaRoom = await RoomOfAsync(world, "Yoga");

        using var moved = await world.StepAsync("programma/verplaatsing", Move(yogaRound, yogaRoom, 4, zaal));
        using var clash = await world.StepAsync("programma/verplaatsing", Move(kokenRound, keuken, 4, zaal));
        using var nothing = await world.StepAsync("programma/verplaatsing", Move(3, zaal, 4, keuken));
        using var nowhere = await world.StepAsync("programma/verplaatsing", Move(4, zaal, 9, zaal));

        Assert.Equal(HttpStatusCode.OK, moved.StatusCode);
        Assert.Equal(4, await RoundOfAsync(world, "Yoga"));
        Assert.Equal("409 lifestyle.programma.botst", await clash.ProblemAsync());
        Assert.Equal("404 lifestyle.programma.proef-onbekend", await nothing.ProblemAsync());
        Assert.Equal("422 lifestyle.programma.plek-onbekend", await nowhere.ProblemAsync());
        Assert.NotEqual(Guid.Empty, yoga.Id);
    }

    [Fact]
    public async Task A_promise_that_changes_after_composing_must_be_composed_again_before_the_programme_is_fixed()
    {
        using var world = await PlanAsync(service);
        await world.PromisedAsync("Yoga");
        await world.TakeAsync("programma/samenstelling");
        await world.PromisedAsync("Zang");

        using var incomplete = await world.StepAsync("programma/vaststelling");
        await world.TakeAsync("programma/samenstelling", "programma/vaststelling");
        using var again = await world.StepAsync("programma/samenstelling");

        Assert.Equal("409 lifestyle.programma.onvolledig", await incomplete.ProblemAsync());
        Assert.Equal("409 lifestyle.proeverij.stap-kan-niet", await again.ProblemAsync());
    }

    [Fact]
    public async Task The_database_itself_refuses_an_aanbieder_in_two_rooms()
    {
        using var world = await PlanAsync(service);
        await world.PromisedAsync("Yoga", rondes: 2);
        await world.TakeAsync("programma/samenstelling");
        await using var connection = await service.Database.OpenConnectionAsync();

        var refused = await Assert.ThrowsAsync<Npgsql.PostgresException>(() => connection.ExecuteAsync(
            "UPDATE proeven SET ronde = (SELECT max(ronde) FROM proeven WHERE proeverij_id = @Id), ruimte_id = (SELECT id FROM proeverij_ruimtes r WHERE proeverij_id = @Id AND r.id <> ruimte_id LIMIT 1) WHERE proeverij_id = @Id",
            new { world.Id }));

        Assert.Contains(refused.ConstraintName, (string?[])["one_place_at_a_time", "proeven_pkey"]);
    }

    [Fact]
    public async Task A_proeverij_is_held_once_it_is_over_and_the_event_counts_only()
    {
        using var world = await PlanAsync(service);
        await world.PromisedAsync("Yoga");
        await world.TakeAsync("programma/samenstelling", "programma/vaststelling", "openstelling");
        using var early = await world.StepAsync("houding");
        await world.PassAsync();
        await world.TakeAsync("houding");

        var held = await service.Events.FirstAsync<ProeverijHeld>(e => e.ProeverijId == world.Id);
        using var tooLate = await world.StepAsync("afgelasting");

        Assert.Equal("409 lifestyle.proeverij.nog-niet-voorbij", await early.ProblemAsync());
        Assert.Equal(("nieuwegein", 0, 0), (held.Gebied, held.BereiktAantal, held.GeproefdAantal));
        Assert.Equal("409 lifestyle.proeverij.stap-kan-niet", await tooLate.ProblemAsync());
        await world.TakeAsync("afsluiting");
    }

    private static JsonObject Move(int vanRonde, Guid vanRuimte, int naarRonde, Guid naarRuimte) => new()
    {
        ["van"] = new JsonObject { ["ronde"] = vanRonde, ["ruimteId"] = vanRuimte },
        ["naar"] = new JsonObject { ["ronde"] = naarRonde, ["ruimteId"] = naarRuimte },
    };

    private static async Task<JsonNode> ProefAsync(Proeverijwereld world, string activiteit) =>
        (await world.ReadAsync("/programma"))["proeven"]!.AsArray().First(proef => (string)proef!["activiteit"]! == activiteit)!;

    private static async Task<int> RoundOfAsync(Proeverijwereld world, string activiteit) => (int)(await ProefAsync(world, activiteit))["ronde"]!;

    private static async Task<Guid> RoomOfAsync(Proeverijwereld world, string activiteit) => (Guid)(await ProefAsync(world, activiteit))["ruimteId"]!;
}
