using System.Net;
using System.Text.Json.Nodes;
using GrozUtrecht.Testing;

namespace GrozUtrecht.Support.Tests.Hulpvragen;

[Collection(SupportCollection.Name)]
public sealed class AskingTests(SupportFixture support)
{
    private static JsonObject Request(Action<JsonObject> change)
    {
        var request = Partner.HulpvraagRequest();
        change(request);
        return request;
    }

    private static JsonObject Weekly(string day = "dinsdag") => new()
    {
        ["dagen"] = new JsonArray(day),
        ["van"] = "10:00",
        ["tot"] = "12:00",
        ["eersteDatum"] = Date(7),
        ["laatsteDatum"] = Date(7 + 27),
    };

    private static string Date(int days) => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(days)).ToString("O");

    [Fact]
    public async Task Help_that_comes_back_has_a_beurt_for_each_time_and_keeps_its_wishes()
    {
        var partner = support.NewPartner();
        var id = await partner.SubmitHulpvraagAsync(Request(request =>
        {
            request.Remove("begintOp");
            request["patroon"] = Weekly();
            request["aantalHelpers"] = 2;
            request["kanaal"] = "telefoon";
            request["eisen"] = new JsonObject { ["taal"] = "ar", ["vaardigheden"] = new JsonArray("rolstoel"), ["vog"] = true, ["auto"] = true };
            request["wensen"] = new JsonObject { ["talen"] = new JsonArray("ar", "nl"), ["vaardigheden"] = new JsonArray("koken") };
            request["omstandigheden"] = new JsonArray("huisdieren");
        }));

        var hulpvraag = await partner.ReadAsync($"/hulpvragen/{id}");
        Assert.Equal("telefoon", hulpvraag.GetProperty("kanaal").GetString());
        Assert.Equal("dinsdag", hulpvraag.GetProperty("patroon").GetProperty("dagen")[0].GetString());
        Assert.True(hulpvraag.GetProperty("eisen").GetProperty("vog").GetBoolean());
        Assert.Equal(["rolstoel"], hulpvraag.GetProperty("eisen").GetProperty("vaardigheden").EnumerateArray().Select(it => it.GetString()));
        Assert.Equal(["ar", "nl"], hulpvraag.GetProperty("wensen").GetProperty("talen").EnumerateArray().Select(it => it.GetString()));

        var seen = new List<int>();
        for (string? next = ""; next is not null;)
        {
            var page = await partner.ReadAsync($"/hulpvragen/{id}/beurten?limit=3{next}");
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(it => it.GetProperty("volgnummer").GetInt32()));
            Assert.All(page.GetProperty("items").EnumerateArray(), it => Assert.Equal(2, it.GetProperty("plekken").GetInt32()));
            next = page.TryGetProperty("volgende", out var cursor) ? $"&cursor={cursor.GetString()}" : null;
        }

        Assert.Equal([1, 2, 3, 4], seen);
    }

    [Fact]
    public async Task Vensters_are_alternatives_for_one_visit()
    {
        var partner = support.NewPartner();
        var morning = Partner.Tomorrow;
        var id = await partner.SubmitHulpvraagAsync(Request(request =>
        {
            request.Remove("begintOp");
            request["tijdvensters"] = new JsonArray(Venster(morning.AddDays(1), 180), Venster(morning, 60));
        }));

        var beurt = Assert.Single((await partner.ReadAsync($"/hulpvragen/{id}/beurten")).GetProperty("items").EnumerateArray());
        Assert.Equal(2, beurt.GetProperty("tijdvensters").GetArrayLength());
        var hulpvraag = await partner.ReadAsync($"/hulpvragen/{id}");
        Assert.True((hulpvraag.GetProperty("begintOp").GetDateTimeOffset() - morning).Duration() < TimeSpan.FromMinutes(1));
        Assert.True(hulpvraag.GetProperty("uiterlijkOp").GetDateTimeOffset() <= hulpvraag.GetProperty("begintOp").GetDateTimeOffset());
    }

    [Fact]
    public async Task An_ask_that_the_platform_moves_along_asks_its_best_helper_at_once()
    {
        var partner = support.NewPartner();
        var helperId = await partner.RegisterHelperAsync();
        var id = await partner.SubmitHulpvraagAsync(Request(request => (request["begintOp"], request["automatisch"]) = (Partner.Tomorrow, true)));

        var voorstel = Assert.Single((await partner.ReadAsync($"/hulpvragen/{id}/voorstellen")).GetProperty("items").EnumerateArray());
        Assert.Equal(helperId, voorstel.GetProperty("helperId").GetGuid());
    }

    [Fact]
    public async Task An_ask_that_nobody_can_meet_is_with_the_buurtassistent_at_once()
    {
        var partner = support.NewPartner();
        var id = await partner.SubmitHulpvraagAsync(Request(request => (request["begintOp"], request["automatisch"]) = (Partner.Tomorrow, true)));

        Assert.True((await partner.ReadAsync($"/hulpvragen/{id}")).TryGetProperty("geescaleerdOp", out _));
    }

    public static TheoryData<string, string, string> Impossible => new()
    {
        { """{"begintOp":null}""", "support.hulpvraag.tijd-ontbreekt", "" },
        { """{"tijdvensters":[{"vanOp":"2020-01-01T10:00:00Z","totOp":"2020-01-01T12:00:00Z"}]}""", "support.hulpvraag.tijd-ontbreekt", "precies een" },
        { $$$"""{"begintOp":null,"patroon":{"dagen":["dinsdag"],"van":"10:00","tot":"10:30","eersteDatum":"{{{Date(7)}}}","laatsteDatum":"{{{Date(30)}}}"}}""", "support.hulpvraag.patroon-ongeldig", "past de duur niet" },
        { """{"begintOp":null,"patroon":{"dagen":["dinsdag"],"van":"10:00","tot":"12:00","eersteDatum":"9999-12-31","laatsteDatum":"9999-12-31"}}""", "support.hulpvraag.tijdstip-ongeldig", "" },
        { """{"begintOp":null,"patroon":{"dagen":["dinsdag"],"van":"10:00","tot":"12:00","eersteDatum":"0001-01-01","laatsteDatum":"0001-01-02"}}""", "support.hulpvraag.tijdstip-ongeldig", "" },
        { """{"uiterlijkOp":"2020-01-01T10:00:00Z"}""", "support.hulpvraag.uiterlijk-ongeldig", "" },
        { """{"wensen":{"talen":["Arabisch"]}}""", "support.taal.ongeldig", "ISO 639-1" },
        { """{"namens":{"relatie":"naaste","wijze":"mondeling","tekstVersie":"1","gegevenOp":"2199-01-01T00:00:00Z"}}""", "support.toestemming.moment-ongeldig", "" },
        { """{"namens":{"relatie":"naaste","wijze":"mondeling","tekstVersie":"1","gegevenOp":"2020-01-01T00:00:00Z","aanmelderPersoonId":"00000000-0000-0000-0000-000000000000"}}""", "support.persoon.ongeldig", "" },
    };

    [Theory]
    [MemberData(nameof(Impossible))]
    public async Task What_cannot_be_asked_is_refused_with_the_reason(string changes, string code, string detail)
    {
        var request = Partner.HulpvraagRequest(begintOp: Partner.Tomorrow);
        foreach (var (name, value) in JsonNode.Parse(changes)!.AsObject())
        {
            request[name] = value?.DeepClone();
        }

        using var answer = await support.NewPartner().PostAsync("/hulpvragen", request);

        var problem = await answer.ProblemAsync(422, code);
        Assert.Contains(detail, problem.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Consent_taken_back_erases_the_words_and_stops_what_had_not_begun()
    {
        var partner = support.NewPartner();
        var (hulpvraagId, _, afspraakId) = await partner.PlanAsync(Request(request =>
        {
            request["begintOp"] = Partner.Tomorrow;
            request["namens"] = new JsonObject
            {
                ["relatie"] = "buurtassistent",
                ["wijze"] = "mondeling",
                ["tekstVersie"] = "2026-1",
                ["gegevenOp"] = Partner.OneHourAgo,
                ["aanmelderPersoonId"] = TestId.Guid(),
            };
        }));
        var toestemming = await partner.ReadAsync($"/hulpvragen/{hulpvraagId}/toestemming");
        Assert.Equal("buurtassistent", toestemming.GetProperty("relatie").GetString());
        Assert.False(toestemming.TryGetProperty("ingetrokkenOp", out _));

        for (var time = 0; time < 2; time++)
        {
            using var answer = await partner.PostAsync($"/hulpvragen/{hulpvraagId}/toestemming/intrekking", null);
            Assert.True((await answer.BodyAsync(HttpStatusCode.OK)).TryGetProperty("ingetrokkenOp", out _));
        }

        var hulpvraag = await partner.ReadAsync($"/hulpvragen/{hulpvraagId}");
        Assert.Equal("ingetrokken", hulpvraag.GetProperty("status").GetString());
        Assert.False(hulpvraag.TryGetProperty("omschrijving", out _));
        Assert.Equal("niet-doorgegaan", await partner.StatusAsync($"/afspraken/{afspraakId}"));
    }

    [Fact]
    public async Task Who_asks_for_himself_needs_no_consent()
    {
        var partner = support.NewPartner();
        var id = await partner.SubmitHulpvraagAsync();

        using var read = await partner.GetAsync($"/hulpvragen/{id}/toestemming");
        await read.ProblemAsync(404, "support.toestemming.onbekend");
        using var withdrawn = await partner.PostAsync($"/hulpvragen/{id}/toestemming/intrekking", null);
        await withdrawn.ProblemAsync(404, "support.toestemming.onbekend");
        using var stranger = await support.NewPartner().GetAsync($"/hulpvragen/{id}/beurten");
        await stranger.ProblemAsync(404, "support.hulpvraag.onbekend");
    }

    private static JsonObject Venster(DateTimeOffset van, int minutes) => new() { ["vanOp"] = van, ["totOp"] = van.AddMinutes(minutes) };
}
