using System.Text.Json.Nodes;
using Xunit;

namespace GrozUtrecht.Testing;

/// <summary>Keeps the committed OpenAPI document of a service equal to what its code serves.</summary>
public static class OpenApiDocument
{
    /// <summary>
    /// Fetches the document anonymously, sees that every operation is described, and compares it with
    /// <c>docs/api/{service}.v1.json</c>. <c>./groz openapi</c> sets <c>UPDATE_OPENAPI</c>, which writes the file instead.
    /// </summary>
    public static async Task MatchesTheCommittedOneAsync(HttpClient client, string service)
    {
        ArgumentNullException.ThrowIfNull(client);
        using var response = await client.GetAsync($"/{service}/v1/openapi.json");
        response.EnsureSuccessStatusCode();
        var served = (await response.Content.ReadAsStringAsync()).ReplaceLineEndings("\n").TrimEnd() + "\n";

        var operations = JsonNode.Parse(served)!["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().Select(member => member.Value).OfType<JsonObject>());
        Assert.All(operations, operation => Assert.NotEmpty((string)(operation["summary"] ?? operation["description"])!));

        var file = Path.Combine(Repository.Root, "docs", "api", $"{service}.v1.json");
        if (Environment.GetEnvironmentVariable("UPDATE_OPENAPI") is { Length: > 0 })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllTextAsync(file, served);
            return;
        }

        var committed = File.Exists(file) ? await File.ReadAllTextAsync(file) : "";
        Assert.True(string.Equals(committed, served, StringComparison.Ordinal), $"docs/api/{service}.v1.json differs from the code. Run ./groz openapi and look at the difference.");
    }
}
