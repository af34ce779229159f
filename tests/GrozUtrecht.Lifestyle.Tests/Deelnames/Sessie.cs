using System.Text.Json.Nodes;
using Dapper;
using GrozUtrecht.Testing;

namespace GrozUtrecht.Lifestyle.Tests.Deelnames;

/// <summary>One session of a published activity, with who offers it and who registers for it.</summary>
internal sealed class Sessie(LifestyleFixture lifestyle, Guid ownerId, Guid partnerId, Guid activityId, Guid id)
{
    public Guid Id => id;

    public Guid ActivityId => activityId;

    public Guid OwnerId => ownerId;

    /// <summary>Whose activity it is.</summary>
    public HttpClient Owner { get; } = lifestyle.Partner(ownerId);

    /// <summary>Who registers people.</summary>
    public HttpClient Partner { get; } = lifestyle.Partner(partnerId);

    public string Address => $"/lifestyle/v1/sessies/{id}";

    /// <summary>A session in some days with this many places.</summary>
    public static async Task<Sessie> WithPlacesAsync(LifestyleFixture lifestyle, int places, Action<JsonObject>? change = null)
    {
        var (ownerId, partnerId) = (TestId.Guid(), TestId.Guid());
        using var owner = lifestyle.Partner(ownerId);
        var activity = await LifestyleFixture.PublishedAsync(owner, body =>
        {
            body["capaciteit"] = places;
            change?.Invoke(body);
        });
        var sessie = (await LifestyleFixture.ItemsAsync(owner, $"{activity}/sessies"))[0]!;
        return new Sessie(lifestyle, ownerId, partnerId, (Guid)sessie["activiteitId"]!, (Guid)sessie["id"]!);
    }

    public Task<HttpResponseMessage> AskAsync(JsonObject body) => Partner.SendJsonAsync(HttpMethod.Post, $"{Address}/deelnames", body);

    /// <summary>Registers a new person, on the waiting list when it must be.</summary>
    public async Task<JsonObject> RegisterAsync(Guid? persoonId = null, Action<JsonObject>? change = null)
    {
        var body = new JsonObject { ["persoonId"] = persoonId ?? TestId.Guid(), ["wachtlijst"] = true };
        change?.Invoke(body);
        using var response = await AskAsync(body);
        return await OkAsync(response);
    }

    public async Task<JsonObject> GetAsync(JsonNode deelname)
    {
        using var response = await Partner.GetAsync($"/lifestyle/v1/deelnames/{deelname["id"]}");
        return await OkAsync(response);
    }

    public async Task<string> StatusAsync(JsonNode deelname) => (string)(await GetAsync(deelname))["status"]!;

    public Task<HttpResponseMessage> CancelAsync(JsonNode deelname) => DoAsync(deelname, "afmelding");

    public Task<HttpResponseMessage> AcceptAsync(JsonNode deelname) => DoAsync(deelname, "aanvaarding");

    public Task<HttpResponseMessage> CheckInAsync(params JsonObject[] lines) => CheckInAsync(Owner, lines);

    public Task<HttpResponseMessage> CheckInAsync(HttpClient who, params JsonObject[] lines) =>
        who.SendJsonAsync(HttpMethod.Post, $"{Address}/aanwezigheden", new JsonObject { ["regels"] = new JsonArray(lines) });

    /// <summary>What came of each line, in words.</summary>
    public async Task<string[]> CheckedInAsync(params JsonObject[] lines)
    {
        using var response = await CheckInAsync(lines);
        return [.. (await OkAsync(response))["regels"]!.AsArray().Select(line => (string)line!["resultaat"]!)];
    }

    /// <summary>Lets the session begin so many minutes from now, whatever the rules say of planning.</summary>
    public async Task BeginsAsync(int minutesFromNow, int durationMinutes = 60)
    {
        await using var connection = await lifestyle.Database.OpenConnectionAsync();
        var begins = TimeProvider.System.GetUtcNow().AddMinutes(minutesFromNow);
        await connection.ExecuteAsync(
            "UPDATE sessies SET begint_op = @begins, eindigt_op = @ends WHERE id = @id", new { begins, ends = begins.AddMinutes(durationMinutes), id });
    }

    /// <summary>What the database counts, and what there is to count.</summary>
    public async Task<(int Bezet, int Places, int Capaciteit)> PlacesAsync()
    {
        await using var connection = await lifestyle.Database.OpenConnectionAsync();
        return await connection.QuerySingleAsync<(int, int, int)>(
            """
            SELECT bezet,
                   (SELECT count(*)::int FROM deelnames
                    WHERE sessie_id = sessies.id AND rol = 'deelnemer' AND status IN ('aangemeld', 'aangeboden', 'aanwezig', 'niet-verschenen')),
                   capaciteit
            FROM sessies WHERE id = @id
            """,
            new { id });
    }

    public static async Task<JsonObject> OkAsync(HttpResponseMessage response)
    {
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
        return await response.ReadObjectAsync();
    }

    private Task<HttpResponseMessage> DoAsync(JsonNode deelname, string action) =>
        Partner.SendJsonAsync(HttpMethod.Post, $"/lifestyle/v1/deelnames/{deelname["id"]}/{action}", null);
}
