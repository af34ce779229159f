using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace GrozUtrecht.Identity.Tests.Support;

/// <summary>An answer of the token or revocation endpoint.</summary>
public sealed record OAuthAnswer(HttpStatusCode Status, HttpResponseMessage Response, JsonElement Body)
{
    public string Token => Body.GetProperty("access_token").GetString()!;

    public string Scope => Body.GetProperty("scope").GetString()!;

    public string Error => Body.GetProperty("error").GetString()!;

    public string Description => Body.GetProperty("error_description").GetString()!;

    public static async Task<OAuthAnswer> ReadAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        return new(response.StatusCode, response, text.Length == 0 ? default : JsonElement.Parse(text));
    }
}

internal static class HttpClientExtensions
{
    /// <summary>Posts, expects success and reads the answer.</summary>
    public static async Task<T> PostForAsync<T>(this HttpClient client, string path, object body)
    {
        using var response = await client.PostAsJsonAsync(path, body);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
        return (await response.Content.ReadFromJsonAsync<T>())!;
    }

    /// <summary>The code of a problem answer.</summary>
    public static async Task<string> ProblemCodeAsync(this HttpResponseMessage response) =>
        (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString()!;
}
