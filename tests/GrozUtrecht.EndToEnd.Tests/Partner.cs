using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;

namespace GrozUtrecht.EndToEnd.Tests;

/// <summary>A partner organisation: a client of the gateway with a token.</summary>
public sealed class Partner(HttpClient http)
{
    public HttpClient Http => http;

    public static async Task<Partner> LogInAsync(HttpClient http, string clientId, string clientSecret, string? scope)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/identity/connect/token");
        request.Headers.Authorization = new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{clientId}:{clientSecret}")));
        request.Content = new FormUrlEncodedContent(
        [
            new("grant_type", "client_credentials"),
            .. scope is null ? (KeyValuePair<string, string>[])[] : [new("scope", scope)],
        ]);
        using var response = await http.SendAsync(request);
        var answer = await ReadAsync(response);
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (string)answer["access_token"]!);
        return new Partner(http);
    }

    public async Task<JsonObject> GetAsync(string path)
    {
        using var response = await http.GetAsync(path);
        return await ReadAsync(response);
    }

    public async Task<JsonObject> PostAsync(string path, object body)
    {
        using var response = await http.PostAsJsonAsync(path, body);
        return await ReadAsync(response);
    }

    private static async Task<JsonObject> ReadAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{response.RequestMessage!.Method} {response.RequestMessage.RequestUri} answered {(int)response.StatusCode}: {text}");
        return (JsonObject)JsonNode.Parse(text)!;
    }
}
