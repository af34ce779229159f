using System.Text.Json.Nodes;
using GrozUtrecht.Testing;

namespace GrozUtrecht.Lifestyle.Tests;

public sealed class LifestyleFixture() : ServiceFixture<Program>("lifestyle")
{
    public const string Activiteiten = "/lifestyle/v1/activiteiten";

    /// <summary>A client of a partner of its own, unless one is named.</summary>
    public HttpClient Partner(Guid? partnerId = null) => ClientFor(partnerId ?? TestId.Guid(), "lifestyle:lezen", "lifestyle:schrijven");

    public static JsonObject NewActiviteit() => new()
    {
        ["naam"] = "Wandelen rond de plas",
        ["omschrijving"] = "Een uur rustig wandelen.\nDaarna koffie in het buurthuis.",
        ["dimensies"] = new JsonArray("lichaamsfuncties", "meedoen"),
        ["postcode"] = "3431",
        ["locatienaam"] = "Buurthuis De Driehoek",
        ["prijsCenten"] = 0,
        ["drempels"] = new JsonArray("gratis", "kind-welkom"),
        ["capaciteit"] = 12,
    };

    /// <summary>A session on a day from now.</summary>
    public static JsonObject Sessie(int daysAhead, int beginsHour = 10, int endsHour = 11)
    {
        var day = TimeProvider.System.GetUtcNow().AddDays(daysAhead).UtcDateTime.Date;
        return new()
        {
            ["begintOp"] = new DateTimeOffset(day.AddHours(beginsHour), TimeSpan.Zero),
            ["eindigtOp"] = new DateTimeOffset(day.AddHours(endsHour), TimeSpan.Zero),
        };
    }

    /// <summary>Makes a draft, changed where a test asks for it, and gives its address.</summary>
    public static async Task<string> DraftedAsync(HttpClient partner, Action<JsonObject>? change = null)
    {
        var body = NewActiviteit();
        change?.Invoke(body);
        using var response = await partner.SendJsonAsync(HttpMethod.Post, Activiteiten, body);
        response.EnsureSuccessStatusCode();
        return response.Headers.Location!.ToString();
    }

    /// <summary>Makes an activity with one session and publishes it: version 2.</summary>
    public static async Task<string> PublishedAsync(HttpClient partner, Action<JsonObject>? change = null)
    {
        var address = await DraftedAsync(partner, change);
        using var added = await partner.SendJsonAsync(HttpMethod.Post, $"{address}/sessies", Sessie(3));
        added.EnsureSuccessStatusCode();
        using var published = await partner.SendJsonAsync(HttpMethod.Post, $"{address}/publicatie", null, "\"1\"");
        published.EnsureSuccessStatusCode();
        return address;
    }

    public static async Task<JsonArray> ItemsAsync(HttpClient client, string address)
    {
        using var response = await client.GetAsync(address);
        response.EnsureSuccessStatusCode();
        return (await response.ReadObjectAsync())["items"]!.AsArray();
    }
}

[CollectionDefinition(Name)]
public sealed class LifestyleService : ICollectionFixture<LifestyleFixture>
{
    public const string Name = "lifestyle";
}
