using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using GrozUtrecht.Testing;

namespace GrozUtrecht.Support.Tests.Http;

[Collection(SupportCollection.Name)]
public sealed class HulpvragenTests(SupportFixture support)
{
    [Fact]
    public async Task The_same_request_with_the_same_key_is_one_hulpvraag()
    {
        var partner = support.NewPartner();
        var request = Partner.HulpvraagRequest();
        var key = TestId.New();

        using var first = await partner.PostAsync("/hulpvragen", request, key);
        using var second = await partner.PostAsync("/hulpvragen", request, key);

        Assert.Equal((await first.BodyAsync(HttpStatusCode.Created)).GetRawText(), (await second.BodyAsync(HttpStatusCode.Created)).GetRawText());
        Assert.Equal(first.Headers.Location, second.Headers.Location);
        Assert.Single(Ids(await partner.ReadAsync("/hulpvragen")));
    }

    [Fact]
    public async Task Another_request_with_the_same_key_is_refused()
    {
        var partner = support.NewPartner();
        var key = TestId.New();
        using var first = await partner.PostAsync("/hulpvragen", Partner.HulpvraagRequest(), key);

        using var second = await partner.PostAsync("/hulpvragen", Partner.HulpvraagRequest(), key);

        await second.ProblemAsync(422, "verzoek.sleutel-hergebruikt");
        Assert.Single(Ids(await partner.ReadAsync("/hulpvragen")));
    }

    [Fact]
    public async Task A_hulpvraag_is_withdrawn_only_by_who_knows_its_version()
    {
        var partner = support.NewPartner();
        var (hulpvraagId, _, afspraakId) = await partner.PlanAsync(Partner.HulpvraagRequest(begintOp: Partner.Tomorrow));

        using var without = await WithdrawAsync(partner, hulpvraagId, null);
        await without.ProblemAsync(428, "verzoek.versie-ontbreekt");
        using var stale = await WithdrawAsync(partner, hulpvraagId, "\"1\"");
        await stale.ProblemAsync(412, "verzoek.versie-verouderd");

        using var shown = await partner.GetAsync($"/hulpvragen/{hulpvraagId}");
        using var answer = await WithdrawAsync(partner, hulpvraagId, shown.Headers.ETag!.Tag);
        Assert.Equal("ingetrokken", (await answer.BodyAsync(HttpStatusCode.OK)).GetProperty("status").GetString());
        Assert.Equal("\"3\"", answer.Headers.ETag?.Tag);
        Assert.Equal("niet-doorgegaan", await partner.StatusAsync($"/afspraken/{afspraakId}"));
    }

    [Fact]
    public async Task A_withdrawn_hulpvraag_stays_withdrawn()
    {
        var partner = support.NewPartner();
        var hulpvraagId = await partner.SubmitHulpvraagAsync();
        var voorstelId = await partner.ProposeAsync(hulpvraagId, await partner.RegisterHelperAsync());
        using var withdrawn = await WithdrawAsync(partner, hulpvraagId, "\"1\"");
        await withdrawn.BodyAsync(HttpStatusCode.OK);

        Assert.Equal("vervallen", await partner.StatusAsync($"/voorstellen/{voorstelId}"));
        using var accepted = await partner.PostAsync($"/voorstellen/{voorstelId}/aanvaarding", null);
        await accepted.ProblemAsync(409, "support.voorstel.beantwoord");
        using var again = await WithdrawAsync(partner, hulpvraagId, "\"2\"");
        await again.ProblemAsync(409, "support.hulpvraag.niet-in-te-trekken");
        using var kandidaten = await partner.GetAsync($"/hulpvragen/{hulpvraagId}/kandidaten");
        await kandidaten.ProblemAsync(409, "support.hulpvraag.niet-open");
    }

    [Fact]
    public async Task Lists_are_filtered_and_paged()
    {
        var partner = support.NewPartner();
        List<Guid> east = [await partner.SubmitHulpvraagAsync(), await partner.SubmitHulpvraagAsync(), await partner.SubmitHulpvraagAsync()];
        var elsewhere = Partner.HulpvraagRequest();
        elsewhere["postcode"] = "3526";
        var kanaleneiland = await partner.SubmitHulpvraagAsync(elsewhere);

        Assert.Equal([.. east, kanaleneiland], Ids(await partner.ReadAsync("/hulpvragen")));
        Assert.Equal([kanaleneiland], Ids(await partner.ReadAsync("/hulpvragen?gebied=kanaleneiland&status=open")));
        Assert.Empty(Ids(await partner.ReadAsync("/hulpvragen?status=gepland")));
        var first = await partner.ReadAsync("/hulpvragen?gebied=utrecht-oost&limit=2");
        Assert.Equal(east[..2], Ids(first));
        var second = await partner.ReadAsync($"/hulpvragen?gebied=utrecht-oost&limit=2&cursor={first.GetProperty("volgende").GetString()}");
        Assert.Equal(east[2..], Ids(second));
        Assert.False(second.TryGetProperty("volgende", out _));
    }

    private static Task<HttpResponseMessage> WithdrawAsync(Partner partner, Guid hulpvraagId, string? version) =>
        partner.SendAsync($"/hulpvragen/{hulpvraagId}/intrekking", JsonContent.Create(new { }), ifMatch: version);

    private static List<Guid> Ids(JsonElement page) => [.. page.GetProperty("items").EnumerateArray().Select(it => it.GetProperty("id").GetGuid())];
}
