using System.Net;
using System.Text.Json.Nodes;
using GrozUtrecht.Testing;

namespace GrozUtrecht.EndToEnd.Tests;

[Collection(StackCollection.Name)]
public sealed class LifestyleTests(Stack stack)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    [Fact]
    public async Task A_volunteer_host_who_received_people_has_hours_in_the_Tijdbank_once_though_it_was_away()
    {
        var partner = await stack.PartnerAsync();
        var (_, sessie) = await PublishedAsync(partner, null);
        var person = (Guid)(await partner.PostAsync("/identity/v1/personen", new { }))["id"]!;
        var host = (Guid)(await partner.PostAsync($"/lifestyle/v1/sessies/{sessie}/deelnames", new { persoonId = person, rol = "gastheer" }))["id"]!;

        await stack.KillAsync("tijdbank");
        await partner.PostAsync($"/lifestyle/v1/sessies/{sessie}/aanwezigheden", new { regels = new[] { new { deelnameId = host, aanwezigMinuten = 75 } } });
        await partner.PostAsync($"/lifestyle/v1/sessies/{sessie}/aanwezigheden", new { regels = new[] { new { deelnameId = host, aanwezigMinuten = 75 } } });
        await stack.StartAsync("tijdbank");
        await stack.WaitUntilHealthyAsync("tijdbank");

        JsonNode? account = null;
        await Eventually.Async(
            async () => (account = (await partner.GetAsync($"/tijdbank/v1/rekeningen?persoonId={person}"))["items"]!.AsArray().SingleOrDefault()) is not null
                && (int?)account["saldoMinuten"] > 0,
            Patience,
            "the hours of the host");
        Assert.Equal(75, (int?)account!["saldoMinuten"]);
        Assert.Single((await partner.GetAsync($"/tijdbank/v1/rekeningen/{account["id"]}/mutaties"))["items"]!.AsArray());
    }

    [Fact]
    public async Task What_OpenActive_has_no_word_for_stands_on_the_sociale_kaart_and_what_it_has_stands_in_the_feed()
    {
        var partner = await stack.PartnerAsync();
        var (cooking, _) = await PublishedAsync(partner, null);
        var (walking, _) = await PublishedAsync(partner, "95092977-5a20-4d6e-b312-8fddabe71544");
        using var anybody = stack.Anonymous();

        await Eventually.Async(async () => await ReadAsync(anybody, "/open/openactive/session-series") is var feed && feed.Contains(walking.ToString(), StringComparison.Ordinal), Patience, "the feed to show it");
        await Eventually.Async(
            async () => (await ReadAsync(anybody, "/open/hsds/services?search=Eettafel&per_page=50")).Contains("Eettafel", StringComparison.Ordinal), Patience, "the sociale kaart to show it");
        Assert.DoesNotContain(cooking.ToString(), await ReadAsync(anybody, "/open/openactive/session-series"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_removed_from_Identity_no_longer_takes_part()
    {
        var partner = await stack.PartnerAsync();
        var (_, sessie) = await PublishedAsync(partner, null);
        var person = (Guid)(await partner.PostAsync("/identity/v1/personen", new { }))["id"]!;
        var deelname = (Guid)(await partner.PostAsync($"/lifestyle/v1/sessies/{sessie}/deelnames", new { persoonId = person }))["id"]!;

        using var removed = await partner.Http.DeleteAsync($"/identity/v1/personen/{person}");
        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);

        await Eventually.Async(
            async () => (string?)(await partner.GetAsync($"/lifestyle/v1/deelnames/{deelname}"))["status"] == "afgemeld", Patience, "the registration to be cancelled");
        Assert.Empty((await partner.GetAsync($"/lifestyle/v1/deelnames?persoonId={person}"))["items"]!.AsArray());
    }

    /// <summary>A published activity of a verified aanbieder, with a session that begins within the hour.</summary>
    private static async Task<(Guid Activity, Guid Sessie)> PublishedAsync(Partner partner, string? concept)
    {
        var aanbieder = (Guid)(await partner.PostAsync("/lifestyle/v1/aanbieders", new
        {
            soort = "initiatief", naam = "Buurtkeuken", omschrijving = "Samen koken en eten.", gebieden = new[] { "kanaleneiland" },
        }))["id"]!;
        await partner.PostAsync($"/lifestyle/v1/aanbieders/{aanbieder}/beoordeling", new { geverifieerd = true });
        var activity = (Guid)(await partner.PostAsync("/lifestyle/v1/activiteiten", new
        {
            naam = concept is null ? "Eettafel" : "Wandelgroep",
            omschrijving = "Iedere week met de buurt.",
            dimensies = new[] { "meedoen" },
            drempels = new[] { "gratis" },
            postcode = "3526",
            locatienaam = "Buurthuis",
            prijsCenten = 0,
            capaciteit = 10,
            aanbiederId = aanbieder,
            openActiveBegrip = concept,
        }))["id"]!;
        var begins = TimeProvider.System.GetUtcNow().AddMinutes(40);
        var sessie = (Guid)(await partner.PostAsync($"/lifestyle/v1/activiteiten/{activity}/sessies", new { begintOp = begins, eindigtOp = begins.AddHours(2) }))["id"]!;
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/lifestyle/v1/activiteiten/{activity}/publicatie");
        request.Headers.Add("If-Match", "\"1\"");
        using var published = await partner.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, published.StatusCode);
        return (activity, sessie);
    }

    private static async Task<string> ReadAsync(HttpClient client, string path)
    {
        using var response = await client.GetAsync(path);
        Assert.True(response.IsSuccessStatusCode, $"{path} answered {(int)response.StatusCode}");
        return await response.Content.ReadAsStringAsync();
    }
}
