using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace GrozUtrecht.Testing;

/// <summary>Requests and answers as a partner's program sees them: JSON, headers and problem codes, no types of the service.</summary>
public static class HttpJson
{
    /// <summary>Sends a JSON body, with the headers of a write when they are given.</summary>
    public static Task<HttpResponseMessage> SendJsonAsync(
        this HttpClient client, HttpMethod method, string path, JsonNode? body, string? ifMatch = null, string? key = null)
    {
        var text = body is null ? null : body.ToJsonString();
        return client.SendTextAsync(method, path, text, ifMatch, key);
    }

    /// <summary>Sends any text as if it were JSON.</summary>
    public static Task<HttpResponseMessage> SendTextAsync(
        this HttpClient client, HttpMethod method, string path, string? text, string? ifMatch = null, string? key = null)
    {
        var request = new HttpRequestMessage(method, path)
        {
            Content = text is null ? null : new StringContent(text, Encoding.UTF8, "application/json"),
        };
        if (ifMatch is not null)
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        if (key is not null)
            request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        return client.SendAsync(request);
    }

    /// <summary>The JSON object of an answer.</summary>
    public static async Task<JsonObject> ReadObjectAsync(this HttpResponseMessage response) =>
        (await response.Content.ReadFromJsonAsync<JsonObject>())!;

    /// <summary>The status and the stable code of a problem answer: <c>404 tijdbank.rekening.onbekend</c>.</summary>
    public static async Task<string> ProblemAsync(this HttpResponseMessage response)
    {
        var status = (int)response.StatusCode;
        var mediaType = response.Content.Headers.ContentType?.MediaType;
        var text = await response.Content.ReadAsStringAsync();
        if (mediaType != "application/problem+json")
            return $"{status} {mediaType} {text}";

        using var problem = JsonDocument.Parse(text);
        return $"{status} {problem.RootElement.GetProperty("code").GetString()}";
    }
}
