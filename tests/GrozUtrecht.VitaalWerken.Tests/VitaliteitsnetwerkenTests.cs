using GrozUtrecht.Testing;
using static GrozUtrecht.VitaalWerken.Tests.VitaalWerkenFixture;

namespace GrozUtrecht.VitaalWerken.Tests;

/// <summary>Counts are of all partners, so these tests have a database of their own.</summary>
public sealed class VitaliteitsnetwerkenTests(VitaalWerkenFixture service) : IClassFixture<VitaalWerkenFixture>
{
    [Fact]
    public async Task The_networks_count_the_companies_of_all_partners_by_area_against_the_target()
    {
        using var partner = service.Partner();
        using var other = service.Partner();
        await service.RegisteredAsync(partner);
        var lid = await service.RegisteredAsync(other);
        using var joined = await other.SendJsonAsync(HttpMethod.Put, $"{lid}/status", Status("lid"), "\"1\"");
        var left = await service.RegisteredAsync(other);
        using var gone = await other.SendJsonAsync(HttpMethod.Put, $"{left}/status", Status("vertrokken"), "\"1\"");

        using var response = await partner.GetAsync("/vitaal-werken/v1/vitaliteitsnetwerken");

        var netwerken = await response.ReadObjectAsync();
        Assert.Equal(15, (int)netwerken["doelLeden"]!);
        Assert.Equal(1, (int)netwerken["leden"]!);
        Assert.Equal(1, (int)netwerken["belangstellenden"]!);
        Assert.Equal(14, (int)netwerken["nogNodig"]!);
        Assert.Equal(
            ["kanaleneiland 0 0", "nieuwegein 1 1", "overvecht 0 0", "papendorp 0 0", "utrecht-oost 0 0"],
            netwerken["items"]!.AsArray().Select(item => $"{item!["gebied"]} {item["belangstellenden"]} {item["leden"]}"));
    }
}
