using System.Net;
using System.Text.Json.Nodes;
using Dapper;
using GrozUtrecht.Testing;
using GrozUtrecht.VitaalWerken.Features.Inspiratiebijeenkomsten;
using Microsoft.Extensions.DependencyInjection;
using static GrozUtrecht.VitaalWerken.Tests.Inspiratie.Inspiratiewereld;

namespace GrozUtrecht.VitaalWerken.Tests.Inspiratie;

[Collection(VitaalWerkenService.Name)]
public sealed class BelangstellingTests(VitaalWerkenFixture service)
{
    private const string Wrong = "404 vitaal-werken.uitnodigingscode.ongeldig";

    [Fact]
    public async Task The_link_shows_the_meeting_to_whoever_opens_it()
    {
        using var world = await PlannedAsync(service);
        using var issued = await world.Coordinator.SendJsonAsync(HttpMethod.Post, $"{world.Address}/uitnodigingslink", null);
        var link = new Uri((string)(await issued.ReadObjectAsync())["link"]!);

        using var shown = await world.EmployeeAsync(HttpMethod.Get, Uitnodiging, link.Fragment[1..]);

        Assert.Equal("https://groz.test/open/vitaal-werken/meedoen", link.GetLeftPart(UriPartial.Path));
        Assert.Equal("", link.Query);
        var answer = await shown.ReadObjectAsync();
        Assert.Equal("inspiratiebijeenkomst", (string?)answer["soort"]);
        Assert.Equal("De kantine", (string?)answer["inspiratiebijeenkomst"]!["plek"]);
        Assert.Equal("no-store", shown.Headers.CacheControl!.ToString());
        Assert.Equal(0, await service.TracesAsync(link.Fragment[1..]));
    }

    [Fact]
    public async Task A_new_link_replaces_the_one_before_and_is_not_kept_for_a_key()
    {
        using var world = await PlannedAsync(service);
        var first = await world.LinkAsync();
        var second = await world.LinkAsync();

        using var kept = await world.Bedrijf.SendJsonAsync(HttpMethod.Post, $"{world.Address}/uitnodigingslink", null, key: "bewaar");
        using var old = await world.TellAsync(first, "bewegen");
        using var current = await world.TellAsync(second.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal), "bewegen");

        Assert.Equal("400 vitaal-werken.antwoord.niet-bewaard", await kept.ProblemAsync());
        Assert.Equal(Wrong, await old.ProblemAsync());
        Assert.Equal(HttpStatusCode.NoContent, current.StatusCode);
    }

    [Fact]
    public async Task Missing_unknown_and_late_codes_get_the_same_answer()
    {
        using var world = await PlannedAsync(service);
        var code = await world.LinkAsync();
        await world.EndedAsync(daysAgo: 9);

        var answers = new List<string>();
        foreach (var tried in (string?[])[null, "", "ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ", code])
        {
            using var told = await world.TellAsync(tried, "bewegen");
            using var shown = await world.EmployeeAsync(HttpMethod.Get, Uitnodiging, tried);
            answers.Add(await SeenAsync(told));
            answers.Add((await SeenAsync(shown)).Replace("uitnodiging\"", "belangstelling\"", StringComparison.Ordinal));
        }

        Assert.Single(answers.Distinct());
    }

    [Theory]
    [InlineData("""{"onderwerpen": []}""")]
    [InlineData("""{"onderwerpen": ["bewegen", "voeding", "slaap", "werkplek", "zingeving", "geldzorgen"]}""")]
    [InlineData("""{"onderwerpen": ["dansen"]}""")]
    [InlineData("""{"onderwerpen": ["bewegen"], "naam": "Jan"}""")]
    public async Task Interest_is_one_to_five_known_subjects_and_nothing_else(string body)
    {
        using var world = await PlannedAsync(service);
        var code = await world.LinkAsync();

        using var refused = await world.EmployeeAsync(HttpMethod.Put, Belangstelling, code, JsonNode.Parse(body));

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
    }

    [Fact]
    public async Task Nothing_of_the_interest_is_seen_before_it_is_closed_and_then_it_never_changes()
    {
        using var world = await PlannedAsync(service);
        var code = await world.LinkAsync();
        for (var person = 0; person < 12; person++)
            (await world.TellAsync(code, person < 6 ? ["bewegen"] : person < 11 ? ["slaap"] : ["slaap", "voeding"])).EnsureSuccessStatusCode();
        using var during = await world.Bedrijf.GetAsync(world.Address);
        using var early = await world.StepAsync("sluiting", 2, by: world.Coordinator);
        await world.EndedAsync(daysAgo: 1);

        using var byCompany = await world.StepAsync("sluiting", 2);
        using var closed = await world.StepAsync("sluiting", 2, by: world.Coordinator);
        using var again = await world.StepAsync("sluiting", 3, by: world.Coordinator);
        using var late = await world.TellAsync(code, "bewegen");
        using var found = await world.Bedrijf.GetAsync(world.Address);

        Assert.DoesNotContain("belangstelling", (await during.ReadObjectAsync()).ToJsonString(), StringComparison.Ordinal);
        Assert.Equal("409 vitaal-werken.inspiratiebijeenkomst.nog-niet-voorbij", await early.ProblemAsync());
        Assert.Equal("403 toegang.scope-ontbreekt", await byCompany.ProblemAsync());
        Assert.Equal(HttpStatusCode.OK, closed.StatusCode);
        Assert.Equal("409 vitaal-werken.inspiratiebijeenkomst.belangstelling-gesloten", await again.ProblemAsync());
        Assert.Equal(Wrong, await late.ProblemAsync());
        // Six chose bewegen and the same six did not choose slaap: the second number would tell nothing that the first does not.
        var cijfers = (await found.ReadObjectAsync())["belangstelling"]!;
        Assert.Equal(10, (int)cijfers["aantal"]!);
        Assert.Equal("""[{"onderwerp":"bewegen","aantal":5}]""", cijfers["onderwerpen"]!.ToJsonString());
        Assert.Equal(0, await LeftAsync(world.Id));
    }

    [Fact]
    public async Task Interest_of_a_few_is_never_shown()
    {
        using var world = await PlannedAsync(service);
        var code = await world.LinkAsync();
        for (var person = 0; person < 4; person++)
            (await world.TellAsync(code, "geldzorgen")).EnsureSuccessStatusCode();
        await world.EndedAsync(daysAgo: 1);

        using var closed = await world.StepAsync("sluiting", 2, by: world.Coordinator);
        using var found = await world.Bedrijf.GetAsync(world.Address);

        Assert.Equal("""{"onderwerpen":[]}""", (await found.ReadObjectAsync())["belangstelling"]!.ToJsonString());
    }

    [Fact]
    public async Task Who_fills_the_room_with_made_up_answers_cannot_see_when_it_is_full()
    {
        using var world = await PlannedAsync(service, verwachtAantal: 2);
        var code = await world.LinkAsync();
        var answers = new List<string>();

        for (var count = 0; count < 6; count++)
        {
            using var told = await world.TellAsync(code, "bewegen");
            answers.Add(await SeenAsync(told));
        }

        Assert.Single(answers.Distinct());
        Assert.Equal(4, await LeftAsync(world.Id));
    }

    [Fact]
    public async Task After_seven_days_the_figures_are_made_by_themselves()
    {
        using var world = await PlannedAsync(service);
        using var open = await PlannedAsync(service);
        var code = await world.LinkAsync();
        (await world.TellAsync(code, "bewegen")).EnsureSuccessStatusCode();
        await world.EndedAsync(daysAgo: 8);
        await open.EndedAsync(daysAgo: 6);

        await service.Services.GetRequiredService<Belangstellingronde>().RunAsync(TimeProvider.System.GetUtcNow(), CancellationToken.None);

        using var closed = await world.Bedrijf.GetAsync(world.Address);
        using var still = await open.Bedrijf.GetAsync(open.Address);
        Assert.NotNull((await closed.ReadObjectAsync())["belangstelling"]);
        Assert.Null((await still.ReadObjectAsync())["belangstelling"]);
        Assert.Equal(0, await LeftAsync(world.Id));
    }

    [Fact]
    public async Task A_key_of_a_client_keeps_nothing_of_an_employee()
    {
        using var world = await PlannedAsync(service);
        var code = await world.LinkAsync();
        using var partner = service.Partner();

        foreach (var caller in (HttpClient[])[partner, world.Medewerker])
        {
            using var request = new HttpRequestMessage(HttpMethod.Put, Belangstelling)
            {
                Content = new StringContent("""{"onderwerpen": ["bewegen"]}""", System.Text.Encoding.UTF8, "application/json"),
                Headers = { { "uitnodigingscode", code }, { "Idempotency-Key", "bewaar" } },
            };
            using var refused = await caller.SendAsync(request);
            Assert.Equal("400 vitaal-werken.antwoord.niet-bewaard", await refused.ProblemAsync());
        }
    }

    private static async Task<string> SeenAsync(HttpResponseMessage response)
    {
        var body = JsonNode.Parse(await response.Content.ReadAsStringAsync() is { Length: > 0 } text ? text : "{}")!.AsObject();
        body.Remove("instance");
        body.Remove("traceId");
        var headers = response.Headers.Concat(response.Content.Headers).Where(header => header.Key is not ("Date" or "traceparent" or "Content-Length"));
        return $"{(int)response.StatusCode} {string.Join(';', headers.Select(header => $"{header.Key}={string.Join(',', header.Value)}").Order())} {body.ToJsonString()}";
    }

    private async Task<long> LeftAsync(Guid id)
    {
        await using var connection = await service.Database.OpenConnectionAsync();
        return await connection.ExecuteScalarAsync<long>("SELECT count(*) FROM medewerkers.belangstelling WHERE bijeenkomst_id = @id", new { id });
    }
}
