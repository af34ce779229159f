using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Dapper;
using GrozUtrecht.Testing;
using GrozUtrecht.VitaalWerken.Contracts;

namespace GrozUtrecht.VitaalWerken.Tests.Deelnemers;

[Collection(VitaalWerkenService.Name)]
public sealed class ProgrammaverslagTests(VitaalWerkenFixture service)
{
    private static DateTimeOffset JustNow => TimeProvider.System.GetUtcNow().AddMinutes(-2);

    [Fact]
    public async Task A_programme_from_the_first_code_to_its_report()
    {
        var world = await DeelnemersWereld.CreateAsync(service, JustNow, modules: 2);
        var people = await world.EnrolledAsync(23);
        await PulseAsync(world, people, -1, 60, "start", number => 4 + (number % 3));
        await PulseAsync(world, [.. people.Take(18)], -30, 30, "midden", number => 5 + (number % 3));
        await PulseAsync(world, [.. people.Take(20)], -60, 0, "einde", number => 6 + (number % 4));
        foreach (var (number, person) in people.Take(17).Index())
            Assert.Equal("204", await person.ExperienceAsync(6 + (number % 4), aanraden: number > 3));
        await AttendAsync(world, [.. people.Take(16)], 1);
        await AttendAsync(world, [.. people.Skip(10).Take(7)], 2);

        await world.ContributedAsync(30_000, "bevestigd");
        await world.ContributedAsync(99_000, "geleverd");

        var report = await world.ReportAsync();

        Assert.Equal("""{"euroCenten":30000,"duurMinuten":0,"producten":0,"dagdelen":0}""", report["bijdragen"]!.ToJsonString());
        Assert.Equal((20, 15), ((int)report["bereik"]!["ingeschreven"]!, (int)report["bereik"]!["deelgenomen"]!));
        Assert.Equal("""[{"onderwerp":"bewegen","aantal":15,"start":5,"midden":6,"einde":7.4,"verandering":2.4},{"onderwerp":"slaap"}]""", report["veranderingen"]!.ToJsonString());
        Assert.Equal("""{"aantal":15,"gemiddelde":7.4,"aanradenProcent":80}""", report["ervaring"]!.ToJsonString());
        Assert.Equal(50_000, (long)report["kosten"]!["euroCenten"]!);
        // One person was at the second module only, so of the first nothing is told: it would be fifteen of them beside one.
        Assert.Equal([null, 5], report["bereik"]!["modules"]!.AsArray().Select(module => (int?)module!["deelgenomen"]));
    }

    [Fact]
    public async Task The_report_is_made_once_and_stays_as_it_is_when_somebody_withdraws()
    {
        var world = await DeelnemersWereld.CreateAsync(service, JustNow);
        var people = await world.EnrolledAsync(6);
        var report = (await world.ReportAsync()).ToJsonString();
        Assert.Equal("204", await people[0].WithdrawAsync());
        Assert.Equal("204", await people[1].WithdrawAsync());
        await world.RoundAsync(days: 17);

        Assert.Equal(report, (await world.Coordinator.GetFromAsync($"{world.Adres}/verslag")).ToJsonString());
        var completed = await service.Events.FirstAsync<ProgrammaCompleted>(message => message.ProgrammaId == world.ProgrammaId, TimeSpan.FromSeconds(30));
        Assert.Equal((2L, 5, null, 1, 1), (completed.Version, completed.Ingeschreven, completed.Deelgenomen, completed.AantalModules, completed.AantalSessies));
        Assert.Single(service.Events.All<ProgrammaCompleted>(), message => message.Event.ProgrammaId == world.ProgrammaId);
        await using var connection = await service.Database.OpenConnectionAsync();
        await Assert.ThrowsAsync<Npgsql.PostgresException>(
            () => connection.ExecuteAsync("UPDATE programmaverslagen SET verslag = '{}' WHERE programma_id = @ProgrammaId", new { world.ProgrammaId }));
    }

    [Fact]
    public async Task A_programme_closes_after_its_last_session_once_and_by_its_own_sides()
    {
        var (early, over) = (await DeelnemersWereld.CreateAsync(service), await DeelnemersWereld.CreateAsync(service, JustNow));

        Assert.Equal("409 vitaal-werken.afsluiting.te-vroeg", await Close(early, early.Bedrijf));
        var agreed = await DeelnemersWereld.CreateAsync(service, JustNow, status: "overeengekomen");
        Assert.Equal("409 vitaal-werken.programma.niet-lopend", await Close(agreed, agreed.Bedrijf));
        Assert.Equal("428 verzoek.versie-ontbreekt", await Close(over, over.Bedrijf, null));
        Assert.Equal("412 verzoek.versie-verouderd", await Close(over, over.Bedrijf, "\"7\""));
        Assert.Equal("403 vitaal-werken.programma.niet-uw-rol", await Close(over, over.Leverancier));
        Assert.Equal("404 vitaal-werken.programma.onbekend", await Close(over, early.Bedrijf));
        Assert.Equal("200", await Close(over, over.Coordinator));
        Assert.Equal("409 vitaal-werken.programma.beeindigd", await Close(over, over.Bedrijf, "\"2\""));

        static Task<string> Close(DeelnemersWereld world, HttpClient client, string? ifMatch = "\"1\"") =>
            client.SendJsonAsync(HttpMethod.Post, $"{world.Adres}/afsluiting", null, ifMatch).OutcomeAsync();
    }

    [Fact]
    public async Task There_is_no_report_before_the_last_pulse_is_over_and_none_for_another_company()
    {
        var (world, other) = (await DeelnemersWereld.CreateAsync(service, JustNow), await DeelnemersWereld.CreateAsync(service));
        using var closed = await world.Bedrijf.SendJsonAsync(HttpMethod.Post, $"{world.Adres}/afsluiting", null, "\"1\"");
        await world.RoundAsync(days: 14);

        Assert.Equal("409 vitaal-werken.programmaverslag.nog-niet", await world.Bedrijf.GetAsync($"{world.Adres}/verslag").OutcomeAsync());
        await world.RoundAsync(days: 15);
        Assert.Equal("200", await world.Bedrijf.GetAsync($"{world.Adres}/verslag").OutcomeAsync());
        Assert.Equal("404 vitaal-werken.programma.onbekend", await other.Bedrijf.GetAsync($"{world.Adres}/verslag").OutcomeAsync());
        Assert.Equal("404 vitaal-werken.programma.onbekend", await world.Leverancier.GetAsync($"{world.Adres}/verslag").OutcomeAsync());
    }

    [Fact]
    public async Task The_last_pulse_can_be_given_after_the_closing_and_nobody_enrols_any_more()
    {
        var world = await DeelnemersWereld.CreateAsync(service, JustNow);
        var (person, spare) = ((await world.EnrolledAsync(1))[0], (await world.CodesAsync(1))[0]);
        using var closed = await world.Bedrijf.SendJsonAsync(HttpMethod.Post, $"{world.Adres}/afsluiting", null, "\"1\"");

        Assert.Equal("204", await person.PulseAsync("einde", ("bewegen", 8)));
        Assert.Equal("404 vitaal-werken.uitnodigingscode.ongeldig", await new Medewerker(service.CreateClient(), Domain.Geheimecode.CreateKey()).EnrolAsync(spare));
    }

    [Fact]
    public async Task The_report_comes_as_a_file_for_people_and_for_spreadsheets()
    {
        var world = await DeelnemersWereld.CreateAsync(service, JustNow);
        await world.EnrolledAsync(7);
        await world.ReportAsync();

        var (csvType, csv) = await FileAsync(world, "text/csv");
        var (pdfType, pdf) = await FileAsync(world, "application/pdf");

        Assert.Equal(("text/csv", "application/pdf"), (csvType, pdfType));
        Assert.Contains("bereik;programma;ingeschreven;5\r\nbereik;programma;deelgenomen;\r\n", Encoding.UTF8.GetString(csv), StringComparison.Ordinal);
        var text = string.Join('\n', new ReadPdf(pdf).Pages);
        Assert.Contains("5 of meer", text, StringComparison.Ordinal);
        Assert.Contains("te klein om te tonen", text, StringComparison.Ordinal);
        Assert.Equal("application/problem+json", (await FileAsync(world, "text/html")).Type);
    }

    [Fact]
    public async Task A_year_after_the_report_everybody_is_forgotten_and_the_report_stays()
    {
        var world = await DeelnemersWereld.CreateAsync(service, JustNow);
        var people = await world.EnrolledAsync(5);
        await world.ReportAsync();
        await world.RoundAsync(days: 365);
        Assert.Equal("Fit de lente in", (string)(await people[0].SeeAsync())["naam"]!);

        await world.RoundAsync(days: 380);

        Assert.Equal("403 vitaal-werken.deelnamesleutel.onjuist", await people[0].SendAsync(HttpMethod.Get, ""));
        Assert.Equal("200", await world.Bedrijf.GetAsync($"{world.Adres}/verslag").OutcomeAsync());
    }

    private static async Task PulseAsync(DeelnemersWereld world, IReadOnlyList<Medewerker> people, int begin, int eind, string moment, Func<int, int> mark)
    {
        await world.PlanAsync(begin, eind);
        foreach (var (number, person) in people.Index())
        {
            // About sleep fourteen people say something.
            (string, int)[] marks = number < 14 ? [("bewegen", mark(number)), ("slaap", number % 10)] : [("bewegen", mark(number))];
            Assert.Equal("204", await person.PulseAsync(moment, marks));
        }
    }

    private static async Task AttendAsync(DeelnemersWereld world, IReadOnlyList<Medewerker> people, int module)
    {
        var code = await world.AttendanceCodeAsync(module);
        foreach (var person in people)
            Assert.Equal("204", await person.AttendAsync(world.Sessies[module - 1], code));
    }

    private static async Task<(string? Type, byte[] Bytes)> FileAsync(DeelnemersWereld world, string type)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{world.Adres}/verslag");
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(type));
        using var answer = await world.Bedrijf.SendAsync(request);
        return (answer.Content.Headers.ContentType?.MediaType, await answer.Content.ReadAsByteArrayAsync());
    }
}
