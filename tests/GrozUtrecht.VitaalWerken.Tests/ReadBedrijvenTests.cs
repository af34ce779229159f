using System.Net;
using System.Text.Json.Nodes;
using GrozUtrecht.Testing;
using static GrozUtrecht.VitaalWerken.Tests.VitaalWerkenFixture;

namespace GrozUtrecht.VitaalWerken.Tests;

[Collection(VitaalWerkenService.Name)]
public sealed class ReadBedrijvenTests(VitaalWerkenFixture service)
{
    [Fact]
    public async Task The_pages_together_hold_each_company_once_in_order_of_registration()
    {
        using var partner = service.Partner();
        List<string> registered = [];
        for (var i = 0; i < 5; i++)
            registered.Add(await service.RegisteredAsync(partner));

        List<string> listed = [];
        string? cursor = null;
        do
        {
            using var response = await partner.GetAsync($"{Bedrijven}?limit=2&cursor={cursor}");
            var page = await response.ReadObjectAsync();
            listed.AddRange(page["items"]!.AsArray().Select(item => $"{Bedrijven}/{item!["id"]}"));
            cursor = (string?)page["volgende"];
        }
        while (cursor is not null);

        Assert.Equal(registered, listed);
    }

    [Fact]
    public async Task A_list_holds_only_the_companies_of_the_partner_that_asks()
    {
        using var partner = service.Partner();
        using var other = service.Partner();
        await service.RegisteredAsync(other);
        var own = await service.RegisteredAsync(partner);

        var items = await ItemsAsync(partner, "");

        Assert.Equal(own, $"{Bedrijven}/{Assert.Single(items)!["id"]}");
    }

    [Fact]
    public async Task A_list_can_be_narrowed_to_an_area_and_a_status()
    {
        using var partner = service.Partner();
        await service.RegisteredAsync(partner);
        var lid = await service.RegisteredAsync(partner);
        using var joined = await partner.SendJsonAsync(HttpMethod.Put, $"{lid}/status", Status("lid"), ifMatch: "\"1\"");

        Assert.Equal(lid, $"{Bedrijven}/{Assert.Single(await ItemsAsync(partner, "?status=lid"))!["id"]}");
        Assert.Equal(2, (await ItemsAsync(partner, "?gebied=nieuwegein")).Count);
        Assert.Empty(await ItemsAsync(partner, "?gebied=papendorp"));
    }

    [Theory]
    [InlineData("?cursor=geen-cursor", "400 verzoek.cursor-ongeldig")]
    [InlineData("?limit=0", "400 verzoek.ongeldig")]
    [InlineData("?limit=101", "400 verzoek.ongeldig")]
    [InlineData("?limit=veel", "400 verzoek.onleesbaar")]
    [InlineData("?status=lidmaat", "400 verzoek.ongeldig")]
    [InlineData("?gebied=atlantis", "422 vitaal-werken.gebied.onbekend")]
    public async Task A_wrong_query_is_refused(string query, string problem)
    {
        using var partner = service.Partner();

        using var response = await partner.GetAsync(Bedrijven + query);

        Assert.Equal(problem, await response.ProblemAsync());
    }

    [Fact]
    public async Task The_company_of_another_partner_does_not_exist()
    {
        using var owner = service.Partner();
        using var other = service.Partner();
        var address = await service.RegisteredAsync(owner);

        using var read = await other.GetAsync(address);
        using var changed = await other.SendJsonAsync(HttpMethod.Put, $"{address}/status", Status("lid"), ifMatch: "\"1\"");

        Assert.Equal("404 vitaal-werken.bedrijf.onbekend", await read.ProblemAsync());
        Assert.Equal("404 vitaal-werken.bedrijf.onbekend", await changed.ProblemAsync());
    }

    [Fact]
    public async Task Without_a_token_nothing_is_shown()
    {
        using var anonymous = service.CreateClient();

        using var response = await anonymous.GetAsync(Bedrijven);

        Assert.Equal("401 toegang.token-ontbreekt", await response.ProblemAsync());
    }

    [Fact]
    public async Task Reading_and_writing_each_ask_for_their_own_scope()
    {
        using var reader = service.ClientFor(TestId.Guid(), "vitaal-werken:lezen");
        using var writer = service.ClientFor(TestId.Guid(), "vitaal-werken:schrijven");

        using var written = await reader.SendJsonAsync(HttpMethod.Post, Bedrijven, service.NewBedrijf());
        using var read = await writer.GetAsync(Bedrijven);

        Assert.Equal("403 toegang.scope-ontbreekt", await written.ProblemAsync());
        Assert.Equal("403 toegang.scope-ontbreekt", await read.ProblemAsync());
    }

    private static async Task<JsonArray> ItemsAsync(HttpClient client, string query)
    {
        using var response = await client.GetAsync(Bedrijven + query);
        return (await response.ReadObjectAsync())["items"]!.AsArray();
    }
}
