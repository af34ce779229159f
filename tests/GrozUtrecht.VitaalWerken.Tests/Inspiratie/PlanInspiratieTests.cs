using System.Net;
using System.Text.Json.Nodes;
using Dapper;
using GrozUtrecht.Testing;
using GrozUtrecht.VitaalWerken.Contracts;
using static GrozUtrecht.VitaalWerken.Tests.Inspiratie.Inspiratiewereld;

namespace GrozUtrecht.VitaalWerken.Tests.Inspiratie;

[Collection(VitaalWerkenService.Name)]
public sealed class PlanInspiratieTests(VitaalWerkenFixture service)
{
    [Fact]
    public async Task A_meeting_has_a_programme_with_speakers_of_the_network()
    {
        using var world = await CreateAsync(service);
        var speaker = await service.LeverancierAsync();

        using var planned = await world.Coordinator.SendJsonAsync(HttpMethod.Post, world.OfBedrijf, Plan(onderdelen: Onderdeel(speaker)));
        using var found = await world.Bedrijf.GetAsync(planned.Headers.Location);

        Assert.Equal(HttpStatusCode.Created, planned.StatusCode);
        var answer = await found.ReadObjectAsync();
        Assert.Equal("gepland", (string?)answer["bijeenkomst"]!["status"]);
        Assert.Equal("Praktijk De Proef", (string?)answer["onderdelen"]![0]!["leverancier"]);
        Assert.Null(answer["belangstelling"]);
        Assert.Equal("\"1\"", found.Headers.ETag!.ToString());
    }

    [Fact]
    public async Task A_speaker_is_in_one_place_at_a_time()
    {
        using var one = await CreateAsync(service);
        using var other = await CreateAsync(service);
        var speaker = await service.LeverancierAsync();
        using var first = await one.Bedrijf.SendJsonAsync(HttpMethod.Post, one.OfBedrijf, Plan(onderdelen: Onderdeel(speaker)));

        using var overlapping = await other.Bedrijf.SendJsonAsync(HttpMethod.Post, other.OfBedrijf, Plan(onderdelen: Onderdeel(speaker, 59, 90)));
        using var twice = await other.Bedrijf.SendJsonAsync(
            HttpMethod.Post, other.OfBedrijf, Plan(onderdelen: [Onderdeel(speaker, 60, 90), Onderdeel(speaker, 80, 110)]));
        using var after = await other.Bedrijf.SendJsonAsync(HttpMethod.Post, other.OfBedrijf, Plan(onderdelen: Onderdeel(speaker, 60, 90)));
        using var list = await other.Bedrijf.GetAsync(other.OfBedrijf);

        Assert.Equal(HttpStatusCode.Created, first.StatusCode);
        Assert.Equal("409 vitaal-werken.inspiratiebijeenkomst.spreker-al-bezet", await overlapping.ProblemAsync());
        Assert.Equal("409 vitaal-werken.inspiratiebijeenkomst.spreker-al-bezet", await twice.ProblemAsync());
        Assert.Equal(HttpStatusCode.Created, after.StatusCode);
        Assert.Single((await list.ReadObjectAsync())["items"]!.AsArray());
    }

    [Fact]
    public async Task Of_many_meetings_that_want_the_same_speakers_at_once_one_gets_them()
    {
        // Of different companies, because those of one wait for each other anyhow.
        var worlds = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => CreateAsync(service)));
        var (one, other) = (await service.LeverancierAsync(), await service.LeverancierAsync());

        var answers = await Task.WhenAll(worlds.Select((world, index) => world.Bedrijf.SendJsonAsync(
            HttpMethod.Post,
            world.OfBedrijf,
            Plan(onderdelen: index % 2 == 0 ? [Onderdeel(one), Onderdeel(other, 60, 90)] : [Onderdeel(other, 50, 80), Onderdeel(one, 20, 40)]))));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Created);
        Assert.Equal(7, answers.Count(answer => answer.StatusCode == HttpStatusCode.Conflict));
        Array.ForEach(worlds, world => world.Dispose());
    }

    [Theory]
    [InlineData(0, "422 vitaal-werken.inspiratiebijeenkomst.eind-voor-begin")]
    [InlineData(-60, "422 vitaal-werken.inspiratiebijeenkomst.eind-voor-begin")]
    [InlineData(14, "422 vitaal-werken.inspiratiebijeenkomst.duur-niet-toegestaan")]
    [InlineData(16 * 60, "422 vitaal-werken.inspiratiebijeenkomst.duur-niet-toegestaan")]
    public async Task A_meeting_ends_after_it_begins_on_the_same_day(int minutes, string problem)
    {
        using var world = await CreateAsync(service);

        using var refused = await world.Bedrijf.SendJsonAsync(HttpMethod.Post, world.OfBedrijf, Plan(minutes: minutes));

        Assert.Equal(problem, await refused.ProblemAsync());
    }

    [Fact]
    public async Task A_meeting_lies_ahead_and_its_programme_within_it()
    {
        using var world = await CreateAsync(service);
        var speaker = await service.LeverancierAsync();

        using var past = await world.Bedrijf.SendJsonAsync(HttpMethod.Post, world.OfBedrijf, Plan(Begin.AddDays(-31)));
        using var outside = await world.Bedrijf.SendJsonAsync(HttpMethod.Post, world.OfBedrijf, Plan(onderdelen: Onderdeel(speaker, 90, 121)));
        using var backwards = await world.Bedrijf.SendJsonAsync(HttpMethod.Post, world.OfBedrijf, Plan(onderdelen: Onderdeel(speaker, 60, 30)));
        using var unknown = await world.Bedrijf.SendJsonAsync(HttpMethod.Post, world.OfBedrijf, Plan(onderdelen: Onderdeel(TestId.Guid())));
        using var nobody = await world.Bedrijf.SendJsonAsync(HttpMethod.Post, world.OfBedrijf, Plan(verwachtAantal: 0));

        Assert.Equal("422 vitaal-werken.inspiratiebijeenkomst.niet-in-de-toekomst", await past.ProblemAsync());
        Assert.Equal("422 vitaal-werken.inspiratiebijeenkomst.onderdeel-buiten-tijd", await outside.ProblemAsync());
        Assert.Equal("422 vitaal-werken.inspiratiebijeenkomst.eind-voor-begin", await backwards.ProblemAsync());
        Assert.Equal("422 vitaal-werken.inspiratiebijeenkomst.spreker-niet-actief", await unknown.ProblemAsync());
        Assert.Equal("400 verzoek.ongeldig", await nobody.ProblemAsync());
    }

    [Fact]
    public async Task Changing_a_meeting_frees_the_speakers_that_left_it_and_needs_its_version()
    {
        using var world = await PlannedAsync(service);
        var speaker = await service.LeverancierAsync();

        using var with = await world.Bedrijf.SendJsonAsync(HttpMethod.Put, world.Address, Plan(onderdelen: Onderdeel(speaker)), "\"1\"");
        using var stale = await world.Coordinator.SendJsonAsync(HttpMethod.Put, world.Address, Plan(minutes: 60), "\"1\"");
        using var unsaid = await world.Coordinator.SendJsonAsync(HttpMethod.Put, world.Address, Plan(minutes: 60));
        using var without = await world.Bedrijf.SendJsonAsync(HttpMethod.Put, world.Address, Plan(), "\"2\"");
        using var elsewhere = await world.Bedrijf.SendJsonAsync(HttpMethod.Post, world.OfBedrijf, Plan(onderdelen: Onderdeel(speaker)));

        Assert.Equal(HttpStatusCode.OK, with.StatusCode);
        Assert.Equal("412 verzoek.versie-verouderd", await stale.ProblemAsync());
        Assert.Equal("428 verzoek.versie-ontbreekt", await unsaid.ProblemAsync());
        Assert.Equal(HttpStatusCode.OK, without.StatusCode);
        Assert.Equal(HttpStatusCode.Created, elsewhere.StatusCode);
    }

    [Fact]
    public async Task A_meeting_that_was_held_is_told_once_and_without_a_count_of_a_few()
    {
        using var world = await PlannedAsync(service);
        using var early = await world.StepAsync("houding", 1, Present(12));
        await world.EndedAsync(daysAgo: 1);

        using var held = await world.StepAsync("houding", 1, Present(12));
        using var again = await world.StepAsync("houding", 2, Present(13));
        using var few = await PlannedAsync(service);
        await few.EndedAsync(daysAgo: 1);
        using var fewHeld = await few.StepAsync("houding", 1, Present(4));

        Assert.Equal("409 vitaal-werken.inspiratiebijeenkomst.nog-niet-voorbij", await early.ProblemAsync());
        Assert.Equal(12, (int?)(await held.ReadObjectAsync())["aanwezigAantal"]);
        Assert.Equal("409 vitaal-werken.inspiratiebijeenkomst.stap-niet-toegestaan", await again.ProblemAsync());
        Assert.Null((await fewHeld.ReadObjectAsync())["aanwezigAantal"]);
        Assert.Null((await service.Events.FirstAsync<InspiratieHeld>(item => item.InspiratiebijeenkomstId == few.Id)).AanwezigAantal);
        // The event of the later meeting has come, so a second one of the first would have come too.
        var told = Assert.Single(service.Events.All<InspiratieHeld>(), item => item.Event.InspiratiebijeenkomstId == world.Id);
        Assert.Equal(12, told.Event.AanwezigAantal);
        Assert.Equal("nieuwegein", told.Event.Gebied);
    }

    [Fact]
    public async Task Of_many_who_report_a_meeting_at_once_one_is_heard()
    {
        using var world = await PlannedAsync(service);
        await world.EndedAsync(daysAgo: 1);

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(index => world.StepAsync("houding", 1, Present(10 + index))));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
        Assert.Equal(5, answers.Count(answer => answer.StatusCode == HttpStatusCode.PreconditionFailed));
    }

    [Fact]
    public async Task A_meeting_after_which_nothing_is_agreed_in_fourteen_days_is_overdue()
    {
        using var world = await PlannedAsync(service);
        await world.EndedAsync(daysAgo: 13);
        using var held = await world.StepAsync("houding", 1, Present(12));
        Assert.DoesNotContain(world.Id, await OverdueAsync(world.Coordinator));

        await world.EndedAsync(daysAgo: 15);
        Assert.Contains(world.Id, await OverdueAsync(world.Coordinator));
        using var tomorrow = await world.StepAsync("opvolging", 2, Agreed(daysAgo: -2));
        using var agreed = await world.StepAsync("opvolging", 2, Agreed(daysAgo: 0), world.Coordinator);

        Assert.Equal("422 vitaal-werken.inspiratiebijeenkomst.opvolging-datum", await tomorrow.ProblemAsync());
        Assert.Equal("opgevolgd", (string?)(await agreed.ReadObjectAsync())["status"]);
        Assert.DoesNotContain(world.Id, await OverdueAsync(world.Coordinator));
    }

    [Fact]
    public async Task The_list_of_networks_is_for_their_coordinators()
    {
        using var world = await PlannedAsync(service);
        using var elsewhere = await service.CoordinatorAsync("papendorp");

        using var company = await world.Bedrijf.GetAsync(Bijeenkomsten);
        var own = await AllAsync(world.Coordinator, Bijeenkomsten);
        var others = await AllAsync(elsewhere, Bijeenkomsten);

        Assert.Equal("403 toegang.scope-ontbreekt", await company.ProblemAsync());
        Assert.Contains(world.Id, own);
        Assert.DoesNotContain(world.Id, others);
    }

    [Fact]
    public async Task A_meeting_is_nothing_to_another_partner_nor_to_another_network()
    {
        using var world = await PlannedAsync(service);
        using var stranger = service.Partner();
        using var elsewhere = await service.CoordinatorAsync("papendorp");

        foreach (var caller in (HttpClient[])[stranger, elsewhere])
        {
            using var read = await caller.GetAsync(world.Address);
            using var list = await caller.GetAsync(world.OfBedrijf);
            using var change = await caller.SendJsonAsync(HttpMethod.Put, world.Address, Plan(), "\"1\"");
            using var link = await caller.SendJsonAsync(HttpMethod.Post, $"{world.Address}/uitnodigingslink", null);
            Assert.Equal("404 vitaal-werken.inspiratiebijeenkomst.onbekend", await read.ProblemAsync());
            Assert.Equal("404 vitaal-werken.bedrijf.onbekend", await list.ProblemAsync());
            Assert.Equal("404 vitaal-werken.inspiratiebijeenkomst.onbekend", await change.ProblemAsync());
            Assert.Equal("404 vitaal-werken.inspiratiebijeenkomst.onbekend", await link.ProblemAsync());
        }
    }

    [Fact]
    public async Task A_meeting_that_is_called_off_frees_its_speakers_and_its_link()
    {
        using var world = await PlannedAsync(service);
        var speaker = await service.LeverancierAsync();
        using var with = await world.Bedrijf.SendJsonAsync(HttpMethod.Put, world.Address, Plan(onderdelen: Onderdeel(speaker)), "\"1\"");
        var code = await world.LinkAsync();

        using var off = await world.StepAsync("afgelasting", 3);
        using var told = await world.TellAsync(code, "bewegen");
        await using var connection = await service.Database.OpenConnectionAsync();
        var booked = await connection.ExecuteScalarAsync<long>("SELECT count(*) FROM leveranciersboekingen WHERE leverancier_id = @speaker", new { speaker });

        Assert.Equal("afgelast", (string?)(await off.ReadObjectAsync())["status"]);
        Assert.Equal("404 vitaal-werken.uitnodigingscode.ongeldig", await told.ProblemAsync());
        Assert.Equal(0, booked);
    }

    private static JsonObject Agreed(int daysAgo) => new()
    {
        ["afspraken"] = new JsonArray("medewerkersscan", "koppeling"),
        ["datum"] = Gebieden.NederlandseTijd.DayOf(TimeProvider.System.GetUtcNow()).AddDays(-daysAgo).ToString("O"),
    };

    private static Task<List<Guid>> OverdueAsync(HttpClient coordinator) => AllAsync(coordinator, $"{Bijeenkomsten}?zonderOpvolging=true");

    private static async Task<List<Guid>> AllAsync(HttpClient caller, string path)
    {
        var ids = new List<Guid>();
        string? cursor = null;
        do
        {
            using var page = await caller.GetAsync($"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}limit=100{(cursor is null ? "" : $"&cursor={cursor}")}");
            var answer = await page.ReadObjectAsync();
            ids.AddRange(answer["items"]!.AsArray().Select(item => (Guid)item!["id"]!));
            cursor = (string?)answer["volgende"];
        }
        while (cursor is not null);
        return ids;
    }
}
