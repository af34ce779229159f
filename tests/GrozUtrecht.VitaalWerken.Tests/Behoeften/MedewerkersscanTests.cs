using System.Net;
using System.Text.Json.Nodes;
using GrozUtrecht.Testing;
using GrozUtrecht.VitaalWerken.Features.Behoeften;
using Microsoft.Extensions.DependencyInjection;
using static GrozUtrecht.VitaalWerken.Tests.Behoeften.Scanwereld;

namespace GrozUtrecht.VitaalWerken.Tests.Behoeften;

[Collection(VitaalWerkenService.Name)]
public sealed class MedewerkersscanTests(VitaalWerkenFixture service)
{
    private const string Uitnodiging = "/vitaal-werken/v1/medewerkers/uitnodiging";
    private const string Wrong = "404 vitaal-werken.uitnodigingscode.ongeldig";

    [Fact]
    public async Task A_code_shows_the_questions_and_is_used_once()
    {
        using var world = await OpenedAsync(service, "Kantoor", "Magazijn");
        var code = (await world.CodesAsync(1)).Single();

        using var request = new HttpRequestMessage(HttpMethod.Get, Uitnodiging) { Headers = { { "uitnodigingscode", code } } };
        using var shown = await world.Medewerker.SendAsync(request);
        using var told = await world.TellAsync(code.ToLowerInvariant(), Marks(6, "Kantoor"));
        using var again = await world.TellAsync(code, Marks(6, "Kantoor"));

        var scan = (await shown.ReadObjectAsync())["medewerkersscan"]!;
        Assert.Equal(12, scan["vragen"]!.AsArray().Count);
        Assert.Equal("""["Kantoor","Magazijn"]""", scan["groepen"]!.ToJsonString());
        Assert.Equal(HttpStatusCode.NoContent, told.StatusCode);
        Assert.Equal(Wrong, await again.ProblemAsync());
        Assert.Equal(0, await service.TracesAsync(code));
    }

    [Fact]
    public async Task A_code_that_many_use_at_once_works_once()
    {
        using var world = await OpenedAsync(service);
        var code = (await world.CodesAsync(1)).Single();

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => world.TellAsync(code, Marks(6))));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.NoContent);
        Assert.Equal(5, answers.Count(answer => answer.StatusCode == HttpStatusCode.NotFound));
        Assert.Equal(1, await world.CountAsync("SELECT count(*) FROM medewerkers.scanantwoorden WHERE scan_id = @Id"));
    }

    [Fact]
    public async Task Used_unknown_late_and_missing_codes_get_the_same_answer()
    {
        using var world = await OpenedAsync(service);
        var codes = await world.CodesAsync(2);
        using var used = await world.TellAsync(codes[0], Marks(6));
        await world.ExecuteAsync("UPDATE medewerkers.uitnodigingscodes SET geldig_tot_en_met = current_date - 2 WHERE doel_id = @Id");

        var answers = new List<string>();
        foreach (var tried in (string?[])[codes[0], codes[1], "ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ", "x", null])
        {
            using var told = await world.TellAsync(tried, Marks(6));
            var problem = await told.ReadObjectAsync();
            problem.Remove("traceId");
            var headers = told.Headers.Concat(told.Content.Headers).Where(header => header.Key is not ("Date" or "Content-Length"));
            answers.Add($"{told.StatusCode} {problem.ToJsonString()} {string.Join(';', headers.Select(header => $"{header.Key}={string.Join(',', header.Value)}").Order())}");
        }

        Assert.Equal(HttpStatusCode.NoContent, used.StatusCode);
        Assert.Single(answers.Distinct());
        Assert.Contains("uitnodigingscode.ongeldig", answers[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_has_a_mark_for_every_subject_and_no_words()
    {
        using var world = await OpenedAsync(service, "Kantoor", "Magazijn");
        var code = (await world.CodesAsync(1)).Single();
        var missing = Marks(6, "Kantoor");
        missing["cijfers"]!.AsArray().RemoveAt(0);
        var twice = Marks(6, "Kantoor");
        twice["cijfers"]![1]!["onderwerp"] = "bewegen";
        var eleven = Marks(11, "Kantoor");
        var words = Marks(6, "Kantoor");
        words["opmerking"] = "Mijn chef";
        var four = Marks(6, "Kantoor");
        four["wensen"] = new JsonArray("slaap", "voeding", "werkplek", "zingeving");

        foreach (var (body, problem) in ((JsonObject, string)[])
        [
            (missing, "422 vitaal-werken.scanantwoord.cijfers-onvolledig"),
            (twice, "422 vitaal-werken.scanantwoord.cijfers-onvolledig"),
            (Marks(6), "422 vitaal-werken.scanantwoord.groep-onbekend"),
            (Marks(6, "Directie"), "422 vitaal-werken.scanantwoord.groep-onbekend"),
            (eleven, "400 verzoek.ongeldig"),
            (words, "400 verzoek.onleesbaar"),
            (four, "400 verzoek.ongeldig"),
        ])
        {
            using var refused = await world.TellAsync(code, body);
            Assert.Equal(problem, await refused.ProblemAsync());
        }

        using var told = await world.TellAsync(code, Marks(6, "Kantoor"));
        Assert.Equal(HttpStatusCode.NoContent, told.StatusCode);
    }

    [Fact]
    public async Task Only_a_coordinator_of_the_network_opens_a_scan_and_has_codes()
    {
        using var world = await OpenedAsync(service);
        using var elsewhere = await service.CoordinatorAsync("papendorp");
        using var other = await CreateAsync(service);

        using var openByCompany = await other.OpenAsync([], by: other.Bedrijf);
        using var codesByCompany = await world.Bedrijf.SendJsonAsync(HttpMethod.Post, $"{world.Address}/codes", Codes(5));
        using var closeByCompany = await world.Bedrijf.SendJsonAsync(HttpMethod.Post, $"{world.Address}/sluiting", null);
        using var codesElsewhere = await elsewhere.SendJsonAsync(HttpMethod.Post, $"{world.Address}/codes", Codes(5));
        using var codesOfOther = await world.Coordinator.SendJsonAsync(HttpMethod.Post, $"{other.Scans}/{world.Id}/codes", Codes(5));
        using var kept = await world.Coordinator.SendJsonAsync(HttpMethod.Post, $"{world.Address}/codes", Codes(5), key: "bewaar");

        Assert.Equal("403 vitaal-werken.medewerkersscan.alleen-coordinator", await openByCompany.ProblemAsync());
        Assert.Equal("403 vitaal-werken.medewerkersscan.alleen-coordinator", await codesByCompany.ProblemAsync());
        Assert.Equal("403 vitaal-werken.medewerkersscan.alleen-coordinator", await closeByCompany.ProblemAsync());
        Assert.Equal("404 vitaal-werken.medewerkersscan.onbekend", await codesElsewhere.ProblemAsync());
        Assert.Equal("404 vitaal-werken.medewerkersscan.onbekend", await codesOfOther.ProblemAsync());
        Assert.Equal("400 vitaal-werken.antwoord.niet-bewaard", await kept.ProblemAsync());
    }

    [Fact]
    public async Task A_coordinator_of_the_network_that_is_the_employer_too_is_the_employer()
    {
        using var world = await OpenedAsync(service);
        var partnerId = TestId.Guid();
        using var both = await service.CoordinatorAsync(partnerId: partnerId);
        await world.ExecuteAsync($"UPDATE bedrijven SET partner_id = '{partnerId}' WHERE id = @BedrijfId");

        using var codes = await both.SendJsonAsync(HttpMethod.Post, $"{world.Address}/codes", Codes(5));

        Assert.Equal("403 vitaal-werken.medewerkersscan.alleen-coordinator", await codes.ProblemAsync());
    }

    [Theory]
    [InlineData(0, new string[0], "422 vitaal-werken.medewerkersscan.sluitdatum")]
    [InlineData(91, new string[0], "422 vitaal-werken.medewerkersscan.sluitdatum")]
    [InlineData(14, new[] { "Kantoor" }, "422 vitaal-werken.medewerkersscan.groepen-ongeldig")]
    [InlineData(14, new[] { "Kantoor", " kantoor" }, "422 vitaal-werken.medewerkersscan.groepen-ongeldig")]
    [InlineData(14, new[] { "Kantoor", " " }, "422 vitaal-werken.medewerkersscan.groepen-ongeldig")]
    [InlineData(14, new[] { "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k" }, "400 verzoek.ongeldig")]
    public async Task A_scan_that_is_not_sound_is_refused(int days, string[] groepen, string problem)
    {
        using var world = await CreateAsync(service);

        using var refused = await world.OpenAsync(groepen, days);

        Assert.Equal(problem, await refused.ProblemAsync());
    }

    [Fact]
    public async Task There_are_no_more_codes_than_was_said()
    {
        using var world = await OpenedAsync(service);
        await world.CodesAsync(59);

        using var refused = await world.Coordinator.SendJsonAsync(HttpMethod.Post, $"{world.Address}/codes", Codes(2));
        using var far = await world.Coordinator.SendJsonAsync(HttpMethod.Post, $"{world.Address}/codes", Codes(501));

        Assert.Equal("409 vitaal-werken.medewerkersscan.te-veel-codes", await refused.ProblemAsync());
        Assert.Equal("400 verzoek.ongeldig", await far.ProblemAsync());
    }

    [Fact]
    public async Task After_its_last_day_a_scan_closes_by_itself()
    {
        using var world = await OpenedAsync(service);
        await world.FilledAsync(16);
        var left = (await world.CodesAsync(1)).Single();
        var round = service.Services.GetRequiredService<Scanronde>();
        await world.ExecuteAsync($"UPDATE medewerkersscans SET sluit_datum = '{Today:O}' WHERE id = @Id");
        await round.RunAsync(TimeProvider.System.GetUtcNow(), CancellationToken.None);
        var stillOpen = await world.SeenByAsync(world.Bedrijf, world.Address);

        await world.ExecuteAsync($"UPDATE medewerkersscans SET sluit_datum = '{Today.AddDays(-1):O}' WHERE id = @Id");
        await round.RunAsync(TimeProvider.System.GetUtcNow(), CancellationToken.None);
        using var late = await world.TellAsync(left, Marks(6));

        Assert.Contains("\"open\"", stillOpen, StringComparison.Ordinal);
        var answer = JsonNode.Parse(await world.SeenByAsync(world.Bedrijf, world.Address))!;
        Assert.Equal("gesloten", (string?)answer["status"]);
        Assert.Equal(15, (int)answer["uitslag"]!["aantal"]!);
        Assert.Equal(Wrong, await late.ProblemAsync());
        Assert.Equal(0, await world.CountAsync("SELECT count(*) FROM medewerkers.uitnodigingscodes WHERE doel_id = @Id"));
    }

    private static JsonObject Codes(int count) => new() { ["aantal"] = count };
}
