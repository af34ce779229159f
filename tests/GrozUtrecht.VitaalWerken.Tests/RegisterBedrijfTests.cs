using System.Net;
using System.Text.Json.Nodes;
using GrozUtrecht.Testing;
using static GrozUtrecht.VitaalWerken.Tests.VitaalWerkenFixture;

namespace GrozUtrecht.VitaalWerken.Tests;

[Collection(VitaalWerkenService.Name)]
public sealed class RegisterBedrijfTests(VitaalWerkenFixture service)
{
    [Fact]
    public async Task A_registered_company_is_interested_and_found_at_its_address_with_its_version()
    {
        using var partner = service.Partner();
        var body = service.NewBedrijf();
        body["vestigingsnummer"] = "000012345678";

        using var created = await partner.SendJsonAsync(HttpMethod.Post, Bedrijven, body);
        using var found = await partner.GetAsync(created.Headers.Location);

        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        Assert.Equal("\"1\"", found.Headers.ETag!.ToString());
        var bedrijf = await found.ReadObjectAsync();
        Assert.Equal("belangstellend", (string?)bedrijf["status"]);
        Assert.Equal("nieuwegein", (string?)bedrijf["gebied"]);
        Assert.Equal("000012345678", (string?)bedrijf["vestigingsnummer"]);
        Assert.Equal((string?)body["kvkNummer"], (string?)bedrijf["kvkNummer"]);
        Assert.Null(bedrijf["lidOp"]);
    }

    [Fact]
    public async Task A_company_takes_part_in_a_network_once_whoever_registers_it()
    {
        using var partner = service.Partner();
        using var other = service.Partner();
        var body = service.NewBedrijf();
        using var first = await partner.SendJsonAsync(HttpMethod.Post, Bedrijven, body);

        using var second = await other.SendJsonAsync(HttpMethod.Post, Bedrijven, body);

        Assert.Equal("409 vitaal-werken.bedrijf.al-in-netwerk", await second.ProblemAsync());
    }

    [Fact]
    public async Task The_same_company_registered_by_many_at_once_is_stored_once()
    {
        using var partner = service.Partner();
        var body = service.NewBedrijf().ToJsonString();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8)
            .Select(_ => partner.SendTextAsync(HttpMethod.Post, Bedrijven, body)));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Created);
        Assert.Equal(7, answers.Count(answer => answer.StatusCode == HttpStatusCode.Conflict));
    }

    [Fact]
    public async Task A_company_may_take_part_in_the_network_of_another_area()
    {
        using var partner = service.Partner();
        var body = service.NewBedrijf("3431");
        using var first = await partner.SendJsonAsync(HttpMethod.Post, Bedrijven, body);
        body["postcode"] = "3528";

        using var second = await partner.SendJsonAsync(HttpMethod.Post, Bedrijven, body);

        Assert.Equal("papendorp", (string?)(await second.ReadObjectAsync())["gebied"]);
    }

    [Theory]
    [InlineData("9999")]
    [InlineData("3430")]
    [InlineData("3454")]
    public async Task A_postcode_outside_every_area_is_refused(string postcode)
    {
        using var partner = service.Partner();

        using var response = await partner.SendJsonAsync(HttpMethod.Post, Bedrijven, service.NewBedrijf(postcode));

        Assert.Equal("422 vitaal-werken.postcode.onbekend", await response.ProblemAsync());
    }

    [Theory]
    [InlineData("kvkNummer", "1234567")]
    [InlineData("kvkNummer", "1234567a")]
    [InlineData("kvkNummer", "12345678\n")]
    [InlineData("kvkNummer", "١٢٣٤٥٦٧٨")]
    [InlineData("vestigingsnummer", "12345678901")]
    [InlineData("naam", "")]
    [InlineData("naam", "   ")]
    [InlineData("naam", "a\0b")]
    [InlineData("postcode", "3431AB")]
    public async Task A_field_of_the_wrong_shape_is_named(string field, string value)
    {
        using var partner = service.Partner();
        var body = service.NewBedrijf();
        body[field] = value;

        using var response = await partner.SendJsonAsync(HttpMethod.Post, Bedrijven, body);

        Assert.Equal("400 verzoek.ongeldig", await response.ProblemAsync());
        Assert.Contains(field, (string?)(await response.ReadObjectAsync())["velden"]![0]!["naam"], StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_name_of_more_than_120_characters_is_refused()
    {
        using var partner = service.Partner();
        var body = service.NewBedrijf();
        body["naam"] = new string('x', 121);

        using var response = await partner.SendJsonAsync(HttpMethod.Post, Bedrijven, body);

        Assert.Equal("400 verzoek.ongeldig", await response.ProblemAsync());
    }

    [Theory]
    [InlineData("sector", "\"ruimtevaart\"")]
    [InlineData("sector", "3")]
    [InlineData("kvkNummer", "12345678")]
    [InlineData("naam", "null")]
    [InlineData("medewerkers", "[]")]
    public async Task JSON_of_the_wrong_type_or_with_an_unknown_member_is_refused(string field, string json)
    {
        using var partner = service.Partner();
        var body = service.NewBedrijf();
        body[field] = JsonNode.Parse(json);

        using var response = await partner.SendJsonAsync(HttpMethod.Post, Bedrijven, body);

        Assert.Equal("400 verzoek.onleesbaar", await response.ProblemAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("{}")]
    public async Task A_body_that_is_no_company_is_refused(string text)
    {
        using var partner = service.Partner();

        using var response = await partner.SendTextAsync(HttpMethod.Post, Bedrijven, text);

        Assert.Equal("400 verzoek.onleesbaar", await response.ProblemAsync());
    }

    [Fact]
    public async Task The_same_key_gives_the_first_answer_again_and_registers_once()
    {
        using var partner = service.Partner();
        var body = service.NewBedrijf();
        var key = TestId.New();

        using var first = await partner.SendJsonAsync(HttpMethod.Post, Bedrijven, body, key: key);
        using var again = await partner.SendJsonAsync(HttpMethod.Post, Bedrijven, body, key: key);

        Assert.Equal(HttpStatusCode.Created, again.StatusCode);
        Assert.Equal(first.Headers.Location, again.Headers.Location);
        Assert.Equal(await first.Content.ReadAsStringAsync(), await again.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task The_same_key_with_another_company_is_refused()
    {
        using var partner = service.Partner();
        var key = TestId.New();
        using var first = await partner.SendJsonAsync(HttpMethod.Post, Bedrijven, service.NewBedrijf(), key: key);

        using var other = await partner.SendJsonAsync(HttpMethod.Post, Bedrijven, service.NewBedrijf(), key: key);

        Assert.Equal("422 verzoek.sleutel-hergebruikt", await other.ProblemAsync());
    }
}
