using System.Text.Json.Nodes;
using Dapper;
using GrozUtrecht.Testing;

namespace GrozUtrecht.VitaalWerken.Tests.Inspiratie;

/// <summary>A company that is a member, its coordinator, a speaker and a meeting.</summary>
internal sealed class Inspiratiewereld(VitaalWerkenFixture service) : IDisposable
{
    public const string Bijeenkomsten = "/vitaal-werken/v1/inspiratiebijeenkomsten";
    public const string Belangstelling = "/vitaal-werken/v1/medewerkers/belangstelling";
    public const string Uitnodiging = "/vitaal-werken/v1/medewerkers/uitnodiging";

    public static readonly DateTimeOffset Begin = new(TimeProvider.System.GetUtcNow().AddDays(30).UtcDateTime.Date.AddHours(9), TimeSpan.Zero);

    public HttpClient Bedrijf { get; } = service.Partner();

    public HttpClient Coordinator { get; private set; } = null!;

    public HttpClient Medewerker { get; } = service.CreateClient();

    public Guid BedrijfId { get; private set; }

    public Guid Id { get; private set; }

    public string Address => $"{Bijeenkomsten}/{Id}";

    public string OfBedrijf => $"{VitaalWerkenFixture.Bedrijven}/{BedrijfId}/inspiratiebijeenkomsten";

    public static async Task<Inspiratiewereld> CreateAsync(VitaalWerkenFixture service)
    {
        var world = new Inspiratiewereld(service);
        world.BedrijfId = await service.LidAsync(world.Bedrijf);
        world.Coordinator = await service.CoordinatorAsync();
        return world;
    }

    /// <summary>The same with a meeting, planned by the company.</summary>
    public static async Task<Inspiratiewereld> PlannedAsync(VitaalWerkenFixture service, int verwachtAantal = 20)
    {
        var world = await CreateAsync(service);
        using var planned = await world.Bedrijf.SendJsonAsync(HttpMethod.Post, world.OfBedrijf, Plan(verwachtAantal: verwachtAantal));
        planned.EnsureSuccessStatusCode();
        world.Id = (Guid)(await planned.ReadObjectAsync())["id"]!;
        return world;
    }

    public static JsonObject Plan(DateTimeOffset? begin = null, int minutes = 120, int verwachtAantal = 20, params JsonObject[] onderdelen) => new()
    {
        ["plek"] = "De kantine",
        ["begintOp"] = begin ?? Begin,
        ["eindigtOp"] = (begin ?? Begin).AddMinutes(minutes),
        ["verwachtAantal"] = verwachtAantal,
        ["onderdelen"] = new JsonArray([.. onderdelen]),
    };

    public static JsonObject Onderdeel(Guid leverancierId, int fromMinute = 0, int untilMinute = 60, DateTimeOffset? begin = null) => new()
    {
        ["titel"] = "Rekken en strekken",
        ["leverancierId"] = leverancierId,
        ["begintOp"] = (begin ?? Begin).AddMinutes(fromMinute),
        ["eindigtOp"] = (begin ?? Begin).AddMinutes(untilMinute),
    };

    /// <summary>Lets the meeting have ended so many days ago, whatever its plan was.</summary>
    public async Task EndedAsync(int daysAgo)
    {
        await using var connection = await service.Database.OpenConnectionAsync();
        await connection.ExecuteAsync(
            """
            UPDATE inspiratiebijeenkomsten
            SET begint_op = now() - make_interval(days => @daysAgo, hours => 2), eindigt_op = now() - make_interval(days => @daysAgo, hours => 1)
            WHERE id = @Id
            """,
            new { Id, daysAgo });
    }

    /// <summary>The code behind the # of a new link.</summary>
    public async Task<string> LinkAsync(HttpClient? by = null)
    {
        using var issued = await (by ?? Bedrijf).SendJsonAsync(HttpMethod.Post, $"{Address}/uitnodigingslink", null);
        issued.EnsureSuccessStatusCode();
        var link = (string)(await issued.ReadObjectAsync())["link"]!;
        return link[(link.IndexOf('#', StringComparison.Ordinal) + 1)..];
    }

    public Task<HttpResponseMessage> TellAsync(string? code, params string[] onderwerpen) =>
        EmployeeAsync(HttpMethod.Put, Belangstelling, code, new JsonObject { ["onderwerpen"] = new JsonArray([.. onderwerpen]) });

    public Task<HttpResponseMessage> EmployeeAsync(HttpMethod method, string path, string? code, JsonNode? body = null)
    {
        var request = new HttpRequestMessage(method, path);
        if (body is not null)
            request.Content = new StringContent(body.ToJsonString(), System.Text.Encoding.UTF8, "application/json");
        if (code is not null)
            request.Headers.TryAddWithoutValidation("uitnodigingscode", code);
        return Medewerker.SendAsync(request);
    }

    public Task<HttpResponseMessage> StepAsync(string noun, long version, JsonObject? body = null, HttpClient? by = null) =>
        (by ?? Bedrijf).SendJsonAsync(HttpMethod.Post, $"{Address}/{noun}", body, $"\"{version}\"");

    public static JsonObject Present(int count) => new() { ["aanwezigAantal"] = count };

    public void Dispose()
    {
        Bedrijf.Dispose();
        Coordinator.Dispose();
        Medewerker.Dispose();
    }
}
