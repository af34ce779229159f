using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace GrozUtrecht.Tijdbank.Tests.Ruil;

/// <summary>Calls that name a version, and the bodies of advertisements.</summary>
internal static class Ruilcalls
{
    public static string Inhoud(params (string Name, object? Value)[] changes)
    {
        var body = new JsonObject
        {
            ["titel"] = "Fietsen repareren",
            ["omschrijving"] = "Banden plakken en remmen stellen.",
            ["categorie"] = "huis-en-klussen",
            ["postcode"] = "3561",
            ["prijsMinuten"] = 60,
            ["prijsPer"] = "uur",
            ["geldigTotDatum"] = TimeProvider.System.GetUtcNow().AddDays(30).ToString("yyyy-MM-dd"),
        };
        foreach (var (name, value) in changes)
            body[name] = JsonSerializer.SerializeToNode(value);
        return body.ToJsonString();
    }

    public static string Place(Guid rekening, string richting = "aanbod", string soort = "tijd", string? inhoud = null) =>
        $$"""{"rekeningId":"{{rekening}}","richting":"{{richting}}","soort":"{{soort}}","inhoud":{{inhoud ?? Inhoud()}}}""";

    public static (string Name, object? Value)[] Product(int prijsMinuten, int? voorraad = null) =>
        [("prijsPer", "stuk"), ("prijsMinuten", prijsMinuten), ("voorraad", voorraad), ("categorie", "spullen-en-kleding")];

    /// <summary>Sends with <c>If-Match</c>; null sends none.</summary>
    public static async Task<(int Status, JsonElement Body)> SendAsync(
        this HttpClient client, HttpMethod method, string path, long? version, string? json = null)
    {
        using var request = new HttpRequestMessage(method, $"/tijdbank/v1{path}");
        if (version is not null)
            request.Headers.TryAddWithoutValidation("If-Match", $"\"{version}\"");
        if (json is not null)
            request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        using var response = await client.SendAsync(request);
        return ((int)response.StatusCode, await response.Content.ReadFromJsonAsync<JsonElement>());
    }

    public static IReadOnlyList<Guid> Ids(this JsonElement page) =>
        [.. page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetGuid())];

    public static string? Text(this JsonElement body, string name) => body.TryGetProperty(name, out var value) ? value.ToString() : null;
}
