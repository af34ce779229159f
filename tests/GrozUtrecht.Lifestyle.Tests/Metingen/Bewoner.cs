using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Dapper;
using GrozUtrecht.Testing;
using static GrozUtrecht.Lifestyle.Tests.LifestyleFixture;

namespace GrozUtrecht.Lifestyle.Tests.Metingen;

/// <summary>A resident with a key, and the guide who handed it out.</summary>
internal sealed class Bewoner : IDisposable
{
    private const string Root = "/lifestyle/v1";

    private readonly LifestyleFixture service;

    private Bewoner(LifestyleFixture service)
    {
        this.service = service;
        Guide = service.ClientFor(GuideId, "lifestyle:lezen", "lifestyle:schrijven", "lifestyle:begeleiden");
    }

    public Guid PersoonId { get; } = TestId.Guid();

    public Guid GuideId { get; } = TestId.Guid();

    public HttpClient Guide { get; }

    public string Key { get; private set; } = "";

    public Guid ActiviteitId { get; private set; }

    public Guid ArrangementId { get; private set; }

    public string Person => $"{Root}/personen/{PersoonId}";

    public string Arrangement => $"{Root}/arrangementen/{ArrangementId}";

    public static JsonObject Marks(params int[] marks) => new()
    {
        ["code"] = "positieve-gezondheid",
        ["versie"] = 1,
        ["antwoorden"] = new JsonArray([.. marks.Select((mark, index) => new JsonObject { ["vraag"] = $"{index + 1}", ["waarde"] = mark })]),
    };

    public static JsonObject Meting(params JsonNode[] vragenlijsten) => new() { ["vragenlijsten"] = new JsonArray(vragenlijsten) };

    /// <summary>Knows a key and nothing else yet.</summary>
    public static async Task<Bewoner> WithKeyAsync(LifestyleFixture service)
    {
        var bewoner = new Bewoner(service);
        using var issued = await bewoner.IssueKeyAsync();
        bewoner.Key = (string)(await issued.ReadObjectAsync())["inzagesleutel"]!;
        return bewoner;
    }

    /// <summary>Has an arrangement that the guide proposed.</summary>
    public static async Task<Bewoner> ProposedAsync(LifestyleFixture service, Action<JsonObject>? change = null)
    {
        var bewoner = await WithKeyAsync(service);
        bewoner.ActiviteitId = Guid.Parse((await PublishedAsync(bewoner.Guide)).Split('/')[^1]);
        using var proposed = await bewoner.ProposeAsync(change);
        Assert.Equal(HttpStatusCode.Created, proposed.StatusCode);
        bewoner.ArrangementId = (Guid)(await proposed.ReadObjectAsync())["id"]!;
        return bewoner;
    }

    /// <summary>Has an arrangement that runs, and said yes to these purposes.</summary>
    public static async Task<Bewoner> StartedAsync(LifestyleFixture service, params string[] doelen)
    {
        var bewoner = await ProposedAsync(service);
        await bewoner.StartAsync(doelen);
        return bewoner;
    }

    /// <summary>Agrees, starts and says yes to these purposes.</summary>
    public async Task StartAsync(params string[] doelen)
    {
        using var agreed = await SendAsync(HttpMethod.Post, $"{Arrangement}/versies/1/instemming");
        Assert.Equal(HttpStatusCode.OK, agreed.StatusCode);
        using var started = await Guide.SendJsonAsync(HttpMethod.Post, $"{Arrangement}/start", null);
        Assert.Equal(HttpStatusCode.OK, started.StatusCode);
        foreach (var doel in doelen)
            await ConsentAsync(doel);
    }

    /// <summary>Has an arrangement that runs, with the first measurement done.</summary>
    public static async Task<Bewoner> MeasuredAsync(LifestyleFixture service, params string[] doelen)
    {
        var bewoner = await StartedAsync(service, ["eigen-inzicht", .. doelen]);
        using var measured = await bewoner.MeasureAsync(0, Meting(Marks(7, 3, 7, 3, 7, 3)));
        Assert.Equal(HttpStatusCode.OK, measured.StatusCode);
        return bewoner;
    }

    public Task<HttpResponseMessage> IssueKeyAsync() => Guide.SendJsonAsync(HttpMethod.Post, $"{Person}/inzagesleutels", null);

    public Task<HttpResponseMessage> ProposeAsync(Action<JsonObject>? change = null)
    {
        var body = new JsonObject
        {
            ["persoonId"] = PersoonId,
            ["doelgroep"] = "bewoner",
            ["gebied"] = "nieuwegein",
            ["doel"] = "Twee keer per week de deur uit",
            ["activiteitIds"] = new JsonArray(ActiviteitId),
            ["vragenlijsten"] = new JsonArray("positieve-gezondheid"),
        };
        change?.Invoke(body);
        return Guide.SendJsonAsync(HttpMethod.Post, $"{Root}/arrangementen", body);
    }

    public async Task ConsentAsync(string doel)
    {
        using var given = await SendAsync(HttpMethod.Put, $"{Person}/toestemmingen/{doel}", new() { ["tekstVersie"] = 1 });
        Assert.Equal(HttpStatusCode.NoContent, given.StatusCode);
    }

    public Task<HttpResponseMessage> MeasureAsync(int months, JsonObject body) => SendAsync(HttpMethod.Put, $"{Arrangement}/metingen/{months}", body);

    /// <summary>Sends with the resident's key, or with another one, through the guide's program.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, JsonObject? body = null, string? key = null, HttpClient? client = null)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Content = body is null ? null : JsonContent.Create(body);
        request.Headers.Add("Inzagesleutel", key ?? Key);
        return await (client ?? Guide).SendAsync(request);
    }

    public async Task<JsonObject> ReadAsync(string path)
    {
        using var response = await SendAsync(HttpMethod.Get, path);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.ReadObjectAsync();
    }

    /// <summary>Lets time pass: the arrangement began so many days earlier.</summary>
    public Task AgeAsync(int days) => ExecuteAsync(
        """
        UPDATE metingen.arrangementen SET start_datum = start_datum - @days WHERE id = @ArrangementId;
        UPDATE metingen.meetmomenten SET opent_datum = opent_datum - @days, sluit_datum = sluit_datum - @days WHERE arrangement_id = @ArrangementId;
        UPDATE metingen.metingen SET ingediend_op = ingediend_op - make_interval(days => @days), ingediend_datum = ingediend_datum - @days
        WHERE arrangement_id = @ArrangementId;
        """,
        new { days, ArrangementId });

    /// <summary>Puts the resident at the activity so many times, a day apart and at an hour at which the activity has no other session.</summary>
    public Task AttendAsync(int times, int firstDay = 1) => ExecuteAsync(
        string.Join('\n', Enumerable.Range(firstDay, times).Select(day => string.Create(CultureInfo.InvariantCulture, $"""
            WITH sessie AS (
              INSERT INTO sessies (id, activiteit_id, begint_op, eindigt_op, aangemaakt_op)
              VALUES (gen_random_uuid(), @ActiviteitId, @today + interval '{day} days 15 hours', @today + interval '{day} days 16 hours', now()) RETURNING id)
            INSERT INTO deelnames (id, partner_id, version, sessie_id, activiteit_id, persoon_id, rol, kanaal, status, volgnummer, code, aangemeld_op, ingecheckt_op,
              aanwezig_minuten)
            SELECT gen_random_uuid(), @GuideId, 1, sessie.id, @ActiviteitId, @PersoonId, 'deelnemer', 'web', 'aanwezig', 1, 'ABC123', now(), now(), 60 FROM sessie;
            """))),
        new { ActiviteitId, GuideId, PersoonId, today = new DateTimeOffset(TimeProvider.System.GetUtcNow().UtcDateTime.Date, TimeSpan.Zero) });

    public async Task<long> CountAsync(string sql)
    {
        await using var connection = await service.Database.OpenConnectionAsync();
        return await connection.ExecuteScalarAsync<long>(sql, new { ArrangementId, PersoonId, GuideId, ActiviteitId });
    }

    public async Task ExecuteAsync(string sql, object? parameters = null)
    {
        await using var connection = await service.Database.OpenConnectionAsync();
        await connection.ExecuteAsync(sql, parameters ?? new { ArrangementId, PersoonId });
    }

    public void Dispose() => Guide.Dispose();
}
