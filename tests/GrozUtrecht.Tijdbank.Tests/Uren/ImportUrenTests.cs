using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using GrozUtrecht.Testing;
using GrozUtrecht.Tijdbank.Contracts;
using GrozUtrecht.Tijdbank.Tests.Http;

namespace GrozUtrecht.Tijdbank.Tests.Uren;

[Collection(TijdbankCollection.Name)]
public sealed class ImportUrenTests(TijdbankFixture tijdbank)
{
    private const string Header = "persoonId,uitgevoerdDatum,duurMinuten,urenSoort,omschrijving";

    [Fact]
    public async Task A_list_is_booked_and_the_same_file_books_nothing_twice()
    {
        using var scene = await Urenscene.OfAsync(tijdbank);
        var csv = $"{Header}\n{Line(scene)}\n{Line(scene)}\n{Line(scene, minutes: 30)}\n";
        var (status, body) = await ImportAsync(scene.Organisatie, csv);
        var again = await ImportAsync(scene.Organisatie, csv.Replace("\n", "\r\n"));
        var longer = await ImportAsync(scene.Organisatie, $"{csv}{Line(scene)}\n");

        Assert.Equal((200, 3), (status, body.GetProperty("aantalGeboekt").GetInt32()));
        Assert.Equal((0, 3), (again.Body.GetProperty("aantalGeboekt").GetInt32(), again.Body.GetProperty("aantalAlGeboekt").GetInt32()));
        Assert.Equal((1, 3), (longer.Body.GetProperty("aantalGeboekt").GetInt32(), longer.Body.GetProperty("aantalAlGeboekt").GetInt32()));
        Assert.Equal(300, await scene.BalanceAsync());
        var id = body.GetProperty("regels")[0].GetProperty("urenregistratieId").GetGuid();
        var (_, registration) = await scene.Organisatie.AskAsync($"/urenregistraties/{id}");
        Assert.Equal("Koffie schenken", registration.GetProperty("urenregistratie").GetProperty("omschrijving").GetString());
        Assert.Equal(200, (await Urenscene.StepAsync(scene.Organisatie, id, "terugboeking", """{"reden":"Was er niet"}""")).Status);
    }

    [Fact]
    public async Task What_a_Dutch_spreadsheet_saves_is_read()
    {
        using var scene = await Urenscene.OfAsync(tijdbank);
        var csv = $"\uFEFFduurMinuten;PersoonId;uitgevoerdDatum;urensoort;beginTijd;omschrijving\r\n"
            + $"60;{scene.PersoonId};{Urenscene.Yesterday:dd-MM-yyyy};Mantelzorg;9:00;\"Bij mevrouw; met \"\"thee\"\"\"\r\n\r\n";
        var (status, body) = await ImportAsync(scene.Organisatie, csv);

        Assert.True(status == 200, body.ToString());
        Assert.Equal(60, await scene.BalanceAsync());
    }

    [Fact]
    public async Task All_or_nothing_stores_nothing_and_names_each_bad_line()
    {
        using var scene = await Urenscene.OfAsync(tijdbank);
        string[] lines =
        [
            Line(scene),
            Line(scene).Replace(",90,", ",anderhalf uur,"),
            Line(scene).Replace("vrijwilligerswerk", "slapen"),
            Line(scene).Replace(scene.PersoonId.ToString(), TestId.Guid().ToString()),
            Line(scene).Replace("Koffie", "=HYPERLINK(1)"),
            Line(scene).Replace("Koffie", "111222333"),
            Line(scene).Replace($"{Urenscene.Yesterday:yyyy-MM-dd}", $"{Urenscene.Yesterday.AddDays(2):yyyy-MM-dd}"),
            Line(scene).Replace($"{Urenscene.Yesterday:yyyy-MM-dd}", "31-02-2026"),
            Line(scene, minutes: 1440),
            $"{Line(scene)},te veel",
            Line(scene).Replace("Koffie schenken", "Koffie \"schenken"),
        ];
        var (status, body) = await ImportAsync(scene.Organisatie, $"{Header}\n{string.Join('\n', lines)}");

        Assert.Equal((422, "tijdbank.urenimport.regels-fout"), (status, body.Code()));
        Assert.Equal(
            [
                "3 tijdbank.urenimport.duur-ongeldig", "4 tijdbank.urenimport.urensoort-onbekend", "5 tijdbank.urenregistratie.persoon-onbekend",
                "6 tijdbank.urenimport.tekst-is-formule", "7 tijdbank.urenimport.tekst-met-bsn", "8 tijdbank.urenregistratie.in-de-toekomst",
                "9 tijdbank.urenimport.datum-ongeldig", "10 tijdbank.urenregistratie.dag-te-vol", "11 tijdbank.urenimport.cellen-onleesbaar",
                "12 tijdbank.urenimport.cellen-onleesbaar",
            ],
            body.GetProperty("regels").EnumerateArray().Select(line => $"{line.GetProperty("regelNummer").GetInt32()} {line.Code()}"));
        Assert.Equal(0L, await tijdbank.ScalarAsync<long>("select count(*) from urenregistratie where persoon_id = $1", scene.PersoonId));
    }

    [Fact]
    public async Task A_line_is_known_by_its_own_id_and_may_then_not_change()
    {
        using var scene = await Urenscene.OfAsync(tijdbank);
        Assert.Equal(200, (await ImportAsync(scene.Organisatie, $"{Header},regelId\n{Line(scene)},a1\n")).Status);
        var (_, body) = await ImportAsync(
            scene.Organisatie, $"{Header},regelId\n{Line(scene)},a1\n{Line(scene, 30)},a1\n{Line(scene)},a2\n", "goede-regels");
        var changed = await ImportAsync(scene.Organisatie, $"{Header},regelId\n{Line(scene, 30)},a1\n");

        Assert.Equal(["al-geboekt", "fout", "geboekt"], body.GetProperty("regels").EnumerateArray().Select(line => line.GetProperty("uitkomst").GetString()));
        Assert.Equal("tijdbank.urenimport.regelid-dubbel", body.GetProperty("regels")[1].Code());
        Assert.Equal("tijdbank.urenimport.regelid-andere-inhoud", changed.Body.GetProperty("regels")[0].Code());
        Assert.Equal(180, await scene.BalanceAsync());
    }

    [Theory]
    [InlineData("persoonId,uitgevoerdDatum,duurMinuten\nx,y,z", "kolom-ontbreekt")]
    [InlineData("persoonId,uitgevoerdDatum,duurMinuten,urenSoort,bsn\n", "kolom-onbekend")]
    [InlineData("persoonId,persoonId,duurMinuten,urenSoort\n", "kolom-onbekend")]
    [InlineData(Header, "geen-regels")]
    [InlineData("", "geen-regels")]
    public async Task A_file_that_is_no_list_says_why(string csv, string reason)
    {
        using var client = tijdbank.Partner(TestId.Guid());
        var (status, body) = await ImportAsync(client, csv);
        Assert.Equal((422, $"tijdbank.urenimport.{reason}"), (status, body.Code()));
    }

    [Fact]
    public async Task Spreadsheets_other_encodings_and_too_much_are_refused()
    {
        using var client = tijdbank.Partner(TestId.Guid());
        async Task<string?> CodeAsync(byte[] bytes, string type = "text/csv") => (await ImportAsync(client, bytes, type)).Body.Code();

        Assert.Equal("tijdbank.urenimport.geen-csv", await CodeAsync([.. "PK\u0003\u0004 sheet"u8]));
        Assert.Equal("tijdbank.urenimport.geen-csv", await CodeAsync([.. "x"u8], "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"));
        Assert.Equal("tijdbank.urenimport.geen-csv", await CodeAsync([.. "{}"u8], "application/json"));
        Assert.Equal("tijdbank.urenimport.geen-utf8", await CodeAsync([.. "persoonId,na"u8, 0xE9]));
        Assert.Equal("tijdbank.urenimport.te-groot", await CodeAsync(new byte[(2 * 1024 * 1024) + 1]));
        var lines = string.Concat(Enumerable.Repeat("1,2,3,4,5\n", 10_001));
        Assert.Equal("tijdbank.urenimport.te-veel-regels", (await ImportAsync(client, $"{Header}\n{lines}")).Body.Code());
        var bad = await ImportAsync(client, $"{Header}\n1,2,3,4,5", "een-beetje");
        Assert.Equal((400, "verzoek.ongeldig"), (bad.Status, bad.Body.Code()));
    }

    [Fact]
    public async Task Ten_thousand_lines_with_three_bad_ones_are_booked_quickly_and_each_is_told_of()
    {
        var (organisatie, personen) = (TestId.Guid(), Enumerable.Range(0, 100).Select(_ => TestId.Guid()).ToList());
        foreach (var persoon in personen)
            await tijdbank.AccountAsync(organisatie, persoonId: persoon);
        using var client = tijdbank.Partner(organisatie);
        var lines = Enumerable.Range(0, 10_000).Select(index =>
            $"{personen[index % 100]},{Urenscene.Yesterday.AddDays(-(index / 100)):yyyy-MM-dd},{(index is 17 or 5_000 or 9_999 ? "x" : "60")},vrijwilligerswerk,Koffie");
        var csv = $"{Header}\n{string.Join('\n', lines)}";

        Assert.Equal(422, (await ImportAsync(client, csv)).Status);
        var watch = Stopwatch.StartNew();
        var (status, body) = await ImportAsync(client, csv, "goede-regels");
        Assert.Equal((200, 9_997, 3), (status, body.GetProperty("aantalGeboekt").GetInt32(), body.GetProperty("aantalFout").GetInt32()));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), $"took {watch.Elapsed}");

        Assert.Equal(9_997m * 60, await tijdbank.ScalarAsync<decimal>(
            "select sum(saldo) from grootboek.stand join grootboek.rekening on id = rekening_id where persoon_id = any($1)", personen.ToArray()));
        await Eventually.Async(
            () => tijdbank.Events.All<UrenBijgeschreven>().Count(item => item.Event.PartnerId == organisatie) == 9_997, TimeSpan.FromSeconds(60), "all events");
        Assert.True(await tijdbank.AddsUpToZeroAsync());
    }

    [Fact]
    public async Task Two_imports_of_one_file_at_the_same_moment_book_it_once()
    {
        using var scene = await Urenscene.OfAsync(tijdbank);
        var csv = $"{Header}\n{Line(scene)}\n{Line(scene, 30)}\n";
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => ImportAsync(scene.Organisatie, csv)));

        Assert.All(answers, answer => Assert.Equal(200, answer.Status));
        Assert.Equal(2, answers.Sum(answer => answer.Body.GetProperty("aantalGeboekt").GetInt32()));
        Assert.Equal(120, await scene.BalanceAsync());
    }

    [Fact]
    public async Task An_idempotency_key_gives_the_same_report_again()
    {
        using var scene = await Urenscene.OfAsync(tijdbank);
        scene.Organisatie.DefaultRequestHeaders.Add("Idempotency-Key", TestId.New());
        var first = await ImportAsync(scene.Organisatie, $"{Header}\n{Line(scene)}\n");
        var again = await ImportAsync(scene.Organisatie, $"{Header}\n{Line(scene)}\n");

        Assert.True(first.Status == 200, first.Body.ToString());
        Assert.Equal("geboekt", again.Body.GetProperty("regels")[0].GetProperty("uitkomst").GetString());
        Assert.Equal(90, await scene.BalanceAsync());
    }

    private static string Line(Urenscene scene, int minutes = 90) =>
        $"{scene.PersoonId},{Urenscene.Yesterday:yyyy-MM-dd},{minutes},vrijwilligerswerk,Koffie schenken";

    private static Task<(int Status, JsonElement Body)> ImportAsync(HttpClient client, string csv, string? werkwijze = null) =>
        ImportAsync(client, Encoding.UTF8.GetBytes(csv), "text/csv", werkwijze);

    private static async Task<(int Status, JsonElement Body)> ImportAsync(HttpClient client, byte[] bytes, string type, string? werkwijze = null)
    {
        using var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = new MediaTypeHeaderValue(type);
        var query = werkwijze is null ? "" : $"?werkwijze={werkwijze}";
        using var response = await client.PostAsync(new Uri($"/tijdbank/v1/urenregistraties/imports{query}", UriKind.Relative), content);
        return ((int)response.StatusCode, await response.Content.ReadFromJsonAsync<JsonElement>());
    }
}
