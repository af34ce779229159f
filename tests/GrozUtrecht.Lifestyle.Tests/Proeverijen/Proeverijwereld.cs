using System.Net;
using System.Text.Json.Nodes;
using Dapper;
using GrozUtrecht.Testing;
using static GrozUtrecht.Lifestyle.Tests.LifestyleFixture;

namespace GrozUtrecht.Lifestyle.Tests.Proeverijen;

/// <summary>A coordinator with a proeverij of its own, and what a test does with it.</summary>
internal sealed class Proeverijwereld(LifestyleFixture service) : IDisposable
{
    public const string Proeverijen = "/lifestyle/v1/proeverijen";

    public static readonly DateTimeOffset Day = new(TimeProvider.System.GetUtcNow().AddDays(40).UtcDateTime.Date, TimeSpan.Zero);

    public Guid PartnerId { get; } = TestId.Guid();

    public Guid Id { get; private set; }

    public string Address => $"{Proeverijen}/{Id}";

    public HttpClient Coordinator { get; private set; } = null!;

    /// <summary>Plans one of four rounds of half an hour in two rooms.</summary>
    public static async Task<Proeverijwereld> PlanAsync(LifestyleFixture service, int budgetCenten = 100_000, Action<JsonObject>? change = null)
    {
        var world = new Proeverijwereld(service);
        world.Coordinator = service.ClientFor(world.PartnerId, "lifestyle:lezen", "lifestyle:schrijven", "lifestyle:coordineren");
        var body = Plan(budgetCenten);
        change?.Invoke(body);
        using var planned = await world.Coordinator.SendJsonAsync(HttpMethod.Post, Proeverijen, body);
        planned.EnsureSuccessStatusCode();
        world.Id = (Guid)(await planned.ReadObjectAsync())["id"]!;
        using var layout = await world.Coordinator.SendJsonAsync(HttpMethod.Put, $"{world.Address}/indeling", Indeling(), "\"1\"");
        layout.EnsureSuccessStatusCode();
        return world;
    }

    public static JsonObject Plan(int budgetCenten = 100_000) => new()
    {
        ["naam"] = "Proeverij in de lente",
        ["postcode"] = "3431",
        ["locatienaam"] = "Buurthuis De Driehoek",
        ["begintOp"] = Day.AddHours(13),
        ["eindigtOp"] = Day.AddHours(17),
        ["budgetCenten"] = budgetCenten,
    };

    public static JsonObject Indeling(int rondes = 4) => new()
    {
        ["rondes"] = new JsonArray([.. Enumerable.Range(0, rondes).Select(index => new JsonObject
        {
            ["begintOp"] = Day.AddHours(13).AddMinutes(30 * index),
            ["eindigtOp"] = Day.AddHours(13).AddMinutes(30 + (30 * index)),
        })]),
        ["ruimtes"] = new JsonArray(Ruimte("Grote zaal", 20), Ruimte("Keuken", 10, "keuken")),
    };

    public static JsonObject Ruimte(string naam, int capaciteit, string soort = "zaal") =>
        new() { ["naam"] = naam, ["capaciteit"] = capaciteit, ["rolstoeltoegankelijk"] = true, ["soort"] = soort };

    public static JsonObject Toezegging(Guid activiteitId, int rondes = 2, int capaciteit = 10, string? soort = null) => new()
    {
        ["activiteiten"] = new JsonArray(new JsonObject
        {
            ["activiteitId"] = activiteitId, ["aantalRondes"] = rondes, ["capaciteit"] = capaciteit, ["duurMinuten"] = 25, ["ruimtesoort"] = soort,
        }),
    };

    /// <summary>An aanbieder of a partner of its own, verified, with one published activity.</summary>
    public async Task<Aanbiederwereld> AanbiederAsync(string naam, string dimensie = "meedoen", string status = "geverifieerd")
    {
        var partnerId = TestId.Guid();
        var client = service.Partner(partnerId);
        var address = await PublishedAsync(client, body => (body["naam"], body["dimensies"]) = (naam, new JsonArray(dimensie)));
        var (id, activiteitId) = (TestId.Guid(), Guid.Parse(address.Split('/')[^1]));
        await using var connection = await service.Database.OpenConnectionAsync();
        await connection.ExecuteAsync(
            """
            INSERT INTO aanbieders (id, partner_id, version, soort, status, naam, omschrijving, gebieden, beoordeeld_op, aangemaakt_op, gewijzigd_op)
            VALUES (@id, @partnerId, 1, 'professional', @status, @naam, 'Doet mee', '{nieuwegein}', now(), now(), now());
            UPDATE activiteiten SET aanbieder_id = @id WHERE id = @activiteitId;
            """,
            new { id, partnerId, naam, activiteitId, status });
        return new(id, partnerId, activiteitId, client);
    }

    public Task<HttpResponseMessage> InviteAsync(Guid aanbiederId, int kostenCenten = 10_000) => Coordinator.SendJsonAsync(
        HttpMethod.Post, $"{Address}/uitnodigingen", new JsonObject { ["aanbiederId"] = aanbiederId, ["kostenCenten"] = kostenCenten });

    /// <summary>Invites, and says yes for them.</summary>
    public async Task<Aanbiederwereld> PromisedAsync(string naam, string dimensie = "meedoen", int rondes = 2, int capaciteit = 10, string? soort = null)
    {
        var aanbieder = await AanbiederAsync(naam, dimensie);
        using var invited = await InviteAsync(aanbieder.Id);
        invited.EnsureSuccessStatusCode();
        using var promised = await aanbieder.Client.SendJsonAsync(
            HttpMethod.Put, $"/lifestyle/v1/uitnodigingen/{(await invited.ReadObjectAsync())["id"]}/toezegging", Toezegging(aanbieder.ActiviteitId, rondes, capaciteit, soort));
        promised.EnsureSuccessStatusCode();
        return aanbieder;
    }

    /// <summary>Takes a step at the version that the proeverij is at.</summary>
    public async Task<HttpResponseMessage> StepAsync(string noun, JsonNode? body = null)
    {
        using var seen = await Coordinator.GetAsync(Address);
        return await Coordinator.SendJsonAsync(HttpMethod.Post, $"{Address}/{noun}", body, seen.Headers.ETag!.Tag);
    }

    public async Task TakeAsync(params string[] nouns)
    {
        foreach (var noun in nouns)
        {
            using var taken = await StepAsync(noun);
            Assert.True(taken.StatusCode == HttpStatusCode.OK, $"{noun}: {await taken.Content.ReadAsStringAsync()}");
        }
    }

    /// <summary>Three aanbieders in four rounds, open for registration.</summary>
    public static async Task<Proeverijwereld> OpenAsync(LifestyleFixture service, int capaciteit = 10)
    {
        var world = await PlanAsync(service);
        world.Aanbieders.Add(await world.PromisedAsync("Yoga", "lichaamsfuncties", 2, capaciteit));
        world.Aanbieders.Add(await world.PromisedAsync("Zang", "meedoen", 2, capaciteit));
        world.Aanbieders.Add(await world.PromisedAsync("Koken", "dagelijks-functioneren", 2, Math.Min(capaciteit, 10), "keuken"));
        await world.TakeAsync("programma/samenstelling", "programma/vaststelling", "openstelling");
        return world;
    }

    public List<Aanbiederwereld> Aanbieders { get; } = [];

    public static JsonObject Gast(string naam = "Bep", string? contact = null) =>
        new() { ["gast"] = new JsonObject { ["naam"] = naam, ["bereikbaarOp"] = contact ?? $"{TestId.New()}@voorbeeld.nl" }, ["kanaal"] = "telefoon" };

    public static JsonObject Persoon(Guid? persoonId = null) => new() { ["persoonId"] = persoonId ?? TestId.Guid() };

    public async Task<JsonObject> RegisterAsync(JsonObject body, HttpClient? by = null)
    {
        using var response = await (by ?? Coordinator).SendJsonAsync(HttpMethod.Post, $"{Address}/routes", body);
        Assert.True(response.StatusCode == HttpStatusCode.Created, await response.Content.ReadAsStringAsync());
        return await response.ReadObjectAsync();
    }

    public Task<HttpResponseMessage> CheckInAsync(JsonObject route, params int[] rondes) => Coordinator.SendJsonAsync(
        HttpMethod.Post,
        $"{Address}/aanwezigheden",
        new JsonObject { ["code"] = (string)route["code"]!, ["rondes"] = rondes.Length == 0 ? null : new JsonArray([.. rondes.Select(ronde => JsonValue.Create(ronde))]) });

    public Task<HttpResponseMessage> TellAsync(JsonNode proef, int gezicht = 5, string terugkomen = "ja", string? opmerking = null) => Coordinator.SendJsonAsync(
        HttpMethod.Put,
        $"{Address}/ervaringen/{(Guid)proef["deelnameId"]!}",
        new JsonObject { ["code"] = (string)proef["code"]!, ["gezicht"] = gezicht, ["terugkomen"] = terugkomen, ["opmerking"] = opmerking });

    public static JsonArray ProevenOf(JsonObject route) => route["proeven"]!.AsArray();

    /// <summary>From here on it is over: everything of the proeverij lies in the past.</summary>
    public async Task PassAsync(int days = 41)
    {
        await using var connection = await service.Database.OpenConnectionAsync();
        await connection.ExecuteAsync(
            """
            UPDATE proeverijen SET begint_op = begint_op - @time, eindigt_op = eindigt_op - @time WHERE id = @Id;
            UPDATE proeverij_rondes SET begint_op = begint_op - @time, eindigt_op = eindigt_op - @time WHERE proeverij_id = @Id;
            UPDATE sessies SET begint_op = begint_op - @time, eindigt_op = eindigt_op - @time
            WHERE id IN (SELECT sessie_id FROM proeven WHERE proeverij_id = @Id);
            """,
            new { Id, time = TimeSpan.FromDays(days) });
    }

    public async Task<JsonObject> ReadAsync(string path = "")
    {
        using var response = await Coordinator.GetAsync($"{Address}{path}");
        response.EnsureSuccessStatusCode();
        return await response.ReadObjectAsync();
    }

    public void Dispose() => Coordinator.Dispose();
}

internal sealed record Aanbiederwereld(Guid Id, Guid PartnerId, Guid ActiviteitId, HttpClient Client);
