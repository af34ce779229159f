using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using GrozUtrecht.Testing;
using GrozUtrecht.VitaalWerken.Domain;
using GrozUtrecht.VitaalWerken.Tests.Behoeften;
using GrozUtrecht.VitaalWerken.Tests.Deelnemers;
using GrozUtrecht.VitaalWerken.Tests.Inspiratie;

namespace GrozUtrecht.VitaalWerken.Tests;

/// <summary>
/// An employer that reads everything there is to read, with every filter, before and after a colleague does something. The routes are those
/// of the API document, so that a route that comes later is tried too.
/// </summary>
[Collection(VitaalWerkenService.Name)]
public sealed partial class WerkgeverZietNietsTests(VitaalWerkenFixture service)
{
    private const string Base = "/vitaal-werken/v1";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Nothing_that_an_employer_or_supplier_can_read_changes_while_colleagues_take_part(bool hasBegun)
    {
        var world = await DeelnemersWereld.CreateAsync(service, hasBegun ? TimeProvider.System.GetUtcNow().AddMinutes(-2) : null);
        // Enough people for every number to be there.
        await world.EnrolledAsync(20);
        await world.MidnightAsync();
        var known = await KnownAsync(world);
        var person = new Medewerker(service.CreateClient(), Geheimecode.CreateKey());
        var enrolment = (await world.CodesAsync(1))[0];
        var attendance = await world.AttendanceCodeAsync();
        (string What, Func<Task<string>> Do)[] acts =
        [
            ("fills in the scan", () => TellAsync(Scanwereld.Scan, known.ScanCode, Scanwereld.Marks(9))),
            ("is interested", () => TellAsync(Inspiratiewereld.Belangstelling, known.LinkCode, new() { ["onderwerpen"] = new JsonArray("slaap") })),
            ("enrols", () => person.EnrolAsync(enrolment)),
            ("comes", () => hasBegun ? person.AttendAsync(world.Sessies[0], attendance) : person.RegisterAsync(world.Sessies[0])),
            ("gives a pulse", () => person.PulseAsync("einde", ("bewegen", 2))),
            ("says what it was like", () => person.ExperienceAsync(3, aanraden: false)),
            ("withdraws", person.WithdrawAsync),
        ];
        var before = await ReadAllAsync(world, known.Ids);
        Assert.True(before.Values.Count(answer => answer.StartsWith("200", StringComparison.Ordinal)) > 80);

        foreach (var (what, act) in acts)
        {
            Assert.True(await act() is "204", what);
            var after = await ReadAllAsync(world, known.Ids);

            Assert.Empty(before.Where(pair => after[pair.Key] != pair.Value).Select(pair => $"after somebody {what}, it shows at {pair.Key}"));
        }
    }

    [Fact]
    public async Task No_write_of_the_employer_is_let_in_where_an_employee_or_the_coordinator_belongs()
    {
        var world = await DeelnemersWereld.CreateAsync(service);
        var known = await KnownAsync(world);

        foreach (var (method, path) in Operations(method => method is not "get").Where(operation => Guarded().IsMatch(operation.Path)))
        {
            using var answer = await world.Bedrijf.SendJsonAsync(new HttpMethod(method.ToUpperInvariant()), Fill(path, known.Ids), new JsonObject { ["aantal"] = 5 });
            Assert.True((int)answer.StatusCode is >= 400 and < 500, $"{method} {path} answered {(int)answer.StatusCode}");
            Assert.DoesNotContain("codes\":", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    private static async Task<Dictionary<string, string>> ReadAllAsync(DeelnemersWereld world, Dictionary<string, string> ids)
    {
        var answers = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (who, client) in new[] { ("the employer", world.Bedrijf), ("the supplier", world.Leverancier) })
        {
            foreach (var path in Operations(method => method == "get").SelectMany(operation => Questions(operation.Path, ids)))
            {
                using var answer = await client.GetAsync(path);
                answers[$"{path} for {who}"] = $"{(int)answer.StatusCode} {Normalise(await answer.Content.ReadAsStringAsync())}";
            }
        }

        return answers;
    }

    // What a problem answer says of the request itself is no news.
    private static string Normalise(string text) => Trace().Replace(text, "");

    /// <summary>The route as it is, and once more with each of its filters.</summary>
    private static IEnumerable<string> Questions(string path, Dictionary<string, string> ids)
    {
        var filled = Fill(path, ids);
        yield return filled;
        foreach (var parameter in Document["paths"]![path]!["get"]!["parameters"]?.AsArray().Where(parameter => (string)parameter!["in"]! == "query") ?? [])
        {
            foreach (var value in Values(parameter!["schema"]!, ids))
                yield return $"{filled}?{parameter["name"]}={value}";
        }
    }

    private static IEnumerable<string> Values(JsonNode schema, Dictionary<string, string> ids)
    {
        if (schema["pattern"] is { } pattern && Alternatives().Match((string)pattern!) is { Success: true } match)
            return match.Groups["words"].Value.Split('|');
        if ((string?)schema["format"] is "uuid")
            return ids.Values;
        return schema["type"]?.ToJsonString() switch
        {
            { } type when type.Contains("integer", StringComparison.Ordinal) => ["1", "5"],
            { } type when type.Contains("boolean", StringComparison.Ordinal) => ["true", "false"],
            _ when (string?)schema["format"] is "date" => ["2020-01-01", "2030-01-01"],
            _ => ["nieuwegein", "bewegen", "2026"],
        };
    }

    private static string Fill(string path, Dictionary<string, string> ids) => Base + Placeholder().Replace(path, match =>
    {
        var key = match.Groups["name"].Value is "id" or "bedrijfId" ? match.Groups["noun"].Value : match.Groups["name"].Value;
        Assert.True(ids.ContainsKey(key), $"This test knows no {key} for {path}: add one.");
        return $"/{match.Groups["noun"].Value}/{ids[key]}";
    });

    private static IEnumerable<(string Method, string Path)> Operations(Func<string, bool> chosen) => Document["paths"]!.AsObject()
        .SelectMany(path => path.Value!.AsObject().Select(operation => (Method: operation.Key, Path: path.Key)))
        .Where(operation => operation.Method is "get" or "put" or "post" or "delete" && chosen(operation.Method));

    private static JsonObject Document { get; } =
        JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, "docs", "api", "vitaal-werken.v1.json")))!.AsObject();

    private async Task<string> TellAsync(string path, string code, JsonObject body)
    {
        using var browser = service.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Put, path) { Content = JsonContent.Create(body) };
        request.Headers.Add("uitnodigingscode", code);
        using var answer = await browser.SendAsync(request);
        return ((int)answer.StatusCode).ToString();
    }

    /// <summary>Everything around the programme that an employer has an id of, with an open scan and a meeting whose link is out.</summary>
    private async Task<Known> KnownAsync(DeelnemersWereld world)
    {
        var programma = await world.Bedrijf.GetFromAsync(world.Adres);
        var bedrijf = (string)programma["bedrijfId"]!;
        var company = $"{VitaalWerkenFixture.Bedrijven}/{bedrijf}";
        var koppeling = (await world.Bedrijf.GetFromAsync($"{company}/koppelingen"))["items"]![0]!;
        var scan = await MadeAsync(world.Coordinator, $"{company}/medewerkersscans", Scanwereld.Body(14));
        var codes = await MadeAsync(world.Coordinator, $"{company}/medewerkersscans/{scan["id"]}/codes", new JsonObject { ["aantal"] = 1 });
        var meeting = await MadeAsync(world.Bedrijf, $"{company}/inspiratiebijeenkomsten", Inspiratiewereld.Plan());
        var link = await MadeAsync(world.Bedrijf, $"{Base}/inspiratiebijeenkomsten/{meeting["id"]}/uitnodigingslink", null);
        var pledge = await MadeAsync(world.Bedrijf, $"{company}/bijdragen", new JsonObject
        {
            ["soort"] = "ruimte", ["omschrijving"] = "De kantine", ["dagdelen"] = 2, ["ontvangerPartnerId"] = TestId.Guid(),
        });
        return new(
            new(StringComparer.Ordinal)
            {
                ["bedrijven"] = bedrijf,
                ["programmas"] = $"{world.ProgrammaId}",
                ["versie"] = "1",
                ["sessieSleutel"] = $"{world.Sessies[0]}",
                ["koppelingen"] = (string)koppeling["id"]!,
                ["aanbod"] = (string)koppeling["aanbodId"]!,
                ["aanbodId"] = (string)koppeling["aanbodId"]!,
                ["leveranciers"] = (string)koppeling["leverancierId"]!,
                ["medewerkersscans"] = (string)scan["id"]!,
                ["inspiratiebijeenkomsten"] = (string)meeting["id"]!,
                ["bijdragen"] = (string)pledge["id"]!,
                ["inkopen"] = $"{TestId.Guid()}",
                ["gebied"] = "nieuwegein",
                ["partnerId"] = $"{TestId.Guid()}",
                ["moment"] = "start",
            },
            (string)codes["codes"]![0]!,
            new Uri((string)link["link"]!).Fragment[1..]);
    }

    private static async Task<JsonObject> MadeAsync(HttpClient client, string path, JsonObject? body)
    {
        using var answer = await client.SendJsonAsync(HttpMethod.Post, path, body);
        Assert.True(answer.IsSuccessStatusCode, $"{path} answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
        return await answer.ReadObjectAsync();
    }

    [GeneratedRegex("/(?<noun>[a-z]+)/{(?<name>[a-zA-Z]+)}", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"^\^\(?(?<words>[a-z|-]+)\)?\$$", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Alternatives();

    [GeneratedRegex("^/medewerkers/|/codes$|/inschrijfcodes$|/medewerkersscans$|/medewerkersscans/[^/]*/sluiting$", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Guarded();

    [GeneratedRegex("\"traceId\":\"[^\"]*\",?", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Trace();

    private sealed record Known(Dictionary<string, string> Ids, string ScanCode, string LinkCode);
}
