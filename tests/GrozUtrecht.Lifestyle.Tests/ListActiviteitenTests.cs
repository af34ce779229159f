using System.Text.Json.Nodes;
using GrozUtrecht.Testing;
using static GrozUtrecht.Lifestyle.Tests.LifestyleFixture;

namespace GrozUtrecht.Lifestyle.Tests;

[Collection(LifestyleService.Name)]
public sealed class ListActiviteitenTests(LifestyleFixture service)
{
    [Fact]
    public async Task The_pages_together_hold_each_activity_once_in_order_of_making()
    {
        using var partner = service.Partner();
        List<string> drafted = [];
        for (var i = 0; i < 5; i++)
            drafted.Add(await DraftedAsync(partner));

        List<string> listed = [];
        string? cursor = null;
        do
        {
            using var response = await partner.GetAsync($"{Activiteiten}?eigen=true&limit=2&cursor={cursor}");
            var page = await response.ReadObjectAsync();
            listed.AddRange(page["items"]!.AsArray().Select(item => $"{Activiteiten}/{item!["id"]}"));
            cursor = (string?)page["volgende"];
        }
        while (cursor is not null);

        Assert.Equal(drafted, listed);
    }

    [Fact]
    public async Task The_offer_holds_what_others_published_and_not_what_they_drafted_or_withdrew()
    {
        using var owner = service.Partner();
        using var other = service.Partner();
        var drafted = await DraftedAsync(owner, In("3562"));
        var published = await PublishedAsync(owner, In("3562"));
        var withdrawn = await PublishedAsync(owner, In("3562"));
        using var ended = await owner.SendJsonAsync(HttpMethod.Post, $"{withdrawn}/intrekking", null, "\"2\"");

        var offer = await AddressesAsync(other, "?postcode=3562&straalKilometers=0");

        Assert.Equal([published], offer);
        Assert.Equal([drafted, published, withdrawn], await AddressesAsync(owner, "?eigen=true"));
        Assert.Empty(await AddressesAsync(other, "?eigen=true"));
    }

    [Fact]
    public async Task A_list_can_be_narrowed_to_an_area_and_a_dimension()
    {
        using var partner = service.Partner();
        var papendorp = await DraftedAsync(partner, In("3528"));
        var zingeving = await DraftedAsync(partner, body => body["dimensies"] = new JsonArray("zingeving"));

        Assert.Equal([papendorp], await AddressesAsync(partner, "?eigen=true&gebied=papendorp"));
        Assert.Equal([zingeving], await AddressesAsync(partner, "?eigen=true&dimensie=zingeving"));
        Assert.Empty(await AddressesAsync(partner, "?eigen=true&gebied=papendorp&dimensie=zingeving"));
    }

    [Fact]
    public async Task Around_a_postcode_what_is_near_is_shown_with_its_distance_and_what_is_far_is_not()
    {
        using var partner = service.Partner();
        var here = await DraftedAsync(partner, In("3431"));
        var near = await DraftedAsync(partner, In("3432"));
        var far = await DraftedAsync(partner, In("3562"));

        var items = await ItemsAsync(partner, $"{Activiteiten}?eigen=true&postcode=3431&straalKilometers=2");

        Assert.Equal([here, near], items.Select(item => $"{Activiteiten}/{item!["id"]}"));
        Assert.Equal(0, (int)items[0]!["afstandMeters"]!);
        Assert.InRange((int)items[1]!["afstandMeters"]!, 1_000, 1_500);
        Assert.Contains(far, await AddressesAsync(partner, "?eigen=true&postcode=3431&straalKilometers=50"));
        Assert.Equal([here, near], await AddressesAsync(partner, "?eigen=true&postcode=3431"));
    }

    [Theory]
    [InlineData("?cursor=geen-cursor", "400 verzoek.cursor-ongeldig")]
    [InlineData("?limit=0", "400 verzoek.ongeldig")]
    [InlineData("?limit=101", "400 verzoek.ongeldig")]
    [InlineData("?dimensie=rijkdom", "400 verzoek.ongeldig")]
    [InlineData("?postcode=3431&straalKilometers=-1", "400 verzoek.ongeldig")]
    [InlineData("?postcode=3431&straalKilometers=ver", "400 verzoek.onleesbaar")]
    [InlineData("?straalKilometers=3", "422 lifestyle.zoekvraag.postcode-ontbreekt")]
    [InlineData("?postcode=9999", "422 lifestyle.postcode.onbekend")]
    [InlineData("?gebied=atlantis", "422 lifestyle.gebied.onbekend")]
    public async Task A_wrong_query_is_refused(string query, string problem)
    {
        using var partner = service.Partner();

        using var response = await partner.GetAsync(Activiteiten + query);

        Assert.Equal(problem, await response.ProblemAsync());
    }

    private static Action<JsonObject> In(string postcode) => body => body["postcode"] = postcode;

    private static async Task<IEnumerable<string>> AddressesAsync(HttpClient client, string query) =>
        (await ItemsAsync(client, Activiteiten + query)).Select(item => $"{Activiteiten}/{item!["id"]}");
}
