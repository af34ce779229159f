using System.Net;
using GrozUtrecht.Testing;

namespace GrozUtrecht.VitaalWerken.Tests.Netwerken;

[Collection(VitaalWerkenService.Name)]
public sealed class CoordinatorenTests(VitaalWerkenFixture service)
{
    private const string Netwerk = "/vitaal-werken/v1/vitaliteitsnetwerken/kanaleneiland";

    private HttpClient Administrator() => service.ClientFor(TestId.Guid(), "vitaal-werken:lezen", "vitaal-werken:schrijven", "vitaal-werken:beheren");

    [Fact]
    public async Task Who_is_appointed_sees_the_companies_of_all_partners_in_that_network_until_dismissed()
    {
        var partnerId = TestId.Guid();
        using var administrator = Administrator();
        using var coordinator = service.CoordinatorClient(partnerId);
        using var company = service.Partner();
        using var registered = await company.SendJsonAsync(HttpMethod.Post, VitaalWerkenFixture.Bedrijven, service.NewBedrijf("3526"));
        var id = (string?)(await registered.ReadObjectAsync())["id"];
        using var early = await coordinator.GetAsync($"{Netwerk}/bedrijven");

        using var appointed = await administrator.PutAsync($"{Netwerk}/coordinatoren/{partnerId}", null);
        using var again = await administrator.PutAsync($"{Netwerk}/coordinatoren/{partnerId}", null);
        using var companies = await coordinator.GetAsync($"{Netwerk}/bedrijven?status=belangstellend&limit=100");
        using var one = await coordinator.GetAsync($"{VitaalWerkenFixture.Bedrijven}/{id}");
        using var dismissed = await administrator.DeleteAsync($"{Netwerk}/coordinatoren/{partnerId}");
        using var late = await coordinator.GetAsync($"{VitaalWerkenFixture.Bedrijven}/{id}");

        Assert.Equal("403 vitaal-werken.netwerk.niet-uw-netwerk", await early.ProblemAsync());
        Assert.Equal(HttpStatusCode.NoContent, appointed.StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, again.StatusCode);
        Assert.Contains(id, (await companies.ReadObjectAsync())["items"]!.AsArray().Select(item => (string?)item!["id"]));
        Assert.Equal(HttpStatusCode.OK, one.StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, dismissed.StatusCode);
        Assert.Equal("404 vitaal-werken.bedrijf.onbekend", await late.ProblemAsync());
    }

    [Fact]
    public async Task Nobody_appoints_without_the_scope_or_for_an_area_that_does_not_exist()
    {
        using var partner = service.Partner();
        using var administrator = Administrator();

        using var unscoped = await partner.PutAsync($"{Netwerk}/coordinatoren/{TestId.Guid()}", null);
        using var nowhere = await administrator.PutAsync($"/vitaal-werken/v1/vitaliteitsnetwerken/atlantis/coordinatoren/{TestId.Guid()}", null);
        using var nobody = await administrator.DeleteAsync($"{Netwerk}/coordinatoren/{TestId.Guid()}");

        Assert.Equal("403 toegang.scope-ontbreekt", await unscoped.ProblemAsync());
        Assert.Equal("422 vitaal-werken.gebied.onbekend", await nowhere.ProblemAsync());
        Assert.Equal("404 vitaal-werken.coordinator.onbekend", await nobody.ProblemAsync());
    }

    [Fact]
    public async Task A_coordinator_moves_a_company_of_the_network_to_another_status_and_nobody_elsewhere_does()
    {
        using var company = service.Partner();
        using var coordinator = await service.CoordinatorAsync();
        using var elsewhere = await service.CoordinatorAsync("overvecht");
        var address = await service.RegisteredAsync(company);

        using var foreign = await elsewhere.SendJsonAsync(HttpMethod.Put, $"{address}/status", VitaalWerkenFixture.Status("lid"), "\"1\"");
        using var joined = await coordinator.SendJsonAsync(HttpMethod.Put, $"{address}/status", VitaalWerkenFixture.Status("lid"), "\"1\"");

        Assert.Equal("404 vitaal-werken.bedrijf.onbekend", await foreign.ProblemAsync());
        Assert.Equal("lid", (string?)(await joined.ReadObjectAsync())["status"]);
    }
}
