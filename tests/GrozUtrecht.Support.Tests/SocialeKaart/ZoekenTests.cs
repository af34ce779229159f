using System.Text.Json.Nodes;
using GrozUtrecht.Gebieden;

namespace GrozUtrecht.Support.Tests.SocialeKaart;

[Collection(SupportCollection.Name)]
public sealed class ZoekenTests(SupportFixture support)
{
    [Theory]
    [InlineData("zoek=taalcafe", true)]
    [InlineData("zoek=TAALCAFÉ", true)]
    [InlineData("zoek=taalca", true)]
    [InlineData("zoek=oefening", true)]
    [InlineData("zoek=oefen nederlands", true)]
    [InlineData("zoek=rosa", true)]
    [InlineData("zoek=leert", true)]
    [InlineData("zoek=schaken", false)]
    [InlineData("zoek='); drop table voorzieningen; --", false)]
    [InlineData("categorie=taal", true)]
    [InlineData("categorie=leren", true)]
    [InlineData("categorie=geld", false)]
    [InlineData("categorie=bestaat-niet", false)]
    [InlineData("taal=ar", true)]
    [InlineData("taal=tr", false)]
    [InlineData("postcode=3527&afstandMeters=0", true)]
    [InlineData("postcode=3582&afstandMeters=1000", false)]
    [InlineData("postcode=3582&afstandMeters=50000", true)]
    [InlineData("geopendOp=2026-11-23T08:00:00Z", true)]
    [InlineData("geopendOp=2026-11-23T07:59:00Z", false)]
    [InlineData("geopendOp=2026-12-21T08:00:00Z", false)]
    [InlineData("geopendOp=2027-04-26T08:30:00Z", true)]
    public async Task A_voorziening_is_found_by_what_it_is(string query, bool isFound)
    {
        var partner = new Kaartpartner(support);
        var (organisatieId, _, voorzieningId) = await partner.PublishAsync();

        var found = await partner.SearchAsync($"organisatieId={organisatieId}&{query.Replace(" ", "%20", StringComparison.Ordinal)}");

        Assert.Equal(isFound ? [voorzieningId] : [], found);
    }

    [Fact]
    public async Task The_name_of_the_organisation_finds_its_services_also_after_it_changed()
    {
        var partner = new Kaartpartner(support);
        var (organisatieId, _, voorzieningId) = await partner.PublishAsync();
        var renamed = partner.Organisatie();
        renamed["naam"] = "Stichting Zonnebloem";

        await partner.ChangeAsync($"/organisaties/{organisatieId}", renamed);

        Assert.Equal([voorzieningId], await partner.SearchAsync($"organisatieId={organisatieId}&zoek=zonnebloem"));
        Assert.Empty(await partner.SearchAsync($"organisatieId={organisatieId}&zoek=rosa"));
    }

    [Fact]
    public async Task The_nearest_comes_first_and_pages_are_complete()
    {
        var partner = new Kaartpartner(support);
        var organisatieId = await partner.PublishOrganisatieAsync();
        var expected = new List<Guid>();
        Assert.True(Postcode4.TryFind("3527", out var centre));
        foreach (var postcode in Postcode4.All.OrderBy(centre.DistanceMetersTo).Where((_, index) => index % 10 == 0).Take(4).Select(it => it.Code))
            expected.Add(await partner.PublishVoorzieningAsync(organisatieId, partner.Voorziening(await partner.CreateLocatieAsync(organisatieId, postcode))));
        await partner.PublishVoorzieningAsync(organisatieId);

        var query = $"organisatieId={organisatieId}&postcode=3527&afstandMeters=50000";
        Assert.Equal(expected, await partner.SearchAsync(query, limit: 1));
        Assert.Equal(expected, await partner.SearchAsync($"{query}&zoek=taalcafé", limit: 3));
        var first = (await partner.ReadAsync($"/voorzieningen?{query}")).GetProperty("items")[0];
        Assert.Equal(0, first.GetProperty("afstandMeters").GetInt32());
        Assert.Equal(5, (await partner.SearchAsync($"organisatieId={organisatieId}", limit: 2)).Distinct().Count());
    }

    [Fact]
    public async Task Openings_are_moments_over_the_change_of_the_clock()
    {
        var partner = new Kaartpartner(support);
        var (_, _, voorzieningId) = await partner.PublishAsync();

        var openings = (await partner.ReadAsync($"/voorzieningen/{voorzieningId}/openingen?vanDatum=2027-03-22&totEnMetDatum=2027-03-29"))
            .GetProperty("items").EnumerateArray().Select(it => it.GetProperty("begintOp").GetDateTimeOffset().ToString("yyyy-MM-ddTHH:mm"));

        Assert.Equal(["2027-03-22T08:00", "2027-03-24T18:00", "2027-03-29T07:00"], openings);
    }

    [Theory]
    [InlineData("/voorzieningen?zoek=a", 400, "verzoek.ongeldig")]
    [InlineData("/voorzieningen?postcode=35", 400, "verzoek.ongeldig")]
    [InlineData("/voorzieningen?postcode=1012", 422, "support.postcode.onbekend")]
    [InlineData("/voorzieningen?afstandMeters=10", 422, "support.voorziening.postcode-ontbreekt")]
    [InlineData("/voorzieningen?postcode=3527&afstandMeters=50001", 400, "verzoek.ongeldig")]
    [InlineData("/voorzieningen?taal=nederlands", 400, "verzoek.ongeldig")]
    [InlineData("/voorzieningen?geopendOp=nu", 400, "verzoek.onleesbaar")]
    [InlineData("/voorzieningen?cursor=abc", 400, "verzoek.cursor-ongeldig")]
    [InlineData("/voorzieningen?status=weg", 400, "verzoek.ongeldig")]
    [InlineData("/organisaties?status=weg", 400, "verzoek.ongeldig")]
    [InlineData("/organisaties?cursor=abc", 400, "verzoek.cursor-ongeldig")]
    [InlineData("/locaties?cursor=abc", 400, "verzoek.cursor-ongeldig")]
    [InlineData("/verificaties?cursor=abc", 400, "verzoek.cursor-ongeldig")]
    [InlineData("/verificaties?voorDatum=morgen", 400, "verzoek.onleesbaar")]
    [InlineData("/voorzieningen/019a0000-0000-7000-8000-000000000001/openingen?vanDatum=2026-01-01&totEnMetDatum=2026-12-31", 422, "support.voorziening.periode-ongeldig")]
    [InlineData("/voorzieningen/019a0000-0000-7000-8000-000000000001/openingen?vanDatum=2026-01-02&totEnMetDatum=2026-01-01", 422, "support.voorziening.periode-ongeldig")]
    public async Task What_cannot_be_asked_is_refused(string path, int status, string code)
    {
        using var answer = await new Kaartpartner(support).GetAsync(path);
        await answer.ProblemAsync(status, code);
    }

    [Theory]
    [InlineData("naam", "\" \"", 400, "verzoek.ongeldig")]
    [InlineData("naam", "\"a\"", 400, "verzoek.ongeldig")]
    [InlineData("omschrijving", "\"Bel 123456782\"", 422, "support.tekst.bsn")]
    [InlineData("doelgroep", "\"een \\u0000 teken\"", 422, "support.tekst.onleesbaar")]
    [InlineData("categorieen", "[]", 400, "verzoek.ongeldig")]
    [InlineData("categorieen", "[\"bestaat-niet\"]", 422, "support.kaartcategorie.onbekend")]
    [InlineData("categorieen", "[null]", 422, "support.kaartcategorie.onbekend")]
    [InlineData("kosten", "\"duur\"", 400, "verzoek.onleesbaar")]
    [InlineData("kosten", "\"gratis\"", 422, "support.voorziening.bedrag-ongeldig")]
    [InlineData("bedragCenten", "0", 400, "verzoek.ongeldig")]
    [InlineData("maximumLeeftijd", "15", 422, "support.voorziening.leeftijd-ongeldig")]
    [InlineData("maximumLeeftijd", "121", 400, "verzoek.ongeldig")]
    [InlineData("talen", "[\"Nederlands\"]", 422, "support.kaart.taal-ongeldig")]
    [InlineData("talen", "[null]", 422, "support.kaart.taal-ongeldig")]
    [InlineData("werkgebied", "[\"amsterdam\"]", 422, "support.gebied.onbekend")]
    [InlineData("website", "\"javascript:alert(1)\"", 400, "verzoek.ongeldig")]
    [InlineData("website", "\"https://a b\"", 400, "verzoek.ongeldig")]
    [InlineData("email", "\"iemand\"", 400, "verzoek.ongeldig")]
    [InlineData("telefoon", "\"bel mij\"", 400, "verzoek.ongeldig")]
    [InlineData("locatieIds", "[\"019a0000-0000-7000-8000-000000000001\"]", 422, "support.locatie.niet-eigen")]
    [InlineData("openingstijden", "[null]", 422, "support.voorziening.openingstijden-ongeldig")]
    [InlineData("openingstijden", "[{\"dag\":\"maandag\",\"van\":\"9:00\",\"tot\":\"12:00\"}]", 400, "verzoek.ongeldig")]
    [InlineData("openingstijden", "[{\"dag\":\"maandag\",\"van\":\"09:00\",\"tot\":\"24:00\"}]", 400, "verzoek.ongeldig")]
    [InlineData("openingstijden", "[{\"dag\":\"monday\",\"van\":\"09:00\",\"tot\":\"12:00\"}]", 400, "verzoek.onleesbaar")]
    [InlineData("openingstijden", "[{\"dag\":\"maandag\",\"van\":\"09:00\",\"tot\":\"12:00\"},{\"dag\":\"maandag\",\"van\":\"11:00\",\"tot\":\"13:00\"}]", 422, "support.voorziening.openingstijden-ongeldig")]
    [InlineData("afwijkendeTijden", "[{\"vanDatum\":\"2026-12-25\",\"totEnMetDatum\":\"2026-12-24\"}]", 422, "support.voorziening.openingstijden-ongeldig")]
    [InlineData("afwijkendeTijden", "[{\"vanDatum\":\"2026-12-25\",\"totEnMetDatum\":\"2026-12-25\",\"van\":\"09:00\"}]", 422, "support.voorziening.openingstijden-ongeldig")]
    [InlineData("afwijkendeTijden", "[{\"vanDatum\":\"2026-02-30\",\"totEnMetDatum\":\"2026-03-01\"}]", 400, "verzoek.onleesbaar")]
    [InlineData("afwijkendeTijden", "[{\"vanDatum\":\"9999-12-31\",\"totEnMetDatum\":\"9999-12-31\"}]", 422, "support.voorziening.openingstijden-ongeldig")]
    [InlineData("verificatieMaanden", "25", 400, "verzoek.ongeldig")]
    public async Task A_voorziening_with_one_wrong_field_is_refused(string field, string value, int status, string code)
    {
        var partner = new Kaartpartner(support);
        var organisatieId = await partner.PublishOrganisatieAsync();
        var inhoud = partner.Voorziening();
        inhoud[field] = JsonNode.Parse(value);

        using var answer = await partner.PostAsync("/voorzieningen", new JsonObject { ["organisatieId"] = organisatieId, ["inhoud"] = inhoud });

        await answer.ProblemAsync(status, code);
        Assert.Empty(await partner.SearchAsync("eigen=true"));
    }

    [Theory]
    [InlineData("kvkNummer", "\"1234567\"", 400, "verzoek.ongeldig")]
    [InlineData("omschrijving", "\"\"", 400, "verzoek.ongeldig")]
    [InlineData("naam", "\"Stichting 123456782\"", 422, "support.tekst.bsn")]
    [InlineData("onderhoudenDoor", "\"123456782\"", 422, "support.tekst.bsn")]
    [InlineData("iets", "1", 400, "verzoek.onleesbaar")]
    public async Task An_organisation_with_one_wrong_field_is_refused(string field, string value, int status, string code)
    {
        var partner = new Kaartpartner(support);
        var body = partner.Organisatie();
        body[field] = JsonNode.Parse(value);

        using var answer = await partner.PostAsync("/organisaties", body);

        await answer.ProblemAsync(status, code);
    }

    [Theory]
    [InlineData("postcode", "\"1012\"", 422, "support.postcode.onbekend")]
    [InlineData("postcode", "\"3527GJ\"", 400, "verzoek.ongeldig")]
    [InlineData("postcodeLetters", "\"gj\"", 400, "verzoek.ongeldig")]
    [InlineData("toegankelijkheid", "[\"mooi\"]", 400, "verzoek.onleesbaar")]
    public async Task A_place_with_one_wrong_field_is_refused(string field, string value, int status, string code)
    {
        var partner = new Kaartpartner(support);
        var organisatieId = await partner.PublishOrganisatieAsync();
        var inhoud = Kaartpartner.Locatie();
        inhoud[field] = JsonNode.Parse(value);

        using var answer = await partner.PostAsync("/locaties", new JsonObject { ["organisatieId"] = organisatieId, ["inhoud"] = inhoud });

        await answer.ProblemAsync(status, code);
    }

    [Fact]
    public async Task The_categories_are_a_list_in_two_layers()
    {
        var items = (await new Kaartpartner(support).ReadAsync("/kaartcategorieen")).GetProperty("items").EnumerateArray().ToList();

        var tops = items.Where(item => !item.TryGetProperty("bovenliggend", out _)).Select(item => item.GetProperty("code").GetString()).ToHashSet();
        Assert.All(items.Where(item => item.TryGetProperty("bovenliggend", out _)), item => Assert.Contains(item.GetProperty("bovenliggend").GetString(), tops));
        Assert.Equal(24, items.Count);
    }
}
