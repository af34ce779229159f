using System.Net;
using System.Text.Json.Nodes;
using GrozUtrecht.Testing;
using static GrozUtrecht.Lifestyle.Tests.LifestyleFixture;

namespace GrozUtrecht.Lifestyle.Tests.Metingen;

[Collection(LifestyleService.Name)]
public sealed class VragenlijstTests(LifestyleFixture service)
{
    private const string Root = "/lifestyle/v1/vragenlijsten";

    [Fact]
    public async Task The_six_marks_are_there_from_the_start_with_source_and_licence()
    {
        using var partner = service.Partner();

        using var read = await partner.GetAsync($"{Root}/positieve-gezondheid/versies/1");
        var vragenlijst = await read.ReadObjectAsync();

        var vragen = vragenlijst["inhoud"]!["vragen"]!.AsArray();
        Assert.Equal(
            ["lichaamsfuncties", "mentaal-welbevinden", "zingeving", "kwaliteit-van-leven", "meedoen", "dagelijks-functioneren"],
            vragen.Select(vraag => (string)vraag!["dimensie"]!));
        Assert.All(vragen, vraag => Assert.Equal((0, 10), ((int)vraag!["laagste"]!, (int)vraag["hoogste"]!)));
        Assert.NotEmpty((string)vragenlijst["bron"]!);
        Assert.NotEmpty((string)vragenlijst["licentie"]!);
    }

    [Fact]
    public async Task The_programme_loads_a_questionnaire_once_and_a_change_is_a_new_version()
    {
        using var programme = Programme();
        var address = $"{Root}/proef-{TestId.New()}/versies";

        using var first = await PutAsync($"{address}/1", Own());
        using var same = await PutAsync($"{address}/1", Own());
        using var other = await PutAsync($"{address}/1", Own(body => body["titel"] = "Anders"));
        using var skipped = await PutAsync($"{address}/3", Own());
        using var second = await PutAsync($"{address}/2", Own(body => body["titel"] = "Anders"));
        using var old = await programme.GetAsync($"{address}/1");
        using var none = await programme.GetAsync($"{address}/3");

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.OK, HttpStatusCode.Created), (first.StatusCode, same.StatusCode, second.StatusCode));
        Assert.Equal("409 lifestyle.vragenlijst.versie-past-niet", await other.ProblemAsync());
        Assert.Equal("409 lifestyle.vragenlijst.versie-past-niet", await skipped.ProblemAsync());
        Assert.Equal("Proef", (string)(await old.ReadObjectAsync())["titel"]!);
        Assert.Equal("404 lifestyle.vragenlijst.onbekend", await none.ProblemAsync());

        Task<HttpResponseMessage> PutAsync(string path, JsonObject body) => programme.SendJsonAsync(HttpMethod.Put, path, body);
    }

    [Fact]
    public async Task A_questionnaire_that_cannot_be_scored_is_refused()
    {
        Assert.Equal("422 lifestyle.vragenlijst.vraag-dubbel", await RefusalAsync(body => Vraag(body, 1)["code"] = "1"));
        Assert.Equal("422 lifestyle.vragenlijst.schaal-omgedraaid", await RefusalAsync(body => Vraag(body, 0)["laagste"] = 6));
        Assert.Equal("422 lifestyle.vragenlijst.dimensie-past-niet", await RefusalAsync(body => Vraag(body, 0)["dimensie"] = "meedoen"));
        Assert.Equal(
            "422 lifestyle.vragenlijst.banden-passen-niet",
            await RefusalAsync(body => body["inhoud"]!["banden"] = new JsonArray(new JsonObject { ["vanaf"] = 5, ["code"] = "a", ["tekst"] = "A" })));
        Assert.Equal("422 lifestyle.vragenlijst.scoring-wijkt-af", await RefusalAsync(_ => { }, "who-5"));
        Assert.Equal("422 lifestyle.vragenlijst.code-ongeldig", await RefusalAsync(_ => { }, "WHO_5"));
        Assert.Equal("400 verzoek.ongeldig", await RefusalAsync(body => Vraag(body, 0)["tekst"] = ""));

        static JsonNode Vraag(JsonObject body, int index) => body["inhoud"]!["vragen"]![index]!;
    }

    [Fact]
    public async Task Resilience_is_scored_once_the_programme_loaded_its_texts()
    {
        using var programme = Programme();
        // Placeholder texts: the real ones are not ours to ship.
        var vragen = Enumerable.Range(1, 6).Select(number => new JsonObject
        {
            ["code"] = $"{number}", ["tekst"] = $"Stelling {number}", ["laagste"] = 1, ["hoogste"] = 5, ["omgekeerd"] = number % 2 == 0,
        });
        var banden = new[] { (1m, "laag"), (3m, "gemiddeld"), (4.31m, "hoog") }
            .Select(band => new JsonObject { ["vanaf"] = band.Item1, ["code"] = band.Item2, ["tekst"] = $"Betekenis {band.Item2}" });
        var body = Own();
        body["inhoud"] = new JsonObject
        {
            ["wijze"] = "gemiddelde", ["factor"] = 1, ["vragen"] = new JsonArray([.. vragen]), ["banden"] = new JsonArray([.. banden]),
        };
        using var loaded = await programme.SendJsonAsync(HttpMethod.Put, $"{Root}/veerkracht/versies/1", body);
        using var bewoner = await Bewoner.ProposedAsync(service, proposal => proposal["vragenlijsten"] = new JsonArray("positieve-gezondheid", "veerkracht"));
        await bewoner.StartAsync("eigen-inzicht");
        var answers = Bewoner.Marks(4, 2, 5, 2, 5, 2);
        answers["code"] = "veerkracht";
        using var measured = await bewoner.MeasureAsync(0, Bewoner.Meting(Bewoner.Marks(7, 7, 7, 7, 7, 7), answers));
        var inzicht = await bewoner.ReadAsync($"{bewoner.Person}/inzicht");

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.OK), (loaded.StatusCode, measured.StatusCode));
        var score = inzicht["metingen"]![0]!["uitslagen"]![1]!["scores"]![0]!;
        Assert.Equal((4.33m, "hoog", "Betekenis hoog"), ((decimal)score["score"]!, (string)score["band"]!, (string)score["betekenis"]!));
        Assert.Contains(await ItemsAsync(programme, $"{Root}?limit=100"), item => (string)item!["code"]! == "veerkracht");
    }

    private HttpClient Programme() => service.ClientFor(TestId.Guid(), "lifestyle:lezen", "lifestyle:schrijven", "lifestyle:beheren");

    private async Task<string> RefusalAsync(Action<JsonObject> change, string? code = null)
    {
        using var programme = Programme();
        using var response = await programme.SendJsonAsync(HttpMethod.Put, $"{Root}/{code ?? $"proef-{TestId.New()}"}/versies/1", Own(change));
        return await response.ProblemAsync();
    }

    private static JsonObject Own(Action<JsonObject>? change = null)
    {
        var body = new JsonObject
        {
            ["titel"] = "Proef", ["bron"] = "Een test", ["licentie"] = "Vrij",
            ["inhoud"] = new JsonObject
            {
                ["wijze"] = "som",
                ["factor"] = 2,
                ["vragen"] = new JsonArray(
                    new JsonObject { ["code"] = "1", ["tekst"] = "Een?", ["laagste"] = 0, ["hoogste"] = 5 },
                    new JsonObject { ["code"] = "2", ["tekst"] = "Twee?", ["laagste"] = 0, ["hoogste"] = 5, ["omgekeerd"] = true }),
            },
        };
        change?.Invoke(body);
        return body;
    }
}
