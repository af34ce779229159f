using System.Net;
using System.Text.Json.Nodes;
using GrozUtrecht.Testing;
using static GrozUtrecht.VitaalWerken.Tests.Bijdragen.Bijdragewereld;

namespace GrozUtrecht.VitaalWerken.Tests.Bijdragen;

/// <summary>Sums are of all companies of an area, so these tests have a database of their own.</summary>
public sealed class BijdragenoverzichtTests(VitaalWerkenFixture service) : IClassFixture<VitaalWerkenFixture>
{
    [Fact]
    public async Task A_company_reads_what_it_gave_in_a_year_and_a_coordinator_what_all_gave()
    {
        using var world = await MakeAsync(service);
        using var other = await MakeAsync(service);
        using var coordinator = await service.CoordinatorAsync();
        await MustAsync(world.Ontvanger, await world.DeliveredAsync(world.Euros(50_000)), "bevestiging", 2);
        await world.PledgeAsync(world.Euros(2_550));
        await MustAsync(world.Bedrijf, await world.PledgeAsync(world.Euros(9_900)), "intrekking", 1, Reden());
        await MustAsync(world.Ontvanger, await world.DeliveredAsync(world.Uren(90)), "betwisting", 2, Reden());
        var earlier = await world.DeliveredAsync(world.Euros(77_700));
        await world.ExecuteAsync("UPDATE bijdragen SET toegezegd_datum = toegezegd_datum - 800, geleverd_datum = geleverd_datum - 800 WHERE id = @id", earlier);
        await other.PledgeAsync(other.Euros(1_000));
        var refused = await other.DeliveredAsync(other.Uren(60));
        await other.HandleAsync(Refused(refused, version: 2));

        var own = await ReadAsync(world.Bedrijf, $"{VitaalWerkenFixture.Bedrijven}/{world.BedrijfId}/bijdragenoverzicht");
        Assert.Equal(
            ["euro 52550 50000 50000 0", "uren 90 0 0 90"],
            own["perSoort"]!.AsArray().Select(Line));
        Assert.Equal("Geld aan andere organisaties: € 525,50 toegezegd, € 500,00 geleverd, waarvan € 500,00 bevestigd.", (string?)own["perOntvanger"]![0]!["zin"]);
        var area = await ReadAsync(coordinator, "/vitaal-werken/v1/vitaliteitsnetwerken/nieuwegein/bijdragen");
        Assert.Equal(2, (int)area["aantalBedrijven"]!);
        Assert.Equal(["euro 53550 50000 50000 0", "uren 150 0 0 90"], area["perSoort"]!.AsArray().Select(Line));

        using var csv = await world.Bedrijf.GetAsync($"{VitaalWerkenFixture.Bedrijven}/{world.BedrijfId}/bijdragenoverzicht?formaat=csv");
        Assert.Contains(";euro;alle;eurocenten;52550;0;50000;50000;0\r\n", await csv.Content.ReadAsStringAsync());
        using var pdf = await world.Bedrijf.GetAsync($"{VitaalWerkenFixture.Bedrijven}/{world.BedrijfId}/bijdragenoverzicht?formaat=pdf");
        Assert.Contains("waarvan € 500,00", string.Concat(new ReadPdf(await pdf.Content.ReadAsByteArrayAsync()).Pages));
    }

    [Fact]
    public async Task To_others_there_is_no_overview()
    {
        using var world = await MakeAsync(service);
        using var elsewhere = await service.CoordinatorAsync("overvecht");
        foreach (var client in new[] { world.Ontvanger, elsewhere })
        {
            using var own = await client.GetAsync($"{VitaalWerkenFixture.Bedrijven}/{world.BedrijfId}/bijdragenoverzicht");
            using var area = await client.GetAsync("/vitaal-werken/v1/vitaliteitsnetwerken/nieuwegein/bijdragen");
            Assert.Equal("404 vitaal-werken.bedrijf.onbekend", await own.ProblemAsync());
            Assert.Equal("403 vitaal-werken.netwerk.niet-uw-netwerk", await area.ProblemAsync());
        }

        using var wrong = await world.Bedrijf.GetAsync($"{VitaalWerkenFixture.Bedrijven}/{world.BedrijfId}/bijdragenoverzicht?formaat=doc");
        using var year = await world.Bedrijf.GetAsync($"{VitaalWerkenFixture.Bedrijven}/{world.BedrijfId}/bijdragenoverzicht?jaar=1999");
        Assert.Equal(HttpStatusCode.NotAcceptable, wrong.StatusCode);
        Assert.Equal("400 verzoek.ongeldig", await year.ProblemAsync());
    }

    private static string Line(JsonNode? line) => $"{line!["soort"]} {line["toegezegd"]} {line["geleverd"]} {line["bevestigd"]} {line["betwist"]}";
}
