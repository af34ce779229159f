using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using GrozUtrecht.Testing;

namespace GrozUtrecht.Support.Tests.SocialeKaart;

/// <summary>A partner organisation that keeps entries of the sociale kaart.</summary>
internal sealed class Kaartpartner(SupportFixture support, params string[] scopes)
{
    private const string Base = "/support/v1";

    private readonly HttpClient client = support.ClientFor(
        TestId.Guid(), scopes is [] ? [SupportFixture.Read, SupportFixture.Write, SupportFixture.SocialeKaart] : scopes);

    /// <summary>A word that no other entry has, so that a test finds its own. Letters only: nine digits could be a BSN, which is refused.</summary>
    public string Word { get; } = string.Concat($"woord{TestId.Guid():N}".Select(it => char.IsAsciiDigit(it) ? (char)(it - '0' + 'g') : it));

    public JsonObject Organisatie() => new()
    {
        ["naam"] = $"Stichting Rosa {Word}",
        ["omschrijving"] = "Wij brengen buren bij elkaar.",
        ["kvkNummer"] = "01234567",
        ["website"] = "https://www.example.org/rosa?taal=nl",
        ["email"] = "info@example.org",
        ["telefoon"] = "030 123 45 67",
        ["onderhoudenDoor"] = "Team informatie",
    };

    public static JsonObject Locatie(string postcode = "3527") => new()
    {
        ["naam"] = "Buurthuis Rosa",
        ["adres"] = "Marco Pololaan 10",
        ["postcode"] = postcode,
        ["postcodeLetters"] = "GJ",
        ["route"] = "Tramhalte 24 Oktoberplein.",
        ["toegankelijkheid"] = new JsonArray("rolstoeltoegankelijk", "aangepast-toilet"),
    };

    public JsonObject Voorziening(params Guid[] locatieIds) => new()
    {
        ["naam"] = $"Taalcafé {Word}",
        ["omschrijving"] = "Samen Nederlands oefenen bij een kop koffie.",
        ["categorieen"] = new JsonArray("taal", "inloop"),
        ["kosten"] = "vrijwillige-bijdrage",
        ["kostenToelichting"] = "Per keer, als het kan.",
        ["bedragCenten"] = 150,
        ["aanmelding"] = "vrije-inloop",
        ["locatieIds"] = new JsonArray([.. locatieIds.Select(id => (JsonNode)id)]),
        ["doelgroep"] = "Iedereen die Nederlands leert.",
        ["minimumLeeftijd"] = 16,
        ["talen"] = new JsonArray("nl", "ar"),
        ["werkgebied"] = new JsonArray("kanaleneiland"),
        ["website"] = "https://example.org/taalcafe",
        ["email"] = "taal@example.org",
        ["telefoon"] = "+31 30 765 43 21",
        ["openingstijden"] = new JsonArray(
            new JsonObject { ["dag"] = "maandag", ["van"] = "09:00", ["tot"] = "12:30" },
            new JsonObject { ["dag"] = "woensdag", ["van"] = "19:00", ["tot"] = "21:00" }),
        ["afwijkendeTijden"] = new JsonArray(
            new JsonObject { ["vanDatum"] = "2026-12-21", ["totEnMetDatum"] = "2027-01-03", ["reden"] = "Kerstvakantie" },
            new JsonObject { ["vanDatum"] = "2027-04-26", ["totEnMetDatum"] = "2027-04-26", ["van"] = "10:00", ["tot"] = "11:00" }),
    };

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, JsonNode? body = null, string? ifMatch = null, string? key = null)
    {
        using var request = new HttpRequestMessage(method, Base + path) { Content = JsonContent.Create(body ?? new JsonObject()) };
        if (ifMatch is not null)
            request.Headers.Add("If-Match", ifMatch);
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        return await client.SendAsync(request);
    }

    public Task<HttpResponseMessage> PostAsync(string path, JsonNode? body = null, string? ifMatch = null) => SendAsync(HttpMethod.Post, path, body, ifMatch);

    public Task<HttpResponseMessage> GetAsync(string path) => client.GetAsync(Base + path);

    public async Task<JsonElement> ReadAsync(string path)
    {
        using var answer = await GetAsync(path);
        return await answer.BodyAsync(HttpStatusCode.OK);
    }

    public async Task<Guid> CreateAsync(string path, JsonNode body)
    {
        using var answer = await PostAsync(path, body);
        return (await answer.BodyAsync(HttpStatusCode.Created)).GetProperty("id").GetGuid();
    }

    /// <summary>Does something to an entry at the version that it has now.</summary>
    public async Task<JsonElement> MoveAsync(string path, string move)
    {
        using var shown = await GetAsync(path);
        using var answer = await PostAsync($"{path}/{move}", null, shown.Headers.ETag!.Tag);
        return await answer.BodyAsync(HttpStatusCode.OK);
    }

    public async Task<JsonElement> ChangeAsync(string path, JsonNode body)
    {
        using var shown = await GetAsync(path);
        using var answer = await SendAsync(HttpMethod.Put, path, body, shown.Headers.ETag!.Tag);
        return await answer.BodyAsync(HttpStatusCode.OK);
    }

    public async Task<Guid> PublishOrganisatieAsync(JsonObject? body = null)
    {
        var id = await CreateAsync("/organisaties", body ?? Organisatie());
        await MoveAsync($"/organisaties/{id}", "publicatie");
        return id;
    }

    public Task<Guid> CreateLocatieAsync(Guid organisatieId, string postcode = "3527") =>
        CreateAsync("/locaties", new JsonObject { ["organisatieId"] = organisatieId, ["inhoud"] = Locatie(postcode) });

    public Task<Guid> CreateVoorzieningAsync(Guid organisatieId, JsonObject? body = null) =>
        CreateAsync("/voorzieningen", new JsonObject { ["organisatieId"] = organisatieId, ["inhoud"] = body ?? Voorziening() });

    public async Task<Guid> PublishVoorzieningAsync(Guid organisatieId, JsonObject? body = null)
    {
        var id = await CreateVoorzieningAsync(organisatieId, body);
        await MoveAsync($"/voorzieningen/{id}", "publicatie");
        return id;
    }

    /// <summary>A published organisation with a place and a published voorziening at it.</summary>
    public async Task<(Guid OrganisatieId, Guid LocatieId, Guid VoorzieningId)> PublishAsync()
    {
        var organisatieId = await PublishOrganisatieAsync();
        var locatieId = await CreateLocatieAsync(organisatieId);
        return (organisatieId, locatieId, await PublishVoorzieningAsync(organisatieId, Voorziening(locatieId)));
    }

    /// <summary>The ids that a search gives, over all its pages.</summary>
    public async Task<List<Guid>> SearchAsync(string query, int limit = 100)
    {
        var found = new List<Guid>();
        for (var cursor = ""; cursor is not null;)
        {
            var page = await ReadAsync($"/voorzieningen?limit={limit}&{query}{cursor}");
            found.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetGuid()));
            cursor = page.TryGetProperty("volgende", out var next) ? $"&cursor={next.GetString()}" : null;
        }

        return found;
    }
}
