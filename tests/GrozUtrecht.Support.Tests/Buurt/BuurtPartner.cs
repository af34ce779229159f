using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using GrozUtrecht.Testing;

namespace GrozUtrecht.Support.Tests.Buurt;

/// <summary>A partner organisation with buurtassistenten, talking to Support over HTTP.</summary>
internal sealed class BuurtPartner(SupportFixture support, HttpClient? client = null, Guid? partnerId = null)
{
    public const string Postcode = "3581";
    private const string Base = "/support/v1";

    public Guid Id { get; } = partnerId ?? TestId.Guid();

    public HttpClient Client => field ??= client ?? support.ClientFor(Id, SupportFixture.Read, SupportFixture.Write, "support:buurtwerk");

    public static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    public Task<HttpResponseMessage> PostAsync(string path, JsonNode? body = null, string? ifMatch = null) =>
        Client.SendJsonAsync(HttpMethod.Post, Base + path, body ?? new JsonObject(), ifMatch);

    public Task<HttpResponseMessage> PutAsync(string path, JsonNode body, string? ifMatch = null) =>
        Client.SendJsonAsync(HttpMethod.Put, Base + path, body, ifMatch);

    public Task<HttpResponseMessage> DeleteAsync(string path) => Client.SendJsonAsync(HttpMethod.Delete, Base + path, null);

    public Task<HttpResponseMessage> GetAsync(string path) => Client.GetAsync(Base + path);

    public async Task<JsonElement> ReadAsync(string path)
    {
        using var answer = await GetAsync(path);
        return await answer.BodyAsync(HttpStatusCode.OK);
    }

    public async Task<JsonElement[]> ItemsAsync(string path) => [.. (await ReadAsync(path)).GetProperty("items").EnumerateArray()];

    /// <summary>Does something that must succeed.</summary>
    public async Task<JsonElement> DoAsync(string path, JsonNode? body = null, string? ifMatch = null)
    {
        using var answer = await PostAsync(path, body, ifMatch);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return await answer.BodyAsync(answer.StatusCode);
    }

    public async Task<Guid> CreateAsync(string path, JsonNode? body = null)
    {
        using var answer = await PostAsync(path, body);
        return (await answer.BodyAsync(HttpStatusCode.Created)).GetProperty("id").GetGuid();
    }

    /// <summary>Something made by a hand of the current version.</summary>
    public async Task<string> ETagAsync(string path)
    {
        using var answer = await GetAsync(path);
        return answer.Headers.ETag!.Tag;
    }

    public Task<Guid> CreateBuurtAsync(string name = "Wittevrouwen", params string[] postcodes) => CreateAsync(
        "/buurten",
        new JsonObject { ["naam"] = name, ["postcodes"] = new JsonArray([.. (postcodes is [] ? [Postcode] : postcodes).Select(code => JsonValue.Create(code))]) });

    public Task<Guid> RegisterAsync(Guid buurtId, Guid? persoonId = null) => CreateAsync(
        "/buurtassistenten", new JsonObject { ["persoonId"] = persoonId ?? TestId.Guid(), ["buurten"] = new JsonArray(buurtId) });

    public static JsonObject DienstRequest(Guid buurtId, Guid assistentId, DateTimeOffset begin, double hours = 4) => new()
    {
        ["buurtId"] = buurtId,
        ["buurtassistentId"] = assistentId,
        ["begintOp"] = begin,
        ["eindigtOp"] = begin.AddHours(hours),
    };

    public Task<Guid> PlanAsync(Guid buurtId, Guid assistentId, DateTimeOffset begin, double hours = 4) =>
        CreateAsync("/diensten", DienstRequest(buurtId, assistentId, begin, hours));

    /// <summary>A buurt with somebody on duty now.</summary>
    public async Task<(Guid BuurtId, Guid AssistentId)> BuurtWithDutyAsync()
    {
        var buurtId = await CreateBuurtAsync();
        var assistentId = await RegisterAsync(buurtId);
        await PlanAsync(buurtId, assistentId, Now.AddHours(-1));
        return (buurtId, assistentId);
    }

    public static JsonObject VraagRequest(Guid? persoonId = null) => new()
    {
        ["bron"] = "professional",
        ["kanaal"] = "telefoon",
        ["omschrijving"] = "Zoekt gezelschap overdag.",
        ["postcode"] = Postcode,
        ["urgentie"] = "normaal",
        ["persoonId"] = persoonId,
    };

    public Task<Guid> AskAsync(Guid? persoonId = null) => CreateAsync("/sociale-vragen", VraagRequest(persoonId));
}
