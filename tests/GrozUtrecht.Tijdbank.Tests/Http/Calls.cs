using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace GrozUtrecht.Tijdbank.Tests.Http;

/// <summary>Calls as a partner makes them: JSON text in, status and JSON out.</summary>
internal static class Calls
{
    public static async Task<(int Status, JsonElement Body)> AskAsync(this HttpClient client, string path)
    {
        using var response = await client.GetAsync(new Uri($"/tijdbank/v1{path}", UriKind.Relative));
        return await ReadAsync(response);
    }

    public static async Task<(int Status, JsonElement Body)> SendAsync(this HttpClient client, string path, string json, string? idempotencyKey = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/tijdbank/v1{path}");
        request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        if (idempotencyKey is not null)
            request.Headers.Add("Idempotency-Key", idempotencyKey);
        using var response = await client.SendAsync(request);
        return await ReadAsync(response);
    }

    public static Guid Id(this JsonElement body) => body.GetProperty("id").GetGuid();

    public static string? Code(this JsonElement body) => body.GetProperty("code").GetString();

    private static async Task<(int Status, JsonElement Body)> ReadAsync(HttpResponseMessage response) =>
        ((int)response.StatusCode, await response.Content.ReadFromJsonAsync<JsonElement>());
}
