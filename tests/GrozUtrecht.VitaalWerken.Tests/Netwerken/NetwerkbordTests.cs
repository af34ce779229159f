using System.Text.Json.Nodes;
using Dapper;
using GrozUtrecht.Testing;
using GrozUtrecht.VitaalWerken.Tests.Deelnemers;

namespace GrozUtrecht.VitaalWerken.Tests.Netwerken;

/// <summary>The board counts everything in an area, so these tests have a database of their own.</summary>
public sealed class NetwerkbordTests(VitaalWerkenFixture service) : IClassFixture<VitaalWerkenFixture>
{
    private const string Networks = "/vitaal-werken/v1/vitaliteitsnetwerken";

    [Fact]
    public async Task What_lies_still_is_on_the_board_with_its_company_and_the_next_action()
    {
        using var coordinator = await service.CoordinatorAsync("papendorp");
        using var company = service.Partner();
        var waiting = await CompanyAsync(company);
        var met = await CompanyAsync(company);
        await using var connection = await service.Database.OpenConnectionAsync();
        await connection.ExecuteAsync(
            """
            UPDATE bedrijven SET belangstellend_op = now() - interval '45 days' WHERE id = @waiting;
            INSERT INTO inspiratiebijeenkomsten (id, bedrijf_id, gebied, version, status, plek, begint_op, eindigt_op, verwacht_aantal, aanwezig_aantal, aangemaakt_op, gewijzigd_op, gehouden_op)
            VALUES (gen_random_uuid(), @met, 'papendorp', 2, 'gehouden', 'Kantine', now() - interval '21 days', now() - interval '20 days 23 hours', 20, 15, now(), now(), now() - interval '20 days 23 hours');
            """,
            new { waiting, met });

        var board = await coordinator.GetFromAsync($"{Networks}/papendorp/bord");

        Assert.Equal(2, (int)board["belangstellenden"]!);
        Assert.Equal(1, (int)board["gehoudenBijeenkomsten"]!);
        Assert.Equal(["bedrijf-zonder-bijeenkomst 1", "bijeenkomst-zonder-opvolging 1"], Items(board, "stilstanden").Select(item => $"{item["soort"]} {item["aantal"]}").Order(StringComparer.Ordinal));
        var signals = Items(board, "signalen").ToDictionary(item => (string)item["soort"]!, StringComparer.Ordinal);
        Assert.Equal(waiting, (Guid)signals["bedrijf-zonder-bijeenkomst"]["bedrijfId"]!);
        Assert.Equal("Bel het bedrijf en plan een inspiratiebijeenkomst.", (string?)signals["bedrijf-zonder-bijeenkomst"]["volgendeActie"]);
        Assert.Equal(15, (int)signals["bedrijf-zonder-bijeenkomst"]["dagenTeLaat"]!);
        Assert.Equal("Bakkerij De Ochtend", (string?)signals["bijeenkomst-zonder-opvolging"]["bedrijf"]);
    }

    [Fact]
    public async Task A_programme_without_enrolments_lies_still_until_five_people_enrolled_and_a_day_passed()
    {
        var world = await DeelnemersWereld.CreateAsync(service);
        using var coordinator = await service.CoordinatorAsync();
        var before = (int)(await coordinator.GetFromAsync($"{Networks}/nieuwegein/bord"))["deelnemersTenMinste"]!;
        await using var connection = await service.Database.OpenConnectionAsync();
        await connection.ExecuteAsync("UPDATE programmas SET overeengekomen_op = now() - interval '30 days' WHERE id = @ProgrammaId", new { world.ProgrammaId });

        Assert.Contains($"{world.ProgrammaId}", await SignalsAsync(coordinator, "programma-zonder-inschrijving"));
        await world.EnrolledAsync(7);
        Assert.Contains($"{world.ProgrammaId}", await SignalsAsync(coordinator, "programma-zonder-inschrijving"));
        await world.MidnightAsync();
        Assert.DoesNotContain($"{world.ProgrammaId}", await SignalsAsync(coordinator, "programma-zonder-inschrijving"));

        var board = await coordinator.GetFromAsync($"{Networks}/nieuwegein/bord");
        Assert.Equal(before + 5, (int)board["deelnemersTenMinste"]!);
        var all = await world.Bedrijf.GetFromAsync(Networks);
        Assert.Equal((150, before + 5, 5, 0), ((int)all["doelDeelnemers"]!, (int)all["deelnemersTenMinste"]!, (int)all["doelNieuweGebieden"]!, (int)all["nieuweGebieden"]!));
    }

    [Fact]
    public async Task Once_there_is_a_report_its_number_counts_and_stays_when_employees_are_forgotten()
    {
        var world = await DeelnemersWereld.CreateAsync(service, TimeProvider.System.GetUtcNow().AddMinutes(-2));
        using var coordinator = await service.CoordinatorAsync();
        var before = (int)(await coordinator.GetFromAsync($"{Networks}/nieuwegein/bord"))["deelnemersTenMinste"]!;
        await world.EnrolledAsync(11);

        var report = await world.ReportAsync();
        await world.RoundAsync(days: 500);

        Assert.Equal(10, (int)report["bereik"]!["ingeschreven"]!);
        Assert.Equal(before + 10, (int)(await coordinator.GetFromAsync($"{Networks}/nieuwegein/bord"))["deelnemersTenMinste"]!);
    }

    [Fact]
    public async Task What_a_company_promised_or_disputes_is_on_the_board()
    {
        using var coordinator = await service.CoordinatorAsync("overvecht");
        using var company = service.Partner();
        var bedrijf = await CompanyAsync(company, "3561");
        await using var connection = await service.Database.OpenConnectionAsync();
        await connection.ExecuteAsync(
            """
            INSERT INTO bijdragen (id, version, bedrijf_id, gever_partner_id, gebied, soort, status, ontvanger_soort, ontvanger_partner_id, omschrijving, dagdelen, toegezegd_datum,
                                   gepland_datum, geleverd_datum, betwistbaar_tot_en_met, reden, aangemaakt_op, gewijzigd_op)
            VALUES (gen_random_uuid(), 2, @bedrijf, gen_random_uuid(), 'overvecht', 'ruimte', 'gepland', 'partner', gen_random_uuid(), 'Zaal', 1, current_date - 30, current_date - 20, NULL, NULL, NULL, now(), now()),
                   (gen_random_uuid(), 3, @bedrijf, gen_random_uuid(), 'overvecht', 'ruimte', 'betwist', 'partner', gen_random_uuid(), 'Zaal', 1, current_date - 30, NULL, current_date - 5, current_date + 25, 'Niet gezien', now(), now())
            """,
            new { bedrijf });

        var board = await coordinator.GetFromAsync($"{Networks}/overvecht/bord");

        Assert.Equal(["bijdrage-betwist", "bijdrage-te-laat"], Items(board, "signalen").Select(item => (string)item["soort"]!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_board_is_for_who_coordinates_the_area_and_nobody_else()
    {
        using var elsewhere = await service.CoordinatorAsync("utrecht-oost");
        using var partner = service.Partner();

        using var foreign = await elsewhere.GetAsync($"{Networks}/papendorp/bord");
        using var unscoped = await partner.GetAsync($"{Networks}/papendorp/bord");
        using var nowhere = await elsewhere.GetAsync($"{Networks}/atlantis/bord");

        Assert.Equal("403 vitaal-werken.netwerk.niet-uw-netwerk", await foreign.ProblemAsync());
        Assert.Equal("403 toegang.scope-ontbreekt", await unscoped.ProblemAsync());
        Assert.Equal("422 vitaal-werken.gebied.onbekend", await nowhere.ProblemAsync());
    }

    private async Task<Guid> CompanyAsync(HttpClient partner, string postcode = "3528")
    {
        using var response = await partner.SendJsonAsync(HttpMethod.Post, VitaalWerkenFixture.Bedrijven, service.NewBedrijf(postcode));
        response.EnsureSuccessStatusCode();
        return (Guid)(await response.ReadObjectAsync())["id"]!;
    }

    private static async Task<string> SignalsAsync(HttpClient coordinator, string soort) => string.Join(
        ' ', Items(await coordinator.GetFromAsync($"{Networks}/nieuwegein/bord"), "signalen").Where(item => (string?)item["soort"] == soort).Select(item => item["bronId"]));

    private static IEnumerable<JsonNode> Items(JsonObject board, string name) => board[name]!.AsArray().Select(item => item!);
}
