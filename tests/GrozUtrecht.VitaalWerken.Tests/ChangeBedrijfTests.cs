using System.Net;
using System.Text.Json.Nodes;
using GrozUtrecht.Testing;

namespace GrozUtrecht.VitaalWerken.Tests;

[Collection(VitaalWerkenService.Name)]
public sealed class ChangeBedrijfTests(VitaalWerkenFixture service)
{
    private static JsonObject Change(string naam = "Bakkerij De Avond") => new() { ["naam"] = naam, ["sector"] = "horeca", ["grootteklasse"] = "middelgroot" };

    [Fact]
    public async Task A_company_that_grew_is_seen_as_it_is_now()
    {
        using var partner = service.Partner();
        var address = await service.RegisteredAsync(partner);

        using var changed = await partner.SendJsonAsync(HttpMethod.Put, address, Change(), "\"1\"");
        using var late = await partner.SendJsonAsync(HttpMethod.Put, address, Change("Te laat"), "\"1\"");
        using var found = await partner.GetAsync(address);

        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.Equal("412 verzoek.versie-verouderd", await late.ProblemAsync());
        var bedrijf = await found.ReadObjectAsync();
        Assert.Equal(
            ["Bakkerij De Avond", "horeca", "middelgroot", "belangstellend"],
            new[] { "naam", "sector", "grootteklasse", "status" }.Select(field => (string?)bedrijf[field]));
    }

    [Fact]
    public async Task A_coordinator_does_not_rename_a_company()
    {
        using var partner = service.Partner();
        using var coordinator = await service.CoordinatorAsync();
        var address = await service.RegisteredAsync(partner);

        using var changed = await coordinator.SendJsonAsync(HttpMethod.Put, address, Change(), "\"1\"");

        Assert.Equal("404 vitaal-werken.bedrijf.onbekend", await changed.ProblemAsync());
    }

    [Fact]
    public async Task A_vestiging_of_another_company_is_refused_also_when_both_arrive_at_once()
    {
        using var partner = service.Partner();
        using var other = service.Partner();
        var first = service.NewBedrijf();
        var vestiging = $"1111{first["kvkNummer"]}";
        var second = service.NewBedrijf("3528");
        first["vestigingsnummer"] = vestiging;
        second["vestigingsnummer"] = vestiging;

        var answers = await Task.WhenAll(
            partner.SendJsonAsync(HttpMethod.Post, VitaalWerkenFixture.Bedrijven, first), other.SendJsonAsync(HttpMethod.Post, VitaalWerkenFixture.Bedrijven, second));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Created);
        var refused = answers.Single(answer => answer.StatusCode != HttpStatusCode.Created);
        Assert.Equal("422 vitaal-werken.vestiging.ander-bedrijf", await refused.ProblemAsync());
    }

    [Fact]
    public async Task A_second_company_with_the_same_vestiging_in_another_network_is_the_same_company()
    {
        using var partner = service.Partner();
        var body = service.NewBedrijf();
        body["vestigingsnummer"] = "000099" + ((string)body["kvkNummer"]!)[^6..];
        using var first = await partner.SendJsonAsync(HttpMethod.Post, VitaalWerkenFixture.Bedrijven, body);
        body["postcode"] = "3528";

        using var second = await partner.SendJsonAsync(HttpMethod.Post, VitaalWerkenFixture.Bedrijven, body);

        Assert.Equal(HttpStatusCode.Created, first.StatusCode);
        Assert.Equal(HttpStatusCode.Created, second.StatusCode);
    }
}
