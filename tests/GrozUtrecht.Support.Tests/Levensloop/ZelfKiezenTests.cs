using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using GrozUtrecht.Support.Contracts;
using GrozUtrecht.Testing;

namespace GrozUtrecht.Support.Tests.Levensloop;

[Collection(SupportCollection.Name)]
public sealed class ZelfKiezenTests(SupportFixture support)
{
    [Fact]
    public async Task There_is_an_appointment_after_both_said_yes_and_not_before()
    {
        var (partner, hulpvraagId, voorstelId) = await AskAsync();

        var waiting = await DoAsync(partner, $"/voorstellen/{voorstelId}/aanvaarding");
        Assert.Equal("voorgesteld", waiting.GetProperty("status").GetString());
        Assert.True(waiting.TryGetProperty("helperAkkoordOp", out _));
        Assert.Equal("open", await partner.StatusAsync($"/hulpvragen/{hulpvraagId}"));
        Assert.Empty((await partner.ReadAsync("/afspraken")).GetProperty("items").EnumerateArray());
        var asked = await support.Events.FirstAsync<InstemmingGevraagd>(it => it.VoorstelId == voorstelId);
        Assert.Equal("hulpvrager", asked.Rol);

        var accepted = await DoAsync(partner, $"/voorstellen/{voorstelId}/instemming", Yes);
        Assert.Equal("aanvaard", accepted.GetProperty("status").GetString());
        Assert.Equal("gepland", await partner.StatusAsync($"/hulpvragen/{hulpvraagId}"));
        Assert.Single((await partner.ReadAsync("/afspraken")).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task The_hulpvrager_may_say_yes_first_and_saying_it_again_changes_nothing()
    {
        var (partner, _, voorstelId) = await AskAsync();

        await DoAsync(partner, $"/voorstellen/{voorstelId}/instemming", Yes);
        var again = await DoAsync(partner, $"/voorstellen/{voorstelId}/instemming", Yes);
        Assert.Equal("voorgesteld", again.GetProperty("status").GetString());

        await partner.AcceptAsync(voorstelId);
        Assert.Equal("aanvaard", await partner.StatusAsync($"/voorstellen/{voorstelId}"));
    }

    [Fact]
    public async Task The_hulpvrager_may_say_no_to_a_helper_who_said_yes()
    {
        var (partner, hulpvraagId, voorstelId) = await AskAsync();
        await DoAsync(partner, $"/voorstellen/{voorstelId}/aanvaarding");

        using var wordless = await partner.PostAsync($"/voorstellen/{voorstelId}/instemming", new JsonObject { ["akkoord"] = false });
        await wordless.ProblemAsync(422, "support.voorstel.reden-ontbreekt");
        var declined = await DoAsync(
            partner, $"/voorstellen/{voorstelId}/instemming", new JsonObject { ["akkoord"] = false, ["code"] = "past-niet" });

        Assert.Equal(
            ("afgewezen", "past-niet", "hulpvrager"),
            (declined.GetProperty("status").GetString(), declined.GetProperty("afwijzingscode").GetString(), declined.GetProperty("afgewezenDoor").GetString()));
        Assert.Equal("open", await partner.StatusAsync($"/hulpvragen/{hulpvraagId}"));
        using var late = await partner.PostAsync($"/voorstellen/{voorstelId}/aanvaarding", null);
        await late.ProblemAsync(409, "support.voorstel.beantwoord");
    }

    [Fact]
    public async Task Who_does_not_choose_is_not_asked()
    {
        var partner = support.NewPartner();
        var voorstelId = await partner.ProposeAsync(await partner.SubmitHulpvraagAsync(), await partner.RegisterHelperAsync());

        using var answer = await partner.PostAsync($"/voorstellen/{voorstelId}/instemming", Yes);

        await answer.ProblemAsync(409, "support.voorstel.geen-keuze");
    }

    [Fact]
    public async Task A_proposal_says_by_when_it_wants_an_answer_and_for_which_moments()
    {
        var partner = support.NewPartner();
        var begintOp = new DateTimeOffset(Partner.Tomorrow.UtcDateTime.Date.AddDays(3).AddHours(10), TimeSpan.Zero);
        var voorstelId = await partner.ProposeAsync(
            await partner.SubmitHulpvraagAsync(Partner.HulpvraagRequest(begintOp: begintOp)), await partner.RegisterHelperAsync());

        var voorstel = await partner.ReadAsync($"/voorstellen/{voorstelId}");

        Assert.Equal(begintOp, Assert.Single(voorstel.GetProperty("beurten").EnumerateArray()).GetProperty("begintOp").GetDateTimeOffset());
        var created = voorstel.GetProperty("aangemaaktOp").GetDateTimeOffset();
        Assert.Equal(created.AddHours(24), voorstel.GetProperty("antwoordVoorOp").GetDateTimeOffset());
    }

    private static JsonObject Yes => new() { ["akkoord"] = true };

    private async Task<(Partner Partner, Guid HulpvraagId, Guid VoorstelId)> AskAsync()
    {
        var partner = support.NewPartner();
        var request = Partner.HulpvraagRequest(begintOp: Partner.Tomorrow);
        request["zelfKiezen"] = true;
        var hulpvraagId = await partner.SubmitHulpvraagAsync(request);
        return (partner, hulpvraagId, await partner.ProposeAsync(hulpvraagId, await partner.RegisterHelperAsync()));
    }

    private static async Task<JsonElement> DoAsync(Partner partner, string path, JsonNode? body = null)
    {
        using var answer = await partner.PostAsync(path, body);
        return await answer.BodyAsync(HttpStatusCode.OK);
    }
}
