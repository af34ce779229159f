using System.Net;
using GrozUtrecht.Testing;
using static GrozUtrecht.VitaalWerken.Tests.Programmas.ProgrammaWereld;
using static GrozUtrecht.VitaalWerken.Tests.VitaalWerkenFixture;

namespace GrozUtrecht.VitaalWerken.Tests.Programmas;

[Collection(VitaalWerkenService.Name)]
public sealed class ReadProgrammasTests(VitaalWerkenFixture service)
{
    [Fact]
    public async Task A_new_programme_has_an_empty_first_version_that_company_and_coordinator_see()
    {
        using var wereld = await ProgrammaWereld.CreateAsync(service);
        var id = await wereld.ProgrammaAsync();

        foreach (var client in new[] { wereld.Bedrijf, wereld.Coordinator })
        {
            using var found = await client.GetAsync($"{Adres}/{id}");
            using var versie = await client.GetAsync($"{Adres}/{id}/versies/1");
            using var list = await client.GetAsync($"{Bedrijven}/{wereld.BedrijfId}/programmas");

            var programma = await found.ReadObjectAsync();
            Assert.Equal("\"1\"", found.Headers.ETag!.ToString());
            Assert.Equal("concept", (string?)programma["status"]);
            Assert.Equal("concept", (string?)programma["versies"]![0]!["status"]);
            Assert.Equal(wereld.BedrijfId, (Guid)programma["bedrijfId"]!);
            Assert.Empty((await versie.ReadObjectAsync())["modules"]!.AsArray());
            Assert.Equal(id, (Guid)(await list.ReadObjectAsync())["items"]![0]!["id"]!);
        }
    }

    [Fact]
    public async Task To_everybody_else_the_programme_does_not_exist()
    {
        using var wereld = await ProgrammaWereld.CreateAsync(service);
        var id = await wereld.ProgrammaAsync();
        using var other = service.Partner();
        using var elsewhere = await service.CoordinatorAsync("papendorp");
        using var unappointed = service.CoordinatorClient(TestId.Guid());

        foreach (var client in new[] { other, elsewhere, unappointed })
        {
            using var found = await client.GetAsync($"{Adres}/{id}");
            using var versie = await client.GetAsync($"{Adres}/{id}/versies/1");
            using var list = await client.GetAsync($"{Bedrijven}/{wereld.BedrijfId}/programmas");
            using var created = await client.SendJsonAsync(HttpMethod.Post, $"{Bedrijven}/{wereld.BedrijfId}/programmas", NewProgramma());

            Assert.Equal("404 vitaal-werken.programma.onbekend", await found.ProblemAsync());
            Assert.Equal("404 vitaal-werken.programma.onbekend", await versie.ProblemAsync());
            Assert.Equal("404 vitaal-werken.bedrijf.onbekend", await list.ProblemAsync());
            Assert.Equal("404 vitaal-werken.bedrijf.onbekend", await created.ProblemAsync());
        }
    }

    [Theory]
    [InlineData("2126-06-30", "2126-06-29")]
    [InlineData("2126-01-01", "2130-01-01")]
    public async Task A_programme_does_not_end_before_it_begins_nor_take_for_ever(string begin, string eind)
    {
        using var wereld = await ProgrammaWereld.CreateAsync(service);

        using var response = await wereld.Bedrijf.SendJsonAsync(HttpMethod.Post, $"{Bedrijven}/{wereld.BedrijfId}/programmas", NewProgramma(begin, eind));

        Assert.Equal("422 vitaal-werken.programma.periode-ongeldig", await response.ProblemAsync());
    }

    [Fact]
    public async Task A_company_that_is_not_a_member_has_no_programme()
    {
        using var partner = service.Partner();
        var address = await service.RegisteredAsync(partner);

        using var response = await partner.SendJsonAsync(HttpMethod.Post, $"{address}/programmas", NewProgramma());

        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
        Assert.Equal("409 vitaal-werken.programma.bedrijf-geen-lid", await response.ProblemAsync());
    }
}
