using System.Net;
using GrozUtrecht.Testing;
using GrozUtrecht.VitaalWerken.Contracts;
using static GrozUtrecht.VitaalWerken.Tests.VitaalWerkenFixture;

namespace GrozUtrecht.VitaalWerken.Tests;

[Collection(VitaalWerkenService.Name)]
public sealed class ChangeBedrijfStatusTests(VitaalWerkenFixture service)
{
    [Fact]
    public async Task A_company_that_becomes_a_member_is_told_to_the_other_services_once()
    {
        var partnerId = TestId.Guid();
        using var partner = service.Partner(partnerId);
        var address = await service.RegisteredAsync(partner);

        using var response = await partner.SendJsonAsync(HttpMethod.Put, $"{address}/status", Status("lid"), "\"1\"", key: "lid-worden");
        using var again = await partner.SendJsonAsync(HttpMethod.Put, $"{address}/status", Status("lid"), "\"1\"", key: "lid-worden");

        var bedrijf = await response.ReadObjectAsync();
        Assert.Equal("\"2\"", response.Headers.ETag!.ToString());
        Assert.Equal("lid", (string?)bedrijf["status"]);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        var joined = await service.Events.FirstAsync<BedrijfJoined>(item => item.PartnerId == partnerId);
        Assert.Equal((Guid)bedrijf["id"]!, joined.BedrijfId);
        Assert.Equal("nieuwegein", joined.Gebied);
        Assert.Equal(2, joined.Version);

        // A later event of the same queue has arrived, so a second one of this company would have arrived too.
        await JoinAnotherAsync();
        Assert.Single(service.Events.All<BedrijfJoined>(), item => item.Event.PartnerId == partnerId);
    }

    [Fact]
    public async Task Every_stage_keeps_the_moment_it_began()
    {
        using var partner = service.Partner();
        var address = await service.RegisteredAsync(partner);

        using var lid = await partner.SendJsonAsync(HttpMethod.Put, $"{address}/status", Status("lid"), "\"1\"");
        using var vertrokken = await partner.SendJsonAsync(HttpMethod.Put, $"{address}/status", Status("vertrokken"), "\"2\"");
        using var found = await partner.GetAsync(address);

        var bedrijf = await found.ReadObjectAsync();
        Assert.Equal("vertrokken", (string?)bedrijf["status"]);
        Assert.True((DateTimeOffset)bedrijf["belangstellendOp"]! <= (DateTimeOffset)bedrijf["lidOp"]!);
        Assert.True((DateTimeOffset)bedrijf["lidOp"]! <= (DateTimeOffset)bedrijf["vertrokkenOp"]!);
    }

    [Fact]
    public async Task A_company_that_left_does_not_become_a_member_again_but_may_be_registered_anew()
    {
        using var partner = service.Partner();
        var body = service.NewBedrijf();
        using var created = await partner.SendJsonAsync(HttpMethod.Post, Bedrijven, body);
        var address = created.Headers.Location;
        using var left = await partner.SendJsonAsync(HttpMethod.Put, $"{address}/status", Status("vertrokken"), "\"1\"");

        using var back = await partner.SendJsonAsync(HttpMethod.Put, $"{address}/status", Status("lid"), "\"2\"");
        using var anew = await partner.SendJsonAsync(HttpMethod.Post, Bedrijven, body);

        Assert.Equal("409 vitaal-werken.bedrijf.stap-niet-toegestaan", await back.ProblemAsync());
        Assert.Equal(HttpStatusCode.Created, anew.StatusCode);
    }

    [Fact]
    public async Task A_stale_version_is_refused_and_changes_nothing()
    {
        using var partner = service.Partner();
        var address = await service.RegisteredAsync(partner);
        using var lid = await partner.SendJsonAsync(HttpMethod.Put, $"{address}/status", Status("lid"), "\"1\"");

        using var stale = await partner.SendJsonAsync(HttpMethod.Put, $"{address}/status", Status("vertrokken"), "\"1\"");
        using var found = await partner.GetAsync(address);

        Assert.Equal("412 verzoek.versie-verouderd", await stale.ProblemAsync());
        Assert.Equal("lid", (string?)(await found.ReadObjectAsync())["status"]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("*")]
    [InlineData("1")]
    [InlineData("W/\"1\"")]
    public async Task Without_a_version_in_If_Match_nothing_changes(string? ifMatch)
    {
        using var partner = service.Partner();
        var address = await service.RegisteredAsync(partner);

        using var response = await partner.SendJsonAsync(HttpMethod.Put, $"{address}/status", Status("lid"), ifMatch);

        Assert.Equal("428 verzoek.versie-ontbreekt", await response.ProblemAsync());
    }

    [Fact]
    public async Task Of_many_changes_of_one_version_at_once_one_wins()
    {
        using var partner = service.Partner();
        var address = await service.RegisteredAsync(partner);

        var answers = await Task.WhenAll(Enumerable.Range(0, 6)
            .Select(_ => partner.SendJsonAsync(HttpMethod.Put, $"{address}/status", Status("lid"), "\"1\"")));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
        Assert.Equal(5, answers.Count(answer => answer.StatusCode == HttpStatusCode.PreconditionFailed));
    }

    private async Task JoinAnotherAsync()
    {
        var partnerId = TestId.Guid();
        using var partner = service.Partner(partnerId);
        var address = await service.RegisteredAsync(partner);
        using var response = await partner.SendJsonAsync(HttpMethod.Put, $"{address}/status", Status("lid"), "\"1\"");
        await service.Events.FirstAsync<BedrijfJoined>(item => item.PartnerId == partnerId);
    }
}
