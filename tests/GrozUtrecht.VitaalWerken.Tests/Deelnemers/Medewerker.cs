using System.Net.Http.Json;
using System.Text.Json.Nodes;
using GrozUtrecht.Testing;

namespace GrozUtrecht.VitaalWerken.Tests.Deelnemers;

/// <summary>Somebody at home, with a browser and a key, and no token.</summary>
internal sealed class Medewerker(HttpClient browser, string sleutel)
{
    public string Sleutel => sleutel;

    public Task<string> EnrolAsync(string code) => SendAsync(HttpMethod.Put, "", null, ("Uitnodigingscode", code));

    public Task<string> RegisterAsync(Guid sessie) => SendAsync(HttpMethod.Put, $"/sessies/{sessie}");

    public Task<string> CancelAsync(Guid sessie) => SendAsync(HttpMethod.Delete, $"/sessies/{sessie}");

    public Task<string> AttendAsync(Guid sessie, string code) => SendAsync(HttpMethod.Put, $"/sessies/{sessie}/aanwezigheid", null, ("Aanwezigheidscode", code));

    public Task<string> PulseAsync(string moment, params (string Onderwerp, int Cijfer)[] marks) => SendAsync(
        HttpMethod.Put, $"/polsmetingen/{moment}",
        new() { ["antwoorden"] = new JsonArray([.. marks.Select(mark => new JsonObject { ["onderwerp"] = mark.Onderwerp, ["cijfer"] = mark.Cijfer })]) });

    public Task<string> ExperienceAsync(int cijfer, bool aanraden) =>
        SendAsync(HttpMethod.Put, "/ervaring", new() { ["cijfer"] = cijfer, ["aanraden"] = aanraden });

    public Task<string> WithdrawAsync() => SendAsync(HttpMethod.Delete, "");

    public async Task<JsonObject> SeeAsync()
    {
        using var request = Request(HttpMethod.Get, "", null);
        using var answer = await browser.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        return await answer.ReadObjectAsync();
    }

    /// <summary><c>204</c>, or the status and the code of the problem.</summary>
    public async Task<string> SendAsync(HttpMethod method, string path, JsonObject? body = null, params (string Name, string Value)[] headers)
    {
        using var request = Request(method, path, body);
        foreach (var (name, value) in headers)
            request.Headers.Add(name, value);
        using var answer = await browser.SendAsync(request);
        return answer.IsSuccessStatusCode ? ((int)answer.StatusCode).ToString() : await answer.ProblemAsync();
    }

    private HttpRequestMessage Request(HttpMethod method, string path, JsonObject? body)
    {
        var request = new HttpRequestMessage(method, DeelnemersWereld.Deelname + path) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Add("Deelnamesleutel", sleutel);
        return request;
    }
}

internal static class PartnerReading
{
    public static async Task<JsonObject> GetFromAsync(this HttpClient client, string path)
    {
        using var answer = await client.GetAsync(path);
        answer.EnsureSuccessStatusCode();
        return await answer.ReadObjectAsync();
    }

    /// <summary>The status, or the status and the code of the problem.</summary>
    public static async Task<string> OutcomeAsync(this Task<HttpResponseMessage> sending)
    {
        using var answer = await sending;
        return answer.IsSuccessStatusCode ? ((int)answer.StatusCode).ToString() : await answer.ProblemAsync();
    }
}
