using System.Net;
using System.Text.Json.Nodes;
using GrozUtrecht.Testing;

namespace GrozUtrecht.VitaalWerken.Tests.Leveranciers;

[Collection(VitaalWerkenService.Name)]
public sealed class AanbodTests(VitaalWerkenFixture service)
{
    internal static JsonObject NewAanbod() => new()
    {
        ["titel"] = "Stoelyoga in de lunchpauze",
        ["omschrijving"] = "Een half uur, in gewone kleren.",
        ["onderwerp"] = "stress-en-balans",
        ["vorm"] = "groepsles",
        ["duurMinuten"] = 30,
        ["groepMinimum"] = 4,
        ["groepMaximum"] = 15,
        ["prijssoort"] = "euro",
        ["prijsCenten"] = 12_500,
        ["gebieden"] = new JsonArray("nieuwegein", "papendorp"),
        ["dagdelen"] = new JsonArray("dinsdag-middag", "donderdag-ochtend"),
    };

    private async Task<HttpResponseMessage> AddAsync(HttpClient partner, Guid partnerId, Action<JsonObject>? change = null)
    {
        var leverancier = await service.LeverancierAsync(partnerId);
        var body = NewAanbod();
        change?.Invoke(body);
        return await partner.SendJsonAsync(HttpMethod.Post, $"/vitaal-werken/v1/leveranciers/{leverancier}/aanbod", body);
    }

    [Fact]
    public async Task An_offer_is_found_by_every_partner_as_it_was_made()
    {
        var partnerId = TestId.Guid();
        using var partner = service.Partner(partnerId);
        using var other = service.Partner();
        using var created = await AddAsync(partner, partnerId);

        using var found = await other.GetAsync(created.Headers.Location);

        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        var aanbod = await found.ReadObjectAsync();
        foreach (var (field, value) in NewAanbod())
            Assert.Equal(value!.ToJsonString(), aanbod[field]!.ToJsonString());
        Assert.Equal("actief", (string?)aanbod["status"]);
    }

    [Fact]
    public async Task An_offer_that_stopped_is_seen_by_its_own_partner_only_and_changes_no_more()
    {
        var partnerId = TestId.Guid();
        using var partner = service.Partner(partnerId);
        using var other = service.Partner();
        using var created = await AddAsync(partner, partnerId);
        var address = created.Headers.Location!.ToString();

        using var stopped = await partner.SendJsonAsync(HttpMethod.Post, $"{address}/beeindiging", null, "\"1\"");
        using var own = await partner.GetAsync(address);
        using var foreign = await other.GetAsync(address);
        using var changed = await partner.SendJsonAsync(HttpMethod.Put, address, NewAanbod(), "\"2\"");

        Assert.Equal("gestopt", (string?)(await own.ReadObjectAsync())["status"]);
        Assert.Equal("404 vitaal-werken.aanbod.onbekend", await foreign.ProblemAsync());
        Assert.Equal("409 vitaal-werken.aanbod.gestopt", await changed.ProblemAsync());
    }

    [Fact]
    public async Task Somebody_elses_offer_cannot_be_changed()
    {
        var partnerId = TestId.Guid();
        using var partner = service.Partner(partnerId);
        using var other = service.Partner();
        using var created = await AddAsync(partner, partnerId);

        using var changed = await other.SendJsonAsync(HttpMethod.Put, created.Headers.Location!.ToString(), NewAanbod(), "\"1\"");

        Assert.Equal("404 vitaal-werken.aanbod.onbekend", await changed.ProblemAsync());
    }

    [Fact]
    public async Task Of_two_who_change_the_same_version_one_is_told_that_it_is_outdated()
    {
        var partnerId = TestId.Guid();
        using var partner = service.Partner(partnerId);
        using var created = await AddAsync(partner, partnerId);
        var address = created.Headers.Location!.ToString();
        var first = NewAanbod();
        first["titel"] = "Eerste";

        using var changed = await partner.SendJsonAsync(HttpMethod.Put, address, first, "\"1\"");
        using var late = await partner.SendJsonAsync(HttpMethod.Put, address, NewAanbod(), "\"1\"");
        using var found = await partner.GetAsync(address);

        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.Equal("412 verzoek.versie-verouderd", await late.ProblemAsync());
        Assert.Equal("Eerste", (string?)(await found.ReadObjectAsync())["titel"]);
    }

    [Fact]
    public async Task Offers_are_found_by_area_subject_form_and_place_to_learn()
    {
        var partnerId = TestId.Guid();
        using var partner = service.Partner(partnerId);
        var leverancier = await service.LeverancierAsync(partnerId, "onderwijsinstelling");
        var wanted = await service.AanbodAsync(leverancier, "slaap", "schoolproject", prijsCenten: null, leerplek: true);
        await service.AanbodAsync(leverancier, "slaap", "workshop");
        await service.AanbodAsync(leverancier, "voeding", "schoolproject", leerplek: true);

        using var response = await partner.GetAsync(
            $"/vitaal-werken/v1/aanbod?gebied=nieuwegein&onderwerp=slaap&vorm=schoolproject&leerplek=true&leverancierId={leverancier}");

        var item = Assert.Single((await response.ReadObjectAsync())["items"]!.AsArray());
        Assert.Equal(wanted, (Guid)item!["id"]!);
    }

    public static TheoryData<string, string, string> Nonsense => new()
    {
        { "prijsCenten", "-1", "400 verzoek.ongeldig" },
        { "prijsCenten", "0", "400 verzoek.ongeldig" },
        { "prijsCenten", "null", "422 vitaal-werken.aanbod.prijs-past-niet" },
        { "prijssoort", "\"gratis\"", "422 vitaal-werken.aanbod.prijs-past-niet" },
        { "prijssoort", "\"in-natura\"", "422 vitaal-werken.aanbod.prijs-past-niet" },
        { "groepMinimum", "16", "422 vitaal-werken.aanbod.groep-past-niet" },
        { "dagdelen", "[\"maandag-nacht\"]", "422 vitaal-werken.aanbod.dagdeel-onbekend" },
        { "dagdelen", "[]", "400 verzoek.ongeldig" },
        { "gebieden", "[\"amsterdam\"]", "422 vitaal-werken.gebied.onbekend" },
        { "gebieden", "[\"nieuwegein\",\"nieuwegein\"]", "422 vitaal-werken.aanbod.gebied-dubbel" },
        { "onderwerp", "\"goud\"", "400 verzoek.onleesbaar" },
        { "duurMinuten", "14", "400 verzoek.ongeldig" },
    };

    [Theory]
    [MemberData(nameof(Nonsense))]
    public async Task What_cannot_be_true_is_refused(string field, string json, string expected)
    {
        var partnerId = TestId.Guid();
        using var partner = service.Partner(partnerId);

        using var response = await AddAsync(partner, partnerId, body => body[field] = JsonNode.Parse(json));

        Assert.Equal(expected, await response.ProblemAsync());
    }

    [Fact]
    public async Task A_period_that_ends_before_it_begins_is_refused()
    {
        var partnerId = TestId.Guid();
        using var partner = service.Partner(partnerId);

        using var response = await AddAsync(partner, partnerId, body =>
        {
            body["vanafDatum"] = "2027-02-01";
            body["totEnMetDatum"] = "2027-01-31";
        });

        Assert.Equal("422 vitaal-werken.aanbod.periode-past-niet", await response.ProblemAsync());
    }
}
