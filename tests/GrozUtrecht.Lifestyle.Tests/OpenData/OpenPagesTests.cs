using System.Net;
using System.Text.Json.Nodes;

namespace GrozUtrecht.Lifestyle.Tests.OpenData;

[Collection(LifestyleService.Name)]
public sealed class OpenPagesTests(LifestyleFixture lifestyle)
{
    private readonly OpenActiveWorld world = new(lifestyle);

    [Fact]
    public async Task The_page_of_a_verified_aanbieder_shows_what_it_offers_and_when()
    {
        var aanbieder = await world.AanbiederAsync(website: "https://wandelclub.example/");
        var activiteit = await world.ActiviteitAsync(aanbieder, prijsCenten: 250, drempels: ["kind-welkom"]);
        await world.ActiviteitAsync(aanbieder, naam: "Nog niet", status: "concept");
        await world.SessieAsync(activiteit);

        var page = await TextAsync($"/open/aanbieders/{aanbieder}");
        Assert.Contains("<html lang=\"nl\">", page, StringComparison.Ordinal);
        Assert.Contains("Wandelclub De Plas", page, StringComparison.Ordinal);
        Assert.Contains("€ 2,50", page, StringComparison.Ordinal);
        Assert.Contains("nog 12 vrij", page, StringComparison.Ordinal);
        Assert.Contains("uw kind mag mee", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Nog niet", page, StringComparison.Ordinal);
        var english = await TextAsync($"/open/aanbieders/{aanbieder}", language: "fr, en-GB;q=0.8, nl;q=0.5");
        Assert.Contains("<html lang=\"en\">", english, StringComparison.Ordinal);
        Assert.Contains("€ 2.50", english, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("aangemeld")]
    [InlineData("afgewezen")]
    [InlineData("gestopt")]
    public async Task Of_who_is_not_verified_nothing_is_shown(string status)
    {
        var aanbieder = await world.AanbiederAsync(status, naam: $"Verborgen {status}");
        using var client = lifestyle.CreateClient();
        foreach (var accept in new[] { "text/html", "application/json" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"/open/aanbieders/{aanbieder}") { Headers = { { "Accept", accept } } };
            using var response = await client.SendAsync(request);
            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
            Assert.DoesNotContain("Verborgen", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        Assert.DoesNotContain($"Verborgen {status}", await TextAsync("/open/aanbieders"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_people_wrote_is_text_and_never_a_piece_of_the_page()
    {
        const string Script = "<script>alert('x')</script>\"&";
        var aanbieder = await world.AanbiederAsync(naam: Script, website: "javascript:alert(1)");
        await world.ActiviteitAsync(aanbieder, naam: Script);

        foreach (var path in new[] { $"/open/aanbieders/{aanbieder}", "/open/aanbieders", $"/open/aanbieders?gebied=nieuwegein&taal=\"><script>" })
        {
            var page = await TextAsync(path);
            Assert.Contains("&lt;script&gt;", page, StringComparison.Ordinal);
            Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
            Assert.DoesNotContain("javascript:", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_page_runs_no_scripts_and_is_of_no_other_page()
    {
        using var client = lifestyle.CreateClient();
        using var response = await client.GetAsync("/open/aanbieders");
        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none'; style-src 'sha256-", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("script-src", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("Accept-Language", response.Headers.Vary);
    }

    [Fact]
    public async Task Programs_get_the_same_as_json()
    {
        var aanbieder = await world.AanbiederAsync();
        var activiteit = await world.ActiviteitAsync(aanbieder);
        var sessie = await world.SessieAsync(activiteit);
        await world.SessieAsync(activiteit, -3);

        var answer = JsonNode.Parse(await TextAsync($"/open/aanbieders/{aanbieder}", "application/json"))!;
        Assert.Equal(aanbieder, answer["aanbieder"]!["id"]!.GetValue<Guid>());
        Assert.Null(answer["aanbieder"]!["partnerId"]);
        Assert.Equal(sessie, Assert.Single(answer["activiteiten"]![0]!["sessies"]!.AsArray())!["id"]!.GetValue<Guid>());
        var listed = JsonNode.Parse(await TextAsync("/open/aanbieders?gebied=nieuwegein", "application/json"))!["items"]!.AsArray();
        Assert.Contains(listed, item => item!["id"]!.GetValue<Guid>() == aanbieder);
    }

    [Fact]
    public async Task The_list_is_of_one_area_when_one_is_asked()
    {
        await world.AanbiederAsync(naam: "Uit Nieuwegein");
        Assert.Contains("Uit Nieuwegein", await TextAsync("/open/aanbieders?gebied=nieuwegein"), StringComparison.Ordinal);
        Assert.DoesNotContain("Uit Nieuwegein", await TextAsync("/open/aanbieders?gebied=kanaleneiland"), StringComparison.Ordinal);
        using var client = lifestyle.CreateClient();
        using var response = await client.GetAsync("/open/aanbieders?gebied=atlantis");
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    private async Task<string> TextAsync(string path, string accept = "text/html", string? language = null)
    {
        using var client = lifestyle.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Accept", accept } } };
        request.Headers.TryAddWithoutValidation("Accept-Language", language ?? "nl");
        using var response = await client.SendAsync(request);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsStringAsync();
    }
}
