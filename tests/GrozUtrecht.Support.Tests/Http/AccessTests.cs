using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using GrozUtrecht.Testing;

namespace GrozUtrecht.Support.Tests.Http;

[Collection(SupportCollection.Name)]
public sealed class AccessTests(SupportFixture support)
{
    [Fact]
    public async Task What_belongs_to_another_partner_does_not_exist()
    {
        var owner = support.NewPartner();
        var (hulpvraagId, helperId, afspraakId) = await owner.PlanAsync();
        var open = await owner.SubmitHulpvraagAsync();
        var voorstelId = await owner.ProposeAsync(open, await owner.RegisterHelperAsync());
        var stranger = support.NewPartner();

        foreach (var path in new[]
        {
            $"/hulpvragen/{hulpvraagId}", $"/hulpvragen/{open}/kandidaten", $"/hulpvragen/{open}/voorstellen", $"/helpers/{helperId}",
            $"/voorstellen/{voorstelId}", $"/afspraken/{afspraakId}",
        })
        {
            using var answer = await stranger.GetAsync(path);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }

        foreach (var path in new[] { "/hulpvragen", "/helpers", "/afspraken" })
        {
            Assert.Empty((await stranger.ReadAsync(path)).GetProperty("items").EnumerateArray());
        }
    }

    [Fact]
    public async Task What_belongs_to_another_partner_cannot_be_changed()
    {
        var owner = support.NewPartner();
        var (_, helperId, afspraakId) = await owner.PlanAsync();
        var open = await owner.SubmitHulpvraagAsync();
        var voorstelId = await owner.ProposeAsync(open, await owner.RegisterHelperAsync());
        var stranger = support.NewPartner();

        using var accepted = await stranger.PostAsync($"/voorstellen/{voorstelId}/aanvaarding", null);
        await accepted.ProblemAsync(404, "support.voorstel.onbekend");
        using var declined = await stranger.PostAsync($"/voorstellen/{voorstelId}/afwijzing", new JsonObject { ["reden"] = "Nee." });
        await declined.ProblemAsync(404, "support.voorstel.onbekend");
        using var confirmed = await stranger.ConfirmAsync(afspraakId, "helper", doorgegaan: true, 60);
        await confirmed.ProblemAsync(404, "support.afspraak.onbekend");
        using var withdrawn = await stranger.SendAsync($"/hulpvragen/{open}/intrekking", JsonContent.Create(new { }), ifMatch: "\"1\"");
        await withdrawn.ProblemAsync(404, "support.hulpvraag.onbekend");
        using var proposed = await stranger.PostAsync($"/hulpvragen/{open}/voorstellen", new JsonObject { ["helperId"] = helperId });
        await proposed.ProblemAsync(404, "support.hulpvraag.onbekend");
    }

    [Fact]
    public async Task A_helper_of_another_partner_cannot_be_proposed()
    {
        var helperId = await support.NewPartner().RegisterHelperAsync();
        var partner = support.NewPartner();
        var hulpvraagId = await partner.SubmitHulpvraagAsync();

        using var answer = await partner.PostAsync($"/hulpvragen/{hulpvraagId}/voorstellen", new JsonObject { ["helperId"] = helperId });

        await answer.ProblemAsync(422, "support.voorstel.helper-onbekend");
    }

    [Fact]
    public async Task Reading_does_not_allow_writing_nor_the_other_way_round()
    {
        var partnerId = TestId.Guid();
        using var reader = support.ClientFor(partnerId, SupportFixture.Read);
        using var writer = support.ClientFor(partnerId, SupportFixture.Write);

        using var posted = await reader.PostAsJsonAsync("/support/v1/helpers", Partner.HelperRequest());
        await posted.ProblemAsync(403, "toegang.scope-ontbreekt");
        using var read = await writer.GetAsync("/support/v1/helpers");
        await read.ProblemAsync(403, "toegang.scope-ontbreekt");
    }

    [Fact]
    public async Task Without_a_valid_token_nothing_is_shown()
    {
        using var anonymous = support.CreateClient();
        using var late = support.ClientWith(support.Issuer.ExpiredToken(TestId.Guid(), SupportFixture.Read));

        using var first = await anonymous.GetAsync("/support/v1/hulpvragen");
        await first.ProblemAsync(401, "toegang.token-ontbreekt");
        using var second = await late.GetAsync("/support/v1/hulpvragen");
        await second.ProblemAsync(401, "toegang.token-ongeldig");
    }
}
