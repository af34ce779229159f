using System.Net;
using System.Text.Json.Nodes;
using Dapper;
using GrozUtrecht.Testing;

namespace GrozUtrecht.Support.Tests.SocialeKaart;

[Collection(SupportCollection.Name)]
public sealed class SocialeKaartTests(SupportFixture support)
{
    [Fact]
    public async Task What_is_put_in_comes_out_and_can_be_sent_back_as_it_is()
    {
        var partner = new Kaartpartner(support);
        var (_, locatieId, voorzieningId) = await partner.PublishAsync();

        var shown = await partner.ReadAsync($"/voorzieningen/{voorzieningId}");
        var again = await partner.ChangeAsync($"/voorzieningen/{voorzieningId}", JsonNode.Parse(shown.GetProperty("inhoud").GetRawText())!);

        var inhoud = shown.GetProperty("inhoud");
        Assert.Equal(inhoud.GetRawText(), again.GetProperty("inhoud").GetRawText());
        Assert.Equal(locatieId, inhoud.GetProperty("locatieIds")[0].GetGuid());
        Assert.Equal("maandag 09:00 12:30", string.Join(' ', inhoud.GetProperty("openingstijden")[0].EnumerateObject().Select(it => it.Value.GetString())));
        Assert.Equal("2026-12-21", inhoud.GetProperty("afwijkendeTijden")[0].GetProperty("vanDatum").GetString());
        Assert.False(inhoud.GetProperty("afwijkendeTijden")[0].TryGetProperty("van", out _));
        Assert.Equal("gepubliceerd", shown.GetProperty("status").GetString());
    }

    [Fact]
    public async Task Others_read_what_is_published_and_change_nothing()
    {
        var owner = new Kaartpartner(support);
        var other = new Kaartpartner(support);
        var organisatieId = await owner.CreateAsync("/organisaties", owner.Organisatie());
        var locatieId = await owner.CreateLocatieAsync(organisatieId);
        var voorzieningId = await owner.CreateVoorzieningAsync(organisatieId, owner.Voorziening(locatieId));
        (string Path, string Code, JsonNode Body)[] entries =
        [
            ($"/organisaties/{organisatieId}", "support.organisatie.onbekend", owner.Organisatie()),
            ($"/locaties/{locatieId}", "support.locatie.onbekend", Kaartpartner.Locatie()),
            ($"/voorzieningen/{voorzieningId}", "support.voorziening.onbekend", owner.Voorziening()),
        ];
        foreach (var (path, code, _) in entries)
        {
            using var hidden = await other.GetAsync(path);
            await hidden.ProblemAsync(404, code);
        }

        await owner.MoveAsync($"/organisaties/{organisatieId}", "publicatie");
        await owner.MoveAsync($"/voorzieningen/{voorzieningId}", "publicatie");
        foreach (var (path, code, body) in entries)
        {
            Assert.False((await other.ReadAsync(path)).GetProperty("eigen").GetBoolean());
            using var changed = await other.SendAsync(HttpMethod.Put, path, body, "\"1\"");
            await changed.ProblemAsync(404, code);
            using var ended = await other.PostAsync($"{path}/beeindiging", null, "\"1\"");
            await ended.ProblemAsync(404, code);
        }

        Assert.Equal([voorzieningId], await other.SearchAsync($"zoek={owner.Word}"));
        Assert.Empty(await other.SearchAsync($"zoek={owner.Word}&eigen=true"));
        using var foreign = await other.PostAsync("/voorzieningen", new JsonObject { ["organisatieId"] = organisatieId, ["inhoud"] = other.Voorziening() });
        await foreign.ProblemAsync(422, "support.organisatie.niet-eigen");
        var own = await other.PublishOrganisatieAsync();
        using var borrowed = await other.PostAsync("/voorzieningen", new JsonObject { ["organisatieId"] = own, ["inhoud"] = other.Voorziening(locatieId) });
        await borrowed.ProblemAsync(422, "support.locatie.niet-eigen");
    }

    [Fact]
    public async Task Writing_asks_a_scope_of_its_own_and_reading_does_not()
    {
        var partner = new Kaartpartner(support, SupportFixture.Read, SupportFixture.Write);

        using var created = await partner.PostAsync("/organisaties", partner.Organisatie());
        await created.ProblemAsync(403, "toegang.scope-ontbreekt");
        using var published = await partner.PostAsync($"/voorzieningen/{TestId.Guid()}/publicatie");
        await published.ProblemAsync(403, "toegang.scope-ontbreekt");
        await partner.ReadAsync("/organisaties?limit=1");
    }

    [Fact]
    public async Task An_entry_is_changed_only_by_who_saw_its_last_version()
    {
        var partner = new Kaartpartner(support);
        var (organisatieId, locatieId, voorzieningId) = await partner.PublishAsync();
        (string Path, JsonNode Body)[] entries =
            [($"/organisaties/{organisatieId}", partner.Organisatie()), ($"/locaties/{locatieId}", Kaartpartner.Locatie()), ($"/voorzieningen/{voorzieningId}", partner.Voorziening())];

        foreach (var (path, body) in entries)
        {
            await partner.ChangeAsync(path, body);
            using var stale = await partner.SendAsync(HttpMethod.Put, path, body, "\"1\"");
            await stale.ProblemAsync(412, "verzoek.versie-verouderd");
            using var without = await partner.SendAsync(HttpMethod.Put, path, body);
            await without.ProblemAsync(428, "verzoek.versie-ontbreekt");
        }
    }

    [Fact]
    public async Task The_same_request_with_the_same_key_is_one_organisation()
    {
        var partner = new Kaartpartner(support);
        var body = partner.Organisatie();
        var key = TestId.New();
        using var first = await partner.SendAsync(HttpMethod.Post, "/organisaties", body, key: key);
        using var second = await partner.SendAsync(HttpMethod.Post, "/organisaties", body, key: key);

        Assert.Equal((await first.BodyAsync(HttpStatusCode.Created)).GetRawText(), (await second.BodyAsync(HttpStatusCode.Created)).GetRawText());
        Assert.Single((await partner.ReadAsync("/organisaties?eigen=true")).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task An_entry_is_concept_then_published_then_ended_and_never_back()
    {
        var partner = new Kaartpartner(support);
        var organisatieId = await partner.CreateAsync("/organisaties", partner.Organisatie());
        var voorzieningId = await partner.CreateVoorzieningAsync(organisatieId);
        using var tooEarly = await partner.PostAsync($"/voorzieningen/{voorzieningId}/publicatie", null, "\"1\"");
        await tooEarly.ProblemAsync(409, "support.organisatie.niet-gepubliceerd");
        using var unverifiable = await partner.PostAsync($"/voorzieningen/{voorzieningId}/verificatie", null, "\"1\"");
        await unverifiable.ProblemAsync(409, "support.kaart.niet-gepubliceerd");

        await partner.MoveAsync($"/organisaties/{organisatieId}", "publicatie");
        await partner.MoveAsync($"/voorzieningen/{voorzieningId}", "publicatie");
        using var twice = await partner.PostAsync($"/voorzieningen/{voorzieningId}/publicatie", null, "\"2\"");
        await twice.ProblemAsync(409, "support.kaart.al-gepubliceerd");

        await partner.MoveAsync($"/voorzieningen/{voorzieningId}", "beeindiging");
        Assert.Empty(await partner.SearchAsync($"zoek={partner.Word}"));
        Assert.Equal([voorzieningId], await partner.SearchAsync($"zoek={partner.Word}&eigen=true&status=beeindigd"));
        using var changed = await partner.SendAsync(HttpMethod.Put, $"/voorzieningen/{voorzieningId}", partner.Voorziening(), "\"3\"");
        await changed.ProblemAsync(409, "support.voorziening.beeindigd");
    }

    [Fact]
    public async Task Ending_an_organisation_ends_what_it_offers()
    {
        var partner = new Kaartpartner(support);
        var (organisatieId, locatieId, voorzieningId) = await partner.PublishAsync();

        await partner.MoveAsync($"/organisaties/{organisatieId}", "beeindiging");

        Assert.Equal("beeindigd", (await partner.ReadAsync($"/voorzieningen/{voorzieningId}")).GetProperty("status").GetString());
        Assert.True((await partner.ReadAsync($"/locaties/{locatieId}")).GetProperty("beeindigd").GetBoolean());
        using var late = await partner.PostAsync("/voorzieningen", new JsonObject { ["organisatieId"] = organisatieId, ["inhoud"] = partner.Voorziening() });
        await late.ProblemAsync(422, "support.organisatie.niet-eigen");
    }

    [Fact]
    public async Task A_place_ends_only_when_nothing_is_there_any_more()
    {
        var partner = new Kaartpartner(support);
        var (_, locatieId, voorzieningId) = await partner.PublishAsync();
        using var used = await partner.PostAsync($"/locaties/{locatieId}/beeindiging", null, "\"1\"");
        await used.ProblemAsync(409, "support.locatie.in-gebruik");

        await partner.ChangeAsync($"/voorzieningen/{voorzieningId}", partner.Voorziening());
        await partner.MoveAsync($"/locaties/{locatieId}", "beeindiging");

        using var again = await partner.SendAsync(HttpMethod.Put, $"/locaties/{locatieId}", Kaartpartner.Locatie(), "\"2\"");
        await again.ProblemAsync(409, "support.locatie.beeindigd");
    }

    [Fact]
    public async Task What_was_not_looked_at_for_long_is_listed_longest_first_until_it_is_verified()
    {
        var partner = new Kaartpartner(support);
        var (organisatieId, _, voorzieningId) = await partner.PublishAsync();
        Assert.Empty(await OverdueAsync(partner, ""));
        Assert.Equal([voorzieningId, organisatieId], await OverdueAsync(partner, "&voorDatum=2999-12-31"));

        await using (var connection = await support.Database.OpenConnectionAsync())
        {
            await connection.ExecuteAsync(
                """
                UPDATE voorzieningen SET geverifieerd_datum = '2025-01-01', verifieren_voor_datum = '2025-07-01' WHERE id = @voorzieningId;
                UPDATE organisaties SET geverifieerd_datum = '2024-01-01', verifieren_voor_datum = '2025-01-01' WHERE id = @organisatieId
                """,
                new { voorzieningId, organisatieId });
        }

        Assert.Equal([organisatieId, voorzieningId], await OverdueAsync(partner, ""));
        Assert.Empty(await OverdueAsync(new Kaartpartner(support), ""));
        await partner.MoveAsync($"/organisaties/{organisatieId}", "verificatie");
        Assert.Equal([voorzieningId], await OverdueAsync(partner, ""));
    }

    [Fact]
    public async Task Changes_at_once_wait_for_each_other_and_none_is_lost()
    {
        var partner = new Kaartpartner(support);
        var (organisatieId, locatieId, voorzieningId) = await partner.PublishAsync();

        var answers = await Task.WhenAll(
            partner.SendAsync(HttpMethod.Put, $"/voorzieningen/{voorzieningId}", partner.Voorziening(locatieId), "\"2\""),
            partner.SendAsync(HttpMethod.Put, $"/locaties/{locatieId}", Kaartpartner.Locatie("3526"), "\"1\""),
            partner.SendAsync(HttpMethod.Put, $"/organisaties/{organisatieId}", partner.Organisatie(), "\"2\""),
            partner.PostAsync($"/voorzieningen/{voorzieningId}/beeindiging", null, "\"2\""));

        Assert.All(answers[1..3], answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.Equal(
            [HttpStatusCode.OK, HttpStatusCode.PreconditionFailed],
            new[] { answers[0].StatusCode, answers[3].StatusCode }.Order());
    }

    // One at a time, so that the cursor is tried too.
    private static async Task<List<Guid>> OverdueAsync(Kaartpartner partner, string query)
    {
        var found = new List<Guid>();
        for (var cursor = ""; cursor is not null;)
        {
            var page = await partner.ReadAsync($"/verificaties?limit=1{query}{cursor}");
            found.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetGuid()));
            cursor = page.TryGetProperty("volgende", out var next) ? $"&cursor={next.GetString()}" : null;
        }

        return found;
    }
}
