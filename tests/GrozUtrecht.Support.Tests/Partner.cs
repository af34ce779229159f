using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using GrozUtrecht.Testing;

namespace GrozUtrecht.Support.Tests;

/// <summary>A partner organisation that talks to Support over HTTP, with the requests that most tests begin with.</summary>
internal sealed class Partner(SupportFixture support, Guid id)
{
    private const string Base = "/support/v1";

    public Guid Id => id;

    public HttpClient Client { get; } = support.ClientFor(id, SupportFixture.Read, SupportFixture.Write);

    public static DateTimeOffset OneHourAgo => TimeProvider.System.GetUtcNow().AddHours(-1);

    public static DateTimeOffset Tomorrow => TimeProvider.System.GetUtcNow().AddDays(1);

    public static JsonObject HelperRequest(Guid? persoonId = null) => new()
    {
        ["persoonId"] = persoonId ?? TestId.Guid(),
        ["postcode"] = "3582",
        ["categorieen"] = new JsonArray("boodschappen", "vervoer"),
        ["straalKilometers"] = 5,
        ["maximumMinutenPerWeek"] = 240,
        ["talen"] = new JsonArray("nl"),
    };

    public static JsonObject HulpvraagRequest(Guid? persoonId = null, DateTimeOffset? begintOp = null) => new()
    {
        ["persoonId"] = persoonId ?? TestId.Guid(),
        ["categorie"] = "boodschappen",
        ["omschrijving"] = "Zware boodschappen naar de derde verdieping.",
        ["postcode"] = "3581",
        ["urgentie"] = "normaal",
        ["duurMinuten"] = 60,
        ["begintOp"] = begintOp ?? OneHourAgo,
    };

    public Task<HttpResponseMessage> PostAsync(string path, JsonNode? body, string? key = null) =>
        SendAsync(path, JsonContent.Create(body ?? new JsonObject()), key);

    public async Task<HttpResponseMessage> SendAsync(string path, HttpContent content, string? key = null, string? ifMatch = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Base + path) { Content = content };
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        if (ifMatch is not null)
        {
            request.Headers.Add("If-Match", ifMatch);
        }

        return await Client.SendAsync(request);
    }

    public Task<HttpResponseMessage> GetAsync(string path) => Client.GetAsync(Base + path);

    public async Task<JsonElement> ReadAsync(string path)
    {
        using var answer = await GetAsync(path);
        return await answer.BodyAsync(HttpStatusCode.OK);
    }

    public async Task<Guid> RegisterHelperAsync(JsonObject? request = null) => await CreateAsync("/helpers", request ?? HelperRequest());

    public async Task<Guid> SubmitHulpvraagAsync(JsonObject? request = null) => await CreateAsync("/hulpvragen", request ?? HulpvraagRequest());

    public async Task<Guid> ProposeAsync(Guid hulpvraagId, Guid helperId) =>
        await CreateAsync($"/hulpvragen/{hulpvraagId}/voorstellen", new JsonObject { ["helperId"] = helperId });

    public async Task<Guid> AcceptAsync(Guid voorstelId) => await CreateAsync($"/voorstellen/{voorstelId}/aanvaarding", null);

    /// <summary>A new hulpvraag, a helper asked and accepted.</summary>
    public async Task<(Guid HulpvraagId, Guid HelperId, Guid AfspraakId)> PlanAsync(JsonObject? hulpvraag = null, JsonObject? helper = null)
    {
        var helperId = await RegisterHelperAsync(helper);
        var hulpvraagId = await SubmitHulpvraagAsync(hulpvraag);
        return (hulpvraagId, helperId, await AcceptAsync(await ProposeAsync(hulpvraagId, helperId)));
    }

    public Task<HttpResponseMessage> ConfirmAsync(Guid afspraakId, string rol, bool doorgegaan, int duurMinuten) => PostAsync(
        $"/afspraken/{afspraakId}/bevestigingen",
        new JsonObject { ["rol"] = rol, ["doorgegaan"] = doorgegaan, ["duurMinuten"] = duurMinuten });

    /// <summary>Confirms and returns the status of the appointment after it.</summary>
    public async Task<string> StatusAfterConfirmAsync(Guid afspraakId, string rol, bool doorgegaan, int duurMinuten)
    {
        using var answer = await ConfirmAsync(afspraakId, rol, doorgegaan, duurMinuten);
        return (await answer.BodyAsync(HttpStatusCode.OK)).GetProperty("status").GetString()!;
    }

    public async Task<string> StatusAsync(string path) => (await ReadAsync(path)).GetProperty("status").GetString()!;

    private async Task<Guid> CreateAsync(string path, JsonNode? request)
    {
        using var answer = await PostAsync(path, request);
        return (await answer.BodyAsync(HttpStatusCode.Created)).GetProperty("id").GetGuid();
    }
}

internal static class Answers
{
    /// <summary>The body of an answer that must have this status.</summary>
    public static async Task<JsonElement> BodyAsync(this HttpResponseMessage answer, HttpStatusCode expected)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == expected, $"{(int)answer.StatusCode} instead of {(int)expected}: {text}");
        return JsonSerializer.Deserialize<JsonElement>(text);
    }

    /// <summary>Asserts a problem answer with this stable code.</summary>
    public static async Task<JsonElement> ProblemAsync(this HttpResponseMessage answer, int status, string code)
    {
        var body = await answer.BodyAsync((HttpStatusCode)status);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(code, body.GetProperty("code").GetString());
        return body;
    }
}
