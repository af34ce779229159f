using System.Net;
using System.Text.Json.Nodes;
using Dapper;
using GrozUtrecht.Identity.Contracts;
using GrozUtrecht.Lifestyle.Features.Proeverijen;
using GrozUtrecht.Testing;
using Microsoft.Extensions.DependencyInjection;
using static GrozUtrecht.Lifestyle.Tests.Proeverijen.Proeverijwereld;

namespace GrozUtrecht.Lifestyle.Tests.Proeverijen;

[Collection(LifestyleService.Name)]
public sealed class VerslagTests(LifestyleFixture service)
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    [Fact]
    public async Task An_experience_is_given_with_the_code_after_check_in_changed_until_closing_and_leads_to_the_real_activity()
    {
        using var world = await OpenAsync(service);
        var route = await world.RegisterAsync(Gast());
        var proef = ProevenOf(route)[0]!;
        using var absent = await world.TellAsync(proef);
        await world.PassAsync();
        using var checkedIn = await world.CheckInAsync(route);

        using var told = await world.TellAsync(proef, 4, "misschien", "Leuk");
        using var changed = await world.TellAsync(proef, 5, "ja", "Heel leuk");
        using var wrong = await world.TellAsync(new JsonObject { ["deelnameId"] = (Guid)proef["deelnameId"]!, ["code"] = "000000" });
        using var followed = await world.Coordinator.SendJsonAsync(
            HttpMethod.Post, $"{world.Address}/ervaringen/{proef["deelnameId"]}/vervolg", new JsonObject { ["code"] = (string)proef["code"]! });
        await world.TakeAsync("houding", "afsluiting");
        using var tooLate = await world.TellAsync(proef);

        Assert.Equal("409 lifestyle.ervaring.niet-aanwezig", await absent.ProblemAsync());
        Assert.Equal(HttpStatusCode.OK, told.StatusCode);
        var proposed = (Guid)(await changed.ReadObjectAsync())["vervolg"]!["sessieId"]!;
        Assert.Equal("404 lifestyle.ervaring.proef-onbekend", await wrong.ProblemAsync());
        var deelname = await followed.ReadObjectAsync();
        Assert.Equal((proposed, world.Id), ((Guid)deelname["sessieId"]!, (Guid)deelname["proeverijId"]!));
        Assert.Equal("409 lifestyle.ervaring.afgesloten", await tooLate.ProblemAsync());
        Assert.Equal("Heel leuk", (string)Assert.Single(await LifestyleFixture.ItemsAsync(world.Coordinator, $"{world.Address}/opmerkingen"))!["opmerking"]!);
        Assert.Equal(1, (int)(await world.ReadAsync("/verslag"))["verslag"]!["vervolgAantal"]!);
    }

    [Fact]
    public async Task Who_would_not_come_back_is_proposed_nothing()
    {
        using var world = await OpenAsync(service);
        var route = await world.RegisterAsync(Gast());
        await world.PassAsync();
        using var checkedIn = await world.CheckInAsync(route);
        var proef = ProevenOf(route)[0]!;

        using var told = await world.TellAsync(proef, 1, "nee");
        using var refused = await world.Coordinator.SendJsonAsync(
            HttpMethod.Post, $"{world.Address}/ervaringen/{proef["deelnameId"]}/vervolg", new JsonObject { ["code"] = (string)proef["code"]! });

        Assert.False((await told.ReadObjectAsync()).ContainsKey("vervolg"));
        Assert.Equal("409 lifestyle.vervolg.geen-belangstelling", await refused.ProblemAsync());
    }

    [Fact]
    public async Task The_report_counts_people_once_shows_experience_from_five_answers_on_and_holds_after_erasure_before_and_after_it_is_fixed()
    {
        using var world = await OpenAsync(service);
        Guid[] personen = [.. Enumerable.Range(0, 5).Select(_ => TestId.Guid())];
        List<JsonObject> routes = [];
        foreach (var persoon in personen)
            routes.Add(await world.RegisterAsync(Persoon(persoon)));
        var absent = await world.RegisterAsync(Gast());
        await world.PassAsync();
        foreach (var route in routes)
        {
            using var checkedIn = await world.CheckInAsync(route);
            foreach (var proef in ProevenOf(route).Take(route == routes[0] ? 2 : 3))
                (await world.TellAsync(proef!, 4, "ja", "Wat een middag")).EnsureSuccessStatusCode();
        }

        await world.TakeAsync("houding");
        await ComeBackAsync(world, personen[0], 20);
        await ComeBackAsync(world, personen[0], 30);
        await ComeBackAsync(world, personen[1], 57);

        var before = await VerslagAsync(world);
        await EraseAsync(personen[0]);
        Assert.Equal(before, await VerslagAsync(world));
        var verslag = JsonNode.Parse(before)!.AsObject();
        Assert.Equal((6, 5, 15, 1, 14), Counts(verslag));
        Assert.Equal((30_000, 100_000), ((int)verslag["kostenCenten"]!, (int)verslag["budgetCenten"]!));
        Assert.Equal(1, verslag["perAanbieder"]!.AsArray().Count(one => !one!.AsObject().ContainsKey("ervaring")));
        Assert.All(verslag["perAanbieder"]!.AsArray(), one => Assert.True(one!["ervaring"] is null || (decimal)one["ervaring"]!["gezichtGemiddeld"]! == 4));
        Assert.Equal(3, verslag["perDimensie"]!.AsArray().Count(one => (int)one!["geproefdAantal"]! > 0));

        await world.PassAsync(57);
        await service.Services.GetRequiredService<Verslagronde>().RunAsync(Now, CancellationToken.None);
        await EraseAsync(personen[1]);
        await EraseAsync(personen[2]);

        var settled = await world.ReadAsync("/verslag");
        Assert.Equal(before, settled["verslag"]!.ToJsonString());
        Assert.NotNull(settled["vastgelegdOp"]);
        Assert.Equal("afgesloten", (string)(await world.ReadAsync())["status"]!);
        Assert.Empty(await LifestyleFixture.ItemsAsync(world.Coordinator, $"{world.Address}/opmerkingen"));
        Assert.NotNull(absent["code"]);
    }

    [Fact]
    public async Task After_erasure_no_row_of_the_proeverij_carries_the_person_or_what_they_wrote()
    {
        using var world = await OpenAsync(service);
        var (gone, stays) = (TestId.Guid(), TestId.Guid());
        var body = Persoon(gone);
        body["dimensies"] = new JsonArray("zingeving");
        var (route, other) = (await world.RegisterAsync(body), await world.RegisterAsync(Persoon(stays)));
        await world.PassAsync();
        foreach (var one in (JsonObject[])[route, other])
        {
            using var checkedIn = await world.CheckInAsync(one);
            (await world.TellAsync(ProevenOf(one)[0]!, 3, "misschien", one == route ? "Ik ben Bep" : "Mooi")).EnsureSuccessStatusCode();
        }

        await EraseAsync(gone);

        await using var connection = await service.Database.OpenConnectionAsync();
        var left = await connection.QuerySingleAsync<string>(
            """
            SELECT coalesce(string_agg(row_to_json(r)::text, ''), '') || coalesce((SELECT string_agg(row_to_json(e)::text, '') FROM proeverij_ervaringen e WHERE proeverij_id = @Id), '')
            FROM proeverij_routes r WHERE proeverij_id = @Id
            """,
            new { world.Id });
        Assert.DoesNotContain(gone.ToString(), left, StringComparison.Ordinal);
        Assert.DoesNotContain("Bep", left, StringComparison.Ordinal);
        Assert.DoesNotContain("zingeving", left, StringComparison.Ordinal);
        Assert.Contains("Mooi", left, StringComparison.Ordinal);
        Assert.Equal((2, 2), ((int)(await world.ReadAsync("/verslag"))["verslag"]!["bereiktAantal"]!, (int)(await world.ReadAsync("/verslag"))["verslag"]!["ervaringenAantal"]!));
    }

    [Fact]
    public async Task A_guest_who_registered_for_single_tastings_and_is_forgotten_still_counts_once()
    {
        using var world = await OpenAsync(service);
        var contact = $"{TestId.New()}@voorbeeld.nl";
        var proeven = (await world.ReadAsync("/programma"))["proeven"]!.AsArray().DistinctBy(proef => (int)proef!["ronde"]!).Take(2).ToList();
        List<JsonObject> deelnames = [];
        foreach (var proef in proeven)
        {
            using var registered = await world.Coordinator.SendJsonAsync(HttpMethod.Post, $"/lifestyle/v1/sessies/{proef!["sessieId"]}/deelnames", Gast(contact: contact));
            registered.EnsureSuccessStatusCode();
            deelnames.Add(await registered.ReadObjectAsync());
        }

        await world.PassAsync();
        await using var connection = await service.Database.OpenConnectionAsync();
        await connection.ExecuteAsync(
            "UPDATE deelnames SET status = 'aanwezig', ingecheckt_op = now(), aanwezig_minuten = 25 WHERE id = ANY (@ids)",
            new { ids = deelnames.Select(deelname => (Guid)deelname["id"]!).ToArray() });
        using var forgotten = await world.Coordinator.DeleteAsync($"/lifestyle/v1/deelnames/{deelnames[0]["id"]}/gast");

        Assert.Equal(HttpStatusCode.NoContent, forgotten.StatusCode);
        var verslag = (await world.ReadAsync("/verslag"))["verslag"]!;
        Assert.Equal((1, 2), ((int)verslag["bereiktAantal"]!, (int)verslag["geproefdAantal"]!));
    }

    [Fact]
    public async Task The_report_is_the_coordinators_alone()
    {
        using var world = await OpenAsync(service);
        using var other = service.Partner();

        using var hidden = await other.GetAsync($"{world.Address}/verslag");

        Assert.Equal("404 lifestyle.proeverij.onbekend", await hidden.ProblemAsync());
    }

    private static (int Registered, int Reached, int Tasted, int Back, int Told) Counts(JsonObject verslag) => (
        (int)verslag["ingeschrevenAantal"]!, (int)verslag["bereiktAantal"]!, (int)verslag["geproefdAantal"]!,
        (int)verslag["teruggekomenAantal"]!, (int)verslag["ervaringenAantal"]!);

    private static async Task<string> VerslagAsync(Proeverijwereld world) => (await world.ReadAsync("/verslag"))["verslag"]!.ToJsonString();

    // A regular session so many days after the proeverij, attended by this person.
    private async Task ComeBackAsync(Proeverijwereld world, Guid persoonId, int days)
    {
        var (partner, address) = (service.Partner(), "");
        address = await LifestyleFixture.PublishedAsync(partner);
        await using var connection = await service.Database.OpenConnectionAsync();
        var sessieId = await connection.QuerySingleAsync<Guid>("SELECT id FROM sessies WHERE activiteit_id = @id", new { id = Guid.Parse(address.Split('/')[^1]) });
        using var registered = await partner.SendJsonAsync(HttpMethod.Post, $"/lifestyle/v1/sessies/{sessieId}/deelnames", Persoon(persoonId));
        registered.EnsureSuccessStatusCode();
        await connection.ExecuteAsync(
            """
            UPDATE sessies SET begint_op = (SELECT eindigt_op FROM proeverijen WHERE id = @Id) + @time, eindigt_op = (SELECT eindigt_op FROM proeverijen WHERE id = @Id) + @time + interval '1 hour'
            WHERE id = @sessieId;
            UPDATE deelnames SET status = 'aanwezig', ingecheckt_op = now(), aanwezig_minuten = 60 WHERE sessie_id = @sessieId;
            """,
            new { world.Id, sessieId, time = TimeSpan.FromDays(days) });
    }

    private async Task EraseAsync(Guid persoonId)
    {
        await service.PublishAsync(new PersoonVerwijderd { PersoonId = persoonId, Version = 2, OpgetredenOp = Now });
        await using var connection = await service.Database.OpenConnectionAsync();
        await Eventually.Async(
            async () => await connection.QuerySingleAsync<int>("SELECT count(*)::int FROM proeverij_routes WHERE persoon_id = @persoonId", new { persoonId }) == 0,
            what: "the person to be forgotten");
    }
}
