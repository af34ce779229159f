using System.Net;
using System.Text.Json.Nodes;
using Dapper;
using GrozUtrecht.Testing;

namespace GrozUtrecht.VitaalWerken.Tests.Behoeften;

[Collection(VitaalWerkenService.Name)]
public sealed class BedrijfsscanTests(VitaalWerkenFixture service)
{
    [Fact]
    public async Task The_last_scan_counts_and_earlier_ones_are_kept()
    {
        using var bedrijf = service.Partner();
        var id = await service.LidAsync(bedrijf);
        using var none = await bedrijf.GetAsync(Scan(id));

        using var first = await bedrijf.SendJsonAsync(HttpMethod.Put, Scan(id), Body(("slaap", 3, 1)));
        using var unseen = await bedrijf.SendJsonAsync(HttpMethod.Put, Scan(id), Body(("voeding", 3, 1)));
        using var second = await bedrijf.SendJsonAsync(HttpMethod.Put, Scan(id), Body(("voeding", 1, 0)), "\"1\"");
        using var stale = await bedrijf.SendJsonAsync(HttpMethod.Put, Scan(id), Body(("slaap", 3, 1)), "\"1\"");
        using var found = await bedrijf.GetAsync(Scan(id));

        Assert.Equal("404 vitaal-werken.bedrijfsscan.onbekend", await none.ProblemAsync());
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal("428 verzoek.versie-ontbreekt", await unseen.ProblemAsync());
        Assert.Equal("\"2\"", second.Headers.ETag!.ToString());
        Assert.Equal("412 verzoek.versie-verouderd", await stale.ProblemAsync());
        var answer = await found.ReadObjectAsync();
        Assert.Equal("voeding", (string?)answer["oordelen"]![0]!["onderwerp"]);
        Assert.Equal("""["maandag-ochtend","vrijdag-middag"]""", answer["dagdelen"]!.ToJsonString());
        await using var connection = await service.Database.OpenConnectionAsync();
        Assert.Equal(2, await connection.ExecuteScalarAsync<long>("SELECT count(*) FROM bedrijfsscans WHERE bedrijf_id = @id", new { id }));
    }

    [Fact]
    public async Task Of_many_first_scans_at_once_one_is_the_first()
    {
        using var bedrijf = service.Partner();
        var id = await service.LidAsync(bedrijf);

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => bedrijf.SendJsonAsync(HttpMethod.Put, Scan(id), Body(("slaap", 3, 1)))));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_company_fills_in_and_its_coordinators_read_along()
    {
        using var bedrijf = service.Partner();
        using var coordinator = await service.CoordinatorAsync();
        using var stranger = service.Partner();
        var id = await service.LidAsync(bedrijf);
        using var filled = await bedrijf.SendJsonAsync(HttpMethod.Put, Scan(id), Body(("stress-en-balans", 3, 2), ("slaap", 1, 0)));

        using var byCoordinator = await coordinator.SendJsonAsync(HttpMethod.Put, Scan(id), Body(("slaap", 3, 1)), "\"1\"");
        using var needs = await coordinator.GetAsync($"{VitaalWerkenFixture.Bedrijven}/{id}/behoefte");
        using var byStranger = await stranger.SendJsonAsync(HttpMethod.Put, Scan(id), Body(("slaap", 3, 1)));
        using var needsOfStranger = await stranger.GetAsync($"{VitaalWerkenFixture.Bedrijven}/{id}/behoefte");

        Assert.Equal("403 vitaal-werken.bedrijfsscan.alleen-bedrijf", await byCoordinator.ProblemAsync());
        var first = (await needs.ReadObjectAsync())["onderwerpen"]![0]!;
        Assert.Equal("stress-en-balans", (string?)first["onderwerp"]);
        Assert.Equal(37, (int)first["score"]!);
        Assert.Equal("Het bedrijf vindt dit heel dringend.", (string?)first["redenen"]![0]!["zin"]);
        Assert.Equal("404 vitaal-werken.bedrijf.onbekend", await byStranger.ProblemAsync());
        Assert.Equal("404 vitaal-werken.bedrijf.onbekend", await needsOfStranger.ProblemAsync());
    }

    [Theory]
    [InlineData("""{"oordelen": []}""", "400 verzoek.ongeldig")]
    [InlineData("""{"oordelen": [{"onderwerp": "slaap", "urgentie": 4, "gereedheid": 0}]}""", "400 verzoek.ongeldig")]
    [InlineData("""{"oordelen": [{"onderwerp": "slaap", "urgentie": 1, "gereedheid": 0}], "maximumPrijsCenten": -1}""", "400 verzoek.ongeldig")]
    [InlineData("""{"oordelen": [{"onderwerp": "slaap", "urgentie": 1, "gereedheid": 0}], "groepsgrootte": 0}""", "400 verzoek.ongeldig")]
    [InlineData("""{"oordelen": [{"onderwerp": "slaap", "urgentie": 1, "gereedheid": 0}], "dagdelen": ["maandag"]}""", "422 vitaal-werken.bedrijfsscan.dagdeel-onbekend")]
    [InlineData(
        """{"oordelen": [{"onderwerp": "slaap", "urgentie": 1, "gereedheid": 0}, {"onderwerp": "slaap", "urgentie": 2, "gereedheid": 0}]}""",
        "422 vitaal-werken.bedrijfsscan.onderwerp-dubbel")]
    public async Task A_scan_that_is_not_sound_is_refused(string body, string problem)
    {
        using var bedrijf = service.Partner();
        var id = await service.LidAsync(bedrijf);

        using var refused = await bedrijf.SendTextAsync(HttpMethod.Put, Scan(id), body);

        Assert.Equal(problem, await refused.ProblemAsync());
    }

    private static string Scan(Guid id) => $"{VitaalWerkenFixture.Bedrijven}/{id}/bedrijfsscan";

    private static JsonObject Body(params (string Onderwerp, int Urgentie, int Gereedheid)[] oordelen) => new()
    {
        ["oordelen"] = new JsonArray([.. oordelen.Select(oordeel => new JsonObject
        {
            ["onderwerp"] = oordeel.Onderwerp,
            ["urgentie"] = oordeel.Urgentie,
            ["gereedheid"] = oordeel.Gereedheid,
        })]),
        ["vormen"] = new JsonArray("workshop", "groepsles"),
        ["maximumPrijsCenten"] = 30_000,
        ["groepsgrootte"] = 12,
        ["dagdelen"] = new JsonArray("maandag-ochtend", "vrijdag-middag"),
    };
}
