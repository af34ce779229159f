using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using GrozUtrecht.Support.Tests.SocialeKaart;
using GrozUtrecht.Testing;

namespace GrozUtrecht.Support.Tests.Hsds;

[Collection(SupportCollection.Name)]
public sealed class HsdsFeedTests(SupportFixture support)
{
    private readonly HttpClient stranger = support.CreateClient();

    [Fact]
    public async Task A_published_voorziening_is_a_service_that_the_schema_accepts()
    {
        var partner = new Kaartpartner(support);
        var (organisatieId, locatieId, voorzieningId) = await partner.PublishAsync();

        var service = await ReadAsync($"/services/{voorzieningId}");

        Assert.Empty(HsdsSchema.Errors(HsdsSchema.Service, service));
        Assert.Equal($"Taalcafé {partner.Word}", service.GetProperty("name").GetString());
        Assert.Equal("active", service.GetProperty("status").GetString());
        Assert.Equal("Vrijwillige bijdrage. Per keer, als het kan.", service.GetProperty("fees_description").GetString());
        Assert.Equal(1.5m, service.GetProperty("cost_options")[0].GetProperty("amount").GetDecimal());
        Assert.Equal(organisatieId, service.GetProperty("organization").GetProperty("id").GetGuid());
        Assert.Equal("01234567", service.GetProperty("organization").GetProperty("organization_identifiers")[0].GetProperty("identifier").GetString());
        var place = service.GetProperty("service_at_locations")[0].GetProperty("location");
        Assert.Equal(locatieId, place.GetProperty("id").GetGuid());
        Assert.Equal("3527 GJ", place.GetProperty("addresses")[0].GetProperty("postal_code").GetString());
        Assert.Equal(["inloop", "taal"], service.GetProperty("attributes").EnumerateArray().Select(it => it.GetProperty("taxonomy_term").GetProperty("code").GetString()!));
        Assert.DoesNotContain("Team informatie", service.GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("&full=true")]
    public async Task A_page_of_services_is_what_the_specification_says(string more)
    {
        var partner = new Kaartpartner(support);
        var (_, _, voorzieningId) = await partner.PublishAsync();

        var page = await ReadAsync($"/services?search={partner.Word}{more}");

        Assert.Equal(
            ["total_items", "total_pages", "page_number", "size", "first_page", "last_page", "empty", "contents"],
            page.EnumerateObject().Select(member => member.Name));
        Assert.Equal((1, 1, 1, 1), (Number(page, "total_items"), Number(page, "total_pages"), Number(page, "page_number"), Number(page, "size")));
        Assert.True(page.GetProperty("first_page").GetBoolean() && page.GetProperty("last_page").GetBoolean() && !page.GetProperty("empty").GetBoolean());
        var service = Assert.Single(page.GetProperty("contents").EnumerateArray());
        Assert.Empty(HsdsSchema.Errors(HsdsSchema.Service, service));
        Assert.Equal(voorzieningId, service.GetProperty("id").GetGuid());
        Assert.Equal(more.Length > 0, service.TryGetProperty("service_at_locations", out _));
    }

    [Fact]
    public async Task Pages_are_complete_and_name_no_service_twice()
    {
        var partner = new Kaartpartner(support);
        var organisatieId = await partner.PublishOrganisatieAsync();
        var published = new List<Guid>();
        for (var i = 0; i < 7; i++)
            published.Add(await partner.PublishVoorzieningAsync(organisatieId));

        var found = new List<Guid>();
        for (var number = 1; number <= 3; number++)
        {
            var page = await ReadAsync($"/services?organization_id={organisatieId}&per_page=3&minimal=true&page={number}");
            Assert.Equal((7, 3), (Number(page, "total_items"), Number(page, "total_pages")));
            Assert.Equal(number == 1, page.GetProperty("first_page").GetBoolean());
            Assert.Equal(number == 3, page.GetProperty("last_page").GetBoolean());
            found.AddRange(page.GetProperty("contents").EnumerateArray().Select(it => it.GetProperty("id").GetGuid()));
            Assert.All(page.GetProperty("contents").EnumerateArray(), it => Assert.Equal(["id", "last_modified"], it.EnumerateObject().Select(member => member.Name)));
        }

        Assert.Equal(published, found);
        Assert.True((await ReadAsync($"/services?organization_id={organisatieId}&page=4&per_page=3")).GetProperty("empty").GetBoolean());
    }

    [Fact]
    public async Task A_concept_is_not_public_and_what_ended_is_gone()
    {
        var partner = new Kaartpartner(support);
        var organisatieId = await partner.PublishOrganisatieAsync();
        var voorzieningId = await partner.CreateVoorzieningAsync(organisatieId);
        await ProblemAsync($"/services/{voorzieningId}", 404, "verzoek.onbekend-adres");
        Assert.Equal(0, Number(await ReadAsync($"/services?search={partner.Word}"), "total_items"));

        await partner.MoveAsync($"/voorzieningen/{voorzieningId}", "publicatie");
        Assert.Equal(1, Number(await ReadAsync($"/services?search={partner.Word}"), "total_items"));

        await partner.MoveAsync($"/organisaties/{organisatieId}", "beeindiging");
        await ProblemAsync($"/services/{voorzieningId}", 410, "support.hsds.beeindigd");
        await ProblemAsync($"/organizations/{organisatieId}", 410, "support.hsds.beeindigd");
        Assert.Equal(0, Number(await ReadAsync($"/services?search={partner.Word}"), "total_items"));
    }

    [Fact]
    public async Task A_concept_that_ended_was_never_public()
    {
        var partner = new Kaartpartner(support);
        var organisatieId = await partner.CreateAsync("/organisaties", partner.Organisatie());
        await partner.MoveAsync($"/organisaties/{organisatieId}", "beeindiging");

        await ProblemAsync($"/organizations/{organisatieId}", 404, "verzoek.onbekend-adres");
    }

    [Fact]
    public async Task Services_are_found_by_words_category_distance_and_change()
    {
        var partner = new Kaartpartner(support);
        var (_, _, voorzieningId) = await partner.PublishAsync();
        async Task<bool> IsFoundAsync(string query) =>
            (await ReadAsync($"/services?search={partner.Word}&{query}")).GetProperty("contents").EnumerateArray().Any(it => it.GetProperty("id").GetGuid() == voorzieningId);

        Assert.True(await IsFoundAsync("postcode=3526&proximity=3000"));
        Assert.True(await IsFoundAsync("postcode=3527GJ&proximity=0"));
        Assert.False(await IsFoundAsync("postcode=3582&proximity=500"));
        Assert.True(await IsFoundAsync("taxonomy_term_id=6f0c2b52-0000-4000-8000-000000000401"));
        Assert.True(await IsFoundAsync("taxonomy_term_id=6f0c2b52-0000-4000-8000-000000000400"));
        Assert.False(await IsFoundAsync("taxonomy_term_id=6f0c2b52-0000-4000-8000-000000000101"));
        Assert.True(await IsFoundAsync("taxonomy_id=6f0c2b52-0000-4000-8000-000000000000"));
        Assert.False(await IsFoundAsync($"taxonomy_id={TestId.Guid()}"));
        Assert.True(await IsFoundAsync("modified_after=2026-01-01"));
        Assert.False(await IsFoundAsync("modified_after=2999-01-01T00:00:00Z"));
    }

    [Fact]
    public async Task Who_has_the_answer_already_gets_none_until_it_changes()
    {
        var partner = new Kaartpartner(support);
        var (organisatieId, _, voorzieningId) = await partner.PublishAsync();
        using var first = await stranger.GetAsync($"/open/hsds/services/{voorzieningId}");
        Assert.Equal("public, max-age=300", first.Headers.CacheControl?.ToString());

        using var second = await GetIfChangedAsync($"/services/{voorzieningId}", first.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Equal(first.Headers.ETag, second.Headers.ETag);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync());

        var renamed = partner.Organisatie();
        renamed["naam"] = "Stichting Iris";
        await partner.ChangeAsync($"/organisaties/{organisatieId}", renamed);
        using var third = await GetIfChangedAsync($"/services/{voorzieningId}", first.Headers.ETag!);
        Assert.Equal("Stichting Iris", (await third.BodyAsync(HttpStatusCode.OK)).GetProperty("organization").GetProperty("name").GetString());
    }

    [Fact]
    public async Task An_organisation_is_there_with_its_places_and_services()
    {
        var partner = new Kaartpartner(support);
        var (organisatieId, locatieId, voorzieningId) = await partner.PublishAsync();

        var organization = await ReadAsync($"/organizations/{organisatieId}");
        var page = await ReadAsync($"/organizations?search={partner.Word}");

        Assert.Empty(HsdsSchema.Errors(HsdsSchema.Organization, organization));
        Assert.Equal(locatieId, Assert.Single(organization.GetProperty("locations").EnumerateArray()).GetProperty("id").GetGuid());
        Assert.Equal(voorzieningId, Assert.Single(organization.GetProperty("services").EnumerateArray()).GetProperty("id").GetGuid());
        var listed = Assert.Single(page.GetProperty("contents").EnumerateArray());
        Assert.Empty(HsdsSchema.Errors(HsdsSchema.Organization, listed));
        Assert.Equal(organisatieId, listed.GetProperty("id").GetGuid());
    }

    [Fact]
    public async Task The_taxonomy_and_its_terms_are_there()
    {
        var terms = await ReadAsync("/taxonomy_terms?per_page=100");

        Assert.All(terms.GetProperty("contents").EnumerateArray(), term => Assert.Empty(HsdsSchema.Errors(HsdsSchema.TaxonomyTerm, term)));
        var term = await ReadAsync("/taxonomy_terms/6f0c2b52-0000-4000-8000-000000000401");
        Assert.Empty(HsdsSchema.Errors(HsdsSchema.TaxonomyTerm, term));
        Assert.Equal("6f0c2b52-0000-4000-8000-000000000400", term.GetProperty("parent_id").GetString());
        var taxonomyId = (await ReadAsync("/taxonomies")).GetProperty("contents")[0].GetProperty("id").GetGuid();
        Assert.Equal(taxonomyId, (await ReadAsync($"/taxonomies/{taxonomyId}")).GetProperty("id").GetGuid());
        Assert.Equal(taxonomyId, term.GetProperty("taxonomy_id").GetGuid());
    }

    [Theory]
    [InlineData("/open/hsds")]
    [InlineData("/open/hsds/")]
    public async Task The_feed_says_what_it_is(string path)
    {
        using var answer = await stranger.GetAsync(path);
        var info = await answer.BodyAsync(HttpStatusCode.OK);

        Assert.Equal("3.0", info.GetProperty("version").GetString());
        Assert.EndsWith("/open/hsds/openapi.json", info.GetProperty("openapi_url").GetString(), StringComparison.Ordinal);
        var document = await ReadAsync("/openapi.json");
        Assert.Equal("3.1.0", document.GetProperty("openapi").GetString());
        Assert.Equal(info.GetProperty("openapi_url").GetString(), $"{document.GetProperty("servers")[0].GetProperty("url").GetString()}/openapi.json");
    }

    [Theory]
    [InlineData("/services?page=0", 400, "verzoek.ongeldig")]
    [InlineData("/services?page=10001", 400, "verzoek.ongeldig")]
    [InlineData("/services?per_page=101", 400, "verzoek.ongeldig")]
    [InlineData("/services?per_page=veel", 400, "verzoek.onleesbaar")]
    [InlineData("/services?search=a", 400, "verzoek.ongeldig")]
    [InlineData("/services?format=ndjson", 400, "verzoek.ongeldig")]
    [InlineData("/services?modified_after=gisteren", 400, "verzoek.ongeldig")]
    [InlineData("/services?proximity=500", 422, "support.voorziening.postcode-ontbreekt")]
    [InlineData("/services?postcode=1012", 422, "support.postcode.onbekend")]
    [InlineData("/services?organization_id=1", 400, "verzoek.onleesbaar")]
    [InlineData("/services/1", 404, "verzoek.onbekend-adres")]
    [InlineData("/organizations/019a0000-0000-7000-8000-000000000001", 404, "verzoek.onbekend-adres")]
    [InlineData("/taxonomies/019a0000-0000-7000-8000-000000000001", 404, "verzoek.onbekend-adres")]
    public Task What_cannot_be_asked_is_refused(string path, int status, string code) => ProblemAsync(path, status, code);

    [Fact]
    public async Task Nobody_writes_here()
    {
        using var answer = await stranger.PostAsync("/open/hsds/services", new StringContent("{}"));

        await answer.ProblemAsync(405, "verzoek.methode-niet-toegestaan");
    }

    private static int Number(JsonElement page, string name) => page.GetProperty(name).GetInt32();

    private async Task<JsonElement> ReadAsync(string path)
    {
        using var answer = await stranger.GetAsync($"/open/hsds{path}");
        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
        return await answer.BodyAsync(HttpStatusCode.OK);
    }

    private async Task ProblemAsync(string path, int status, string code)
    {
        using var answer = await stranger.GetAsync($"/open/hsds{path}");
        await answer.ProblemAsync(status, code);
    }

    private async Task<HttpResponseMessage> GetIfChangedAsync(string path, EntityTagHeaderValue tag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/open/hsds{path}");
        request.Headers.IfNoneMatch.Add(tag);
        return await stranger.SendAsync(request);
    }
}
