using System.Net;
using GrozUtrecht.Lifestyle.Domain.OpenData;
using GrozUtrecht.Testing;

namespace GrozUtrecht.Lifestyle.Tests.OpenData;

[Collection(LifestyleService.Name)]
public sealed class OpenActiveListTests(LifestyleFixture lifestyle)
{
    private const string Begrippen = "/lifestyle/v1/openactive-begrippen";
    private const string Walking = "95092977-5a20-4d6e-b312-8fddabe71544";

    [Fact]
    public void A_concept_is_found_by_its_identifier_and_by_nothing_else()
    {
        Assert.True(OpenActiveList.TryFind(Walking, out var concept));
        Assert.Equal("Walking", concept.PrefLabel);
        Assert.Equal($"https://openactive.io/activity-list#{Walking}", concept.Id);
        Assert.All(["", "walking", "Walking", Walking.ToUpperInvariant(), concept.Id, null], text => Assert.False(OpenActiveList.TryFind(text, out _)));
    }

    [Fact]
    public void The_list_is_whole()
    {
        Assert.Equal(768, OpenActiveList.All.Count);
        Assert.All(OpenActiveList.All, concept => Assert.Equal(OpenActiveList.MaximumLength, concept.Identifier.Length));
    }

    [Fact]
    public async Task A_concept_is_found_by_a_part_of_any_of_its_words()
    {
        using var partner = lifestyle.Partner();
        Assert.Contains(Walking, await CodesAsync(partner, $"{Begrippen}?zoek=WALK"));
        Assert.Single(await CodesAsync(partner, $"{Begrippen}?zoek=horse%20riding"));
        Assert.Empty(await CodesAsync(partner, $"{Begrippen}?zoek=koken"));
    }

    [Fact]
    public async Task The_pages_together_are_the_list_in_order()
    {
        using var partner = lifestyle.Partner();
        List<string> names = [];
        var address = $"{Begrippen}?limit=100";
        while (address is not null)
        {
            using var response = await partner.GetAsync(address);
            var page = await response.ReadObjectAsync();
            names.AddRange(page["items"]!.AsArray().Select(item => item!["naam"]!.GetValue<string>()));
            address = page["volgende"] is { } cursor ? $"{Begrippen}?limit=100&cursor={cursor}" : null;
        }

        Assert.Equal(OpenActiveList.All.Select(concept => concept.PrefLabel), names);
    }

    [Theory]
    [InlineData("zoek=w")]
    [InlineData("limit=0")]
    [InlineData("cursor=**")]
    public async Task A_question_that_cannot_be_asked_is_refused(string query)
    {
        using var partner = lifestyle.Partner();
        using var response = await partner.GetAsync($"{Begrippen}?{query}");
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    private static async Task<List<string>> CodesAsync(HttpClient client, string address) =>
        [.. (await LifestyleFixture.ItemsAsync(client, address)).Select(item => item!["code"]!.GetValue<string>())];
}
