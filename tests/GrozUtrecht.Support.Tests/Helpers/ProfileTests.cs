using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using GrozUtrecht.Testing;

namespace GrozUtrecht.Support.Tests.Helpers;

[Collection(SupportCollection.Name)]
public sealed class ProfileTests(SupportFixture support)
{
    private static JsonObject Profile(Action<JsonObject>? change = null)
    {
        var request = Partner.HelperRequest();
        request.Remove("persoonId");
        request["soort"] = "student";
        request["vaardigheden"] = new JsonArray("rolstoel", "koken");
        request["auto"] = true;
        request["vogGeldigTotDatum"] = "2030-01-01";
        request["bezwaren"] = new JsonArray("rook");
        request["beschikbaarheid"] = new JsonArray(new JsonObject { ["dag"] = "dinsdag", ["van"] = "09:00", ["tot"] = "24:00" });
        request["uitzonderingen"] = new JsonArray(new JsonObject { ["datum"] = "2027-01-01", ["beschikbaar"] = false });
        request["pauze"] = new JsonObject { ["vanDatum"] = "2027-07-01", ["totDatum"] = "2027-07-31" };
        change?.Invoke(request);
        return request;
    }

    private static async Task<HttpResponseMessage> PutAsync(Partner partner, Guid id, JsonObject body, string? ifMatch)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/support/v1/helpers/{id}") { Content = JsonContent.Create(body) };
        if (ifMatch is not null)
        {
            request.Headers.Add("If-Match", ifMatch);
        }

        return await partner.Client.SendAsync(request);
    }

    [Fact]
    public async Task A_profile_is_kept_as_it_was_given_and_changed_as_a_whole()
    {
        var partner = support.NewPartner();
        var id = await partner.RegisterHelperAsync();

        using var changed = await PutAsync(partner, id, Profile(), "\"1\"");
        Assert.Equal("\"2\"", changed.Headers.ETag?.Tag);
        await changed.BodyAsync(HttpStatusCode.OK);

        var helper = await partner.ReadAsync($"/helpers/{id}");
        Assert.Equal("student", helper.GetProperty("soort").GetString());
        Assert.Equal("""{"dag":"dinsdag","van":"09:00","tot":"24:00"}""", JsonSerializer.Serialize(helper.GetProperty("beschikbaarheid")[0]));
        Assert.Equal("24:00", helper.GetProperty("uitzonderingen")[0].GetProperty("tot").GetString());
        Assert.Equal("2027-07-31", helper.GetProperty("pauze").GetProperty("totDatum").GetString());

        using var emptied = await PutAsync(partner, id, Profile(request => request.Remove("beschikbaarheid")), "\"2\"");
        Assert.False((await emptied.BodyAsync(HttpStatusCode.OK)).TryGetProperty("beschikbaarheid", out _));
    }

    [Fact]
    public async Task Of_two_changes_of_the_same_version_one_wins()
    {
        var partner = support.NewPartner();
        var id = await partner.RegisterHelperAsync();

        var answers = await Task.WhenAll(PutAsync(partner, id, Profile(), "\"1\""), PutAsync(partner, id, Profile(), "\"1\""));

        Assert.Equal([200, 412], answers.Select(answer => (int)answer.StatusCode).Order());
        using var without = await PutAsync(partner, id, Profile(), null);
        await without.ProblemAsync(428, "verzoek.versie-ontbreekt");
        using var stranger = await PutAsync(support.NewPartner(), id, Profile(), "\"2\"");
        await stranger.ProblemAsync(404, "support.helper.onbekend");
    }

    [Theory]
    [InlineData("beschikbaarheid", """[{"dag":"dinsdag","van":"12:00","tot":"12:00"}]""", 422, "support.helper.tijd-ongeldig")]
    [InlineData("beschikbaarheid", """[{"dag":"dinsdag","van":"9:00","tot":"12:00"}]""", 400, "verzoek.ongeldig")]
    [InlineData("beschikbaarheid", """[{"dag":"feestdag","van":"09:00","tot":"12:00"}]""", 400, "verzoek.onleesbaar")]
    [InlineData("uitzonderingen", """[{"datum":"2027-01-01","beschikbaar":true,"van":"24:00","tot":"24:00"}]""", 422, "support.helper.tijd-ongeldig")]
    [InlineData("pauze", """{"vanDatum":"2027-01-02","totDatum":"2027-01-01"}""", 422, "support.helper.pauze-ongeldig")]
    [InlineData("maatjeId", "\"01990000-0000-7000-8000-000000000001\"", 422, "support.helper.maatje-onbekend")]
    [InlineData("vaardigheden", """["vliegen"]""", 400, "verzoek.onleesbaar")]
    [InlineData("straalKilometers", "0", 400, "verzoek.ongeldig")]
    [InlineData("postcode", "\"1012\"", 422, "support.postcode.onbekend")]
    public async Task A_profile_with_one_wrong_field_is_refused(string field, string value, int status, string code)
    {
        var partner = support.NewPartner();
        var id = await partner.RegisterHelperAsync();

        using var changed = await PutAsync(partner, id, Profile(request => request[field] = JsonNode.Parse(value)), "\"1\"");
        await changed.ProblemAsync(status, code);

        using var registered = await partner.PostAsync("/helpers", Profile(request =>
        {
            request["persoonId"] = TestId.Guid();
            request[field] = JsonNode.Parse(value);
        }));
        await registered.ProblemAsync(status, code);
    }

    [Fact]
    public async Task Who_comes_together_names_another_helper_of_the_same_partner()
    {
        var partner = support.NewPartner();
        var (one, other) = (await partner.RegisterHelperAsync(), await partner.RegisterHelperAsync());

        using var self = await PutAsync(partner, one, Profile(request => request["maatjeId"] = one), "\"1\"");
        await self.ProblemAsync(422, "support.helper.maatje-onbekend");
        using var together = await PutAsync(partner, one, Profile(request => request["maatjeId"] = other), "\"1\"");
        Assert.Equal(other, (await together.BodyAsync(HttpStatusCode.OK)).GetProperty("maatjeId").GetGuid());
    }
}
