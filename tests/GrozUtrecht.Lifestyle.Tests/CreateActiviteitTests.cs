using System.Net;
using System.Text.Json.Nodes;
using GrozUtrecht.Testing;
using static GrozUtrecht.Lifestyle.Tests.LifestyleFixture;

namespace GrozUtrecht.Lifestyle.Tests;

[Collection(LifestyleService.Name)]
public sealed class CreateActiviteitTests(LifestyleFixture service)
{
    [Fact]
    public async Task A_new_activity_is_a_draft_in_the_area_of_its_postcode_and_keeps_every_fact()
    {
        using var partner = service.Partner();

        using var created = await partner.SendJsonAsync(HttpMethod.Post, Activiteiten, NewActiviteit());
        using var found = await partner.GetAsync(created.Headers.Location);

        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        Assert.Equal("\"1\"", found.Headers.ETag!.ToString());
        var activiteit = await found.ReadObjectAsync();
        Assert.Equal("concept", (string?)activiteit["status"]);
        Assert.Equal("nieuwegein", (string?)activiteit["gebied"]);
        Assert.True((bool)activiteit["eigen"]!);
        Assert.All(NewActiviteit(), fact => Assert.Equal(fact.Value!.ToJsonString(), activiteit[fact.Key]!.ToJsonString()));
    }

    [Theory]
    [InlineData("9999")]
    [InlineData("3430")]
    [InlineData("3454")]
    public async Task A_postcode_outside_every_area_is_refused(string postcode) =>
        Assert.Equal("422 lifestyle.postcode.onbekend", await RefusalAsync("postcode", $"\"{postcode}\""));

    [Theory]
    [InlineData("prijsCenten", "250", "lifestyle.activiteit.gratis-met-prijs")]
    [InlineData("dimensies", "[\"meedoen\",\"meedoen\"]", "lifestyle.activiteit.dimensie-dubbel")]
    [InlineData("drempels", "[\"gratis\",\"gratis\"]", "lifestyle.activiteit.drempel-dubbel")]
    public async Task Facts_that_contradict_each_other_are_refused(string field, string json, string code) =>
        Assert.Equal($"422 {code}", await RefusalAsync(field, json));

    [Theory]
    [InlineData("naam", "\" \"")]
    [InlineData("naam", "\"twee\\nregels\"")]
    [InlineData("omschrijving", "\"nul\\u0000teken\"")]
    [InlineData("dimensies", "[]")]
    [InlineData("postcode", "\"3431 AB\"")]
    [InlineData("prijsCenten", "-1")]
    [InlineData("prijsCenten", "100001")]
    [InlineData("capaciteit", "0")]
    [InlineData("capaciteit", "1001")]
    public async Task A_field_of_the_wrong_shape_is_refused(string field, string json) =>
        Assert.Equal("400 verzoek.ongeldig", await RefusalAsync(field, json));

    [Theory]
    [InlineData("naam", 121)]
    [InlineData("omschrijving", 4_001)]
    [InlineData("locatienaam", 121)]
    public async Task A_text_that_is_too_long_is_refused(string field, int length) =>
        Assert.Equal("400 verzoek.ongeldig", await RefusalAsync(field, $"\"{new string('x', length)}\""));

    [Theory]
    [InlineData("dimensies", "[\"rijkdom\"]")]
    [InlineData("dimensies", "[0]")]
    [InlineData("dimensies", "[null]")]
    [InlineData("drempels", "null")]
    [InlineData("capaciteit", "\"12\"")]
    [InlineData("capaciteit", "99999999999")]
    [InlineData("prijsCenten", "2.5")]
    [InlineData("status", "\"gepubliceerd\"")]
    public async Task JSON_of_the_wrong_type_or_with_an_unknown_member_is_refused(string field, string json) =>
        Assert.Equal("400 verzoek.onleesbaar", await RefusalAsync(field, json));

    [Theory]
    [InlineData("")]
    [InlineData("[1,2")]
    [InlineData("{}")]
    public async Task A_body_that_is_no_activity_is_refused(string text)
    {
        using var partner = service.Partner();

        using var response = await partner.SendTextAsync(HttpMethod.Post, Activiteiten, text);

        Assert.Equal("400 verzoek.onleesbaar", await response.ProblemAsync());
    }

    [Fact]
    public async Task The_same_key_gives_the_first_answer_again_and_makes_one_activity()
    {
        using var partner = service.Partner();
        var key = TestId.New();

        using var first = await partner.SendJsonAsync(HttpMethod.Post, Activiteiten, NewActiviteit(), key: key);
        using var again = await partner.SendJsonAsync(HttpMethod.Post, Activiteiten, NewActiviteit(), key: key);

        Assert.Equal(HttpStatusCode.Created, again.StatusCode);
        Assert.Equal(first.Headers.Location, again.Headers.Location);
        Assert.Single(await ItemsAsync(partner, $"{Activiteiten}?eigen=true"));
    }

    [Fact]
    public async Task The_same_key_with_another_activity_is_refused_and_stores_nothing()
    {
        using var partner = service.Partner();
        var key = TestId.New();
        using var first = await partner.SendJsonAsync(HttpMethod.Post, Activiteiten, NewActiviteit(), key: key);
        var other = NewActiviteit();
        other["naam"] = "Zwemmen";

        using var response = await partner.SendJsonAsync(HttpMethod.Post, Activiteiten, other, key: key);

        Assert.Equal("422 verzoek.sleutel-hergebruikt", await response.ProblemAsync());
        Assert.Single(await ItemsAsync(partner, $"{Activiteiten}?eigen=true"));
    }

    private async Task<string> RefusalAsync(string field, string json)
    {
        using var partner = service.Partner();
        var body = NewActiviteit();
        body[field] = JsonNode.Parse(json);
        using var response = await partner.SendJsonAsync(HttpMethod.Post, Activiteiten, body);
        Assert.Empty(await ItemsAsync(partner, $"{Activiteiten}?eigen=true"));
        return await response.ProblemAsync();
    }
}
