using System.Net;
using GrozUtrecht.Testing;
using static GrozUtrecht.Lifestyle.Tests.LifestyleFixture;

namespace GrozUtrecht.Lifestyle.Tests;

[Collection(LifestyleService.Name)]
public sealed class UpdateActiviteitTests(LifestyleFixture service)
{
    [Fact]
    public async Task A_change_makes_the_next_version_and_moves_the_activity_to_the_area_of_its_new_postcode()
    {
        using var partner = service.Partner();
        var address = await DraftedAsync(partner);
        var body = NewActiviteit();
        body["naam"] = "Fietsen";
        body["postcode"] = "3528";

        using var changed = await partner.SendJsonAsync(HttpMethod.Put, address, body, "\"1\"");
        using var found = await partner.GetAsync(address);

        Assert.Equal("\"2\"", changed.Headers.ETag!.ToString());
        var activiteit = await found.ReadObjectAsync();
        Assert.Equal("Fietsen", (string?)activiteit["naam"]);
        Assert.Equal("papendorp", (string?)activiteit["gebied"]);
    }

    [Fact]
    public async Task A_stale_version_is_refused_and_changes_nothing()
    {
        using var partner = service.Partner();
        var address = await DraftedAsync(partner);
        using var first = await partner.SendJsonAsync(HttpMethod.Put, address, NewActiviteit(), "\"1\"");
        var body = NewActiviteit();
        body["naam"] = "Te laat";

        using var stale = await partner.SendJsonAsync(HttpMethod.Put, address, body, "\"1\"");
        using var found = await partner.GetAsync(address);

        Assert.Equal("412 verzoek.versie-verouderd", await stale.ProblemAsync());
        Assert.Equal("Wandelen rond de plas", (string?)(await found.ReadObjectAsync())["naam"]);
    }

    [Theory]
    [InlineData("", "PUT")]
    [InlineData("/publicatie", "POST")]
    [InlineData("/intrekking", "POST")]
    public async Task Without_a_version_in_If_Match_nothing_changes(string path, string method)
    {
        using var partner = service.Partner();
        var address = await DraftedAsync(partner);

        using var response = await partner.SendJsonAsync(new HttpMethod(method), address + path, path.Length == 0 ? NewActiviteit() : null);

        Assert.Equal("428 verzoek.versie-ontbreekt", await response.ProblemAsync());
    }

    [Fact]
    public async Task Of_many_changes_of_one_version_at_once_one_wins()
    {
        using var partner = service.Partner();
        var address = await DraftedAsync(partner);

        var answers = await Task.WhenAll(Enumerable.Range(0, 6)
            .Select(_ => partner.SendJsonAsync(HttpMethod.Put, address, NewActiviteit(), "\"1\"")));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
        Assert.Equal(5, answers.Count(answer => answer.StatusCode == HttpStatusCode.PreconditionFailed));
    }

    [Fact]
    public async Task A_change_to_an_unknown_postcode_is_refused()
    {
        using var partner = service.Partner();
        var address = await DraftedAsync(partner);
        var body = NewActiviteit();
        body["postcode"] = "1011";

        using var response = await partner.SendJsonAsync(HttpMethod.Put, address, body, "\"1\"");

        Assert.Equal("422 lifestyle.postcode.onbekend", await response.ProblemAsync());
    }
}
