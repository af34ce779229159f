using System.Text;
using System.Text.Json.Nodes;
using Dapper;

namespace GrozUtrecht.Support.Tests.Http;

[Collection(SupportCollection.Name)]
public sealed class BadInputTests(SupportFixture support)
{
    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{*,\"extra\":1}")]
    [InlineData("{*,\"duurMinuten\":60}")]
    public async Task A_body_that_is_not_a_hulpvraag_is_refused(string body)
    {
        var partner = support.NewPartner();
        var text = body.Replace("*", Partner.HulpvraagRequest().ToJsonString()[1..^1], StringComparison.Ordinal);

        using var answer = await partner.SendAsync("/hulpvragen", Json(text));

        await answer.ProblemAsync(400, "verzoek.onleesbaar");
        await AssertNothingStoredAsync(partner);
    }

    [Theory]
    [InlineData("duurMinuten", "\"60\"", 400, "verzoek.onleesbaar")]
    [InlineData("duurMinuten", "60.5", 400, "verzoek.onleesbaar")]
    [InlineData("duurMinuten", "99999999999", 400, "verzoek.onleesbaar")]
    [InlineData("duurMinuten", "-1", 400, "verzoek.ongeldig")]
    [InlineData("duurMinuten", "0", 400, "verzoek.ongeldig")]
    [InlineData("duurMinuten", "1441", 400, "verzoek.ongeldig")]
    [InlineData("omschrijving", "null", 400, "verzoek.onleesbaar")]
    [InlineData("omschrijving", "\"  \"", 400, "verzoek.ongeldig")]
    [InlineData("omschrijving", "\"Mijn bsn is 123456782\"", 422, "support.tekst.bsn")]
    [InlineData("omschrijving", "\"een \\u0000 teken\"", 422, "support.tekst.onleesbaar")]
    [InlineData("postcode", "\"3581AB\"", 400, "verzoek.ongeldig")]
    [InlineData("postcode", "3581", 400, "verzoek.onleesbaar")]
    [InlineData("postcode", "\"1012\"", 422, "support.postcode.onbekend")]
    [InlineData("postcode", "\"3500\"", 422, "support.postcode.onbekend")]
    [InlineData("categorie", "\"tuinieren\"", 400, "verzoek.onleesbaar")]
    [InlineData("categorie", "1", 400, "verzoek.onleesbaar")]
    [InlineData("begintOp", "\"morgen\"", 400, "verzoek.onleesbaar")]
    [InlineData("begintOp", "\"1999-01-01T00:00:00Z\"", 422, "support.hulpvraag.tijdstip-ongeldig")]
    [InlineData("begintOp", "\"9999-12-31T23:59:59Z\"", 422, "support.hulpvraag.tijdstip-ongeldig")]
    [InlineData("persoonId", "\"geen-uuid\"", 400, "verzoek.onleesbaar")]
    [InlineData("persoonId", "\"00000000-0000-0000-0000-000000000000\"", 422, "support.persoon.ongeldig")]
    public async Task A_hulpvraag_with_one_wrong_field_is_refused(string field, string value, int status, string code)
    {
        var partner = support.NewPartner();
        var request = Partner.HulpvraagRequest();
        request[field] = JsonNode.Parse(value);

        using var answer = await partner.PostAsync("/hulpvragen", request);

        await answer.ProblemAsync(status, code);
        await AssertNothingStoredAsync(partner);
    }

    [Theory]
    [InlineData("straalKilometers", "0", 400, "verzoek.ongeldig")]
    [InlineData("straalKilometers", "51", 400, "verzoek.ongeldig")]
    [InlineData("maximumMinutenPerWeek", "-5", 400, "verzoek.ongeldig")]
    [InlineData("maximumMinutenPerWeek", "10081", 400, "verzoek.ongeldig")]
    [InlineData("categorieen", "[]", 400, "verzoek.ongeldig")]
    [InlineData("categorieen", "[\"tuinieren\"]", 400, "verzoek.onleesbaar")]
    [InlineData("categorieen", "null", 400, "verzoek.onleesbaar")]
    [InlineData("talen", "[\"Nederlands\"]", 422, "support.helper.taal-ongeldig")]
    [InlineData("talen", "[null]", 422, "support.helper.taal-ongeldig")]
    [InlineData("postcode", "\"3509\"", 422, "support.postcode.onbekend")]
    public async Task A_helper_with_one_wrong_field_is_refused(string field, string value, int status, string code)
    {
        var partner = support.NewPartner();
        var request = Partner.HelperRequest();
        request[field] = JsonNode.Parse(value);

        using var answer = await partner.PostAsync("/helpers", request);

        await answer.ProblemAsync(status, code);
        await AssertNothingStoredAsync(partner);
    }

    [Theory]
    [InlineData("{\"rol\":\"helper\",\"doorgegaan\":true,\"duurMinuten\":-10}", 400, "verzoek.ongeldig")]
    [InlineData("{\"rol\":\"helper\",\"doorgegaan\":true,\"duurMinuten\":1441}", 400, "verzoek.ongeldig")]
    [InlineData("{\"rol\":\"helper\",\"doorgegaan\":true,\"duurMinuten\":0}", 422, "support.bevestiging.minuten-ongeldig")]
    [InlineData("{\"rol\":\"helper\",\"doorgegaan\":true}", 422, "support.bevestiging.minuten-ongeldig")]
    [InlineData("{\"rol\":\"helper\",\"doorgegaan\":false,\"duurMinuten\":30}", 422, "support.bevestiging.minuten-ongeldig")]
    [InlineData("{\"rol\":\"buurman\",\"doorgegaan\":true,\"duurMinuten\":30}", 400, "verzoek.onleesbaar")]
    [InlineData("{\"rol\":\"helper\",\"doorgegaan\":\"ja\",\"duurMinuten\":30}", 400, "verzoek.onleesbaar")]
    public async Task A_confirmation_that_cannot_be_is_refused(string body, int status, string code)
    {
        var partner = support.NewPartner();
        var (_, _, afspraakId) = await partner.PlanAsync();

        using var answer = await partner.SendAsync($"/afspraken/{afspraakId}/bevestigingen", Json(body));

        await answer.ProblemAsync(status, code);
        using var shown = await partner.GetAsync($"/afspraken/{afspraakId}");
        Assert.Equal("\"1\"", shown.Headers.ETag?.Tag);
    }

    [Fact]
    public async Task A_number_that_may_be_a_bsn_is_refused_in_a_reason_too_and_not_repeated()
    {
        var partner = support.NewPartner();
        var voorstelId = await partner.ProposeAsync(await partner.SubmitHulpvraagAsync(), await partner.RegisterHelperAsync());

        using var answer = await partner.PostAsync($"/voorstellen/{voorstelId}/afwijzing", new JsonObject { ["reden"] = "Vraag 111222333 maar." });

        var problem = await answer.ProblemAsync(422, "support.tekst.bsn");
        Assert.DoesNotContain("111222333", problem.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_is_a_helper_once_per_partner()
    {
        var partner = support.NewPartner();
        var request = Partner.HelperRequest();
        await partner.RegisterHelperAsync(request);

        using var again = await partner.PostAsync("/helpers", request);

        await again.ProblemAsync(409, "support.helper.bestaat");
        await support.NewPartner().RegisterHelperAsync(request);
    }

    [Theory]
    [InlineData("/hulpvragen?status=weg", 400, "verzoek.ongeldig")]
    [InlineData("/afspraken?status=weg", 400, "verzoek.ongeldig")]
    [InlineData("/hulpvragen?gebied=amsterdam", 422, "support.gebied.onbekend")]
    [InlineData("/helpers?gebied=amsterdam", 422, "support.gebied.onbekend")]
    [InlineData("/hulpvragen?limit=0", 400, "verzoek.ongeldig")]
    [InlineData("/hulpvragen?limit=101", 400, "verzoek.ongeldig")]
    [InlineData("/hulpvragen?cursor=%25%25", 400, "verzoek.cursor-ongeldig")]
    [InlineData("/helpers?cursor=abc", 400, "verzoek.cursor-ongeldig")]
    public async Task A_list_refuses_what_it_cannot_filter_on(string path, int status, string code)
    {
        using var answer = await support.NewPartner().GetAsync(path);

        await answer.ProblemAsync(status, code);
    }

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");

    private async Task AssertNothingStoredAsync(Partner partner)
    {
        await using var connection = await support.Database.OpenConnectionAsync();
        Assert.Equal(0, await connection.ExecuteScalarAsync<int>(
            "SELECT (SELECT count(*) FROM hulpvragen WHERE partner_id = @Id) + (SELECT count(*) FROM helpers WHERE partner_id = @Id)", new { partner.Id }));
    }
}
