using System.Text;
using System.Text.Json.Nodes;
using Dapper;
using GrozUtrecht.Gebieden;
using GrozUtrecht.Testing;

namespace GrozUtrecht.VitaalWerken.Tests.Behoeften;

/// <summary>A company, its coordinator and a scan that is open.</summary>
internal sealed class Scanwereld(VitaalWerkenFixture service) : IDisposable
{
    public const string Scan = "/vitaal-werken/v1/medewerkers/scan";

    private static readonly string[] Onderwerpen =
    [
        "bewegen", "voeding", "slaap", "stress-en-balans", "mentale-veerkracht", "roken-en-alcohol", "werkplek", "mantelzorg-en-werk", "geldzorgen",
        "verbinding", "zingeving", "ontwikkeling",
    ];

    public HttpClient Bedrijf { get; } = service.Partner();

    public HttpClient Coordinator { get; private set; } = null!;

    public HttpClient Medewerker { get; } = service.CreateClient();

    public Guid BedrijfId { get; private set; }

    public Guid Id { get; private set; }

    public string Scans => $"{VitaalWerkenFixture.Bedrijven}/{BedrijfId}/medewerkersscans";

    public string Address => $"{Scans}/{Id}";

    public static DateOnly Today => NederlandseTijd.DayOf(TimeProvider.System.GetUtcNow());

    public static async Task<Scanwereld> CreateAsync(VitaalWerkenFixture service)
    {
        var world = new Scanwereld(service);
        world.BedrijfId = await service.LidAsync(world.Bedrijf);
        world.Coordinator = await service.CoordinatorAsync();
        return world;
    }

    public static async Task<Scanwereld> OpenedAsync(VitaalWerkenFixture service, params string[] groepen)
    {
        var world = await CreateAsync(service);
        using var opened = await world.OpenAsync(groepen);
        opened.EnsureSuccessStatusCode();
        world.Id = (Guid)(await opened.ReadObjectAsync())["id"]!;
        return world;
    }

    public Task<HttpResponseMessage> OpenAsync(string[] groepen, int days = 14, HttpClient? by = null) =>
        (by ?? Coordinator).SendJsonAsync(HttpMethod.Post, Scans, Body(days, groepen));

    public static JsonObject Body(int days, params string[] groepen) => new()
    {
        ["sluitDatum"] = Today.AddDays(days).ToString("O"),
        ["codesMaximum"] = 60,
        ["groepen"] = new JsonArray([.. groepen]),
    };

    public async Task<List<string>> CodesAsync(int count)
    {
        using var issued = await Coordinator.SendJsonAsync(HttpMethod.Post, $"{Address}/codes", new JsonObject { ["aantal"] = count });
        issued.EnsureSuccessStatusCode();
        return [.. (await issued.ReadObjectAsync())["codes"]!.AsArray().Select(code => (string)code!)];
    }

    /// <summary>So many people of a group fill it in, with marks from four to seven.</summary>
    public async Task FilledAsync(int people, string? groep = null)
    {
        var codes = await CodesAsync(people);
        foreach (var told in await Task.WhenAll(codes.Select((code, index) => TellAsync(code, Marks(4 + (index % 4), groep)))))
            told.EnsureSuccessStatusCode();
    }

    public Task<HttpResponseMessage> TellAsync(string? code, JsonNode body, HttpClient? by = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, Scan) { Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json") };
        if (code is not null)
            request.Headers.TryAddWithoutValidation("uitnodigingscode", code);
        return (by ?? Medewerker).SendAsync(request);
    }

    public static JsonObject Marks(int mark, string? groep = null)
    {
        var body = new JsonObject
        {
            ["cijfers"] = new JsonArray([.. Onderwerpen.Select(onderwerp => new JsonObject { ["onderwerp"] = onderwerp, ["cijfer"] = mark })]),
            ["wensen"] = new JsonArray(mark < 6 ? "slaap" : "bewegen"),
        };
        if (groep is not null)
            body["groep"] = groep;
        return body;
    }

    public async Task<JsonObject> ClosedAsync()
    {
        using var closed = await Coordinator.SendJsonAsync(HttpMethod.Post, $"{Address}/sluiting", null);
        closed.EnsureSuccessStatusCode();
        return await closed.ReadObjectAsync();
    }

    public async Task<string> SeenByAsync(HttpClient caller, string path)
    {
        using var response = await caller.GetAsync(path);
        return await response.Content.ReadAsStringAsync();
    }

    public async Task ExecuteAsync(string sql)
    {
        await using var connection = await service.Database.OpenConnectionAsync();
        await connection.ExecuteAsync(sql, new { Id, BedrijfId });
    }

    public async Task<long> CountAsync(string sql)
    {
        await using var connection = await service.Database.OpenConnectionAsync();
        return await connection.ExecuteScalarAsync<long>(sql, new { Id, BedrijfId });
    }

    public void Dispose()
    {
        Bedrijf.Dispose();
        Coordinator.Dispose();
        Medewerker.Dispose();
    }
}
