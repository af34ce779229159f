using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace GrozUtrecht.Support.Tests.Aanbiedingen;

[Collection(SupportCollection.Name)]
public sealed class OfferFirstTests(SupportFixture support)
{
    private static readonly DateTimeOffset Start = Partner.Tomorrow.AddDays(2);

    private static JsonObject Offer(int minutes = 180, string[]? categorieen = null)
    {
        var request = new JsonObject { ["vanOp"] = Start, ["totOp"] = Start.AddMinutes(minutes) };
        if (categorieen is not null)
        {
            request["categorieen"] = new JsonArray([.. categorieen.Select(it => JsonValue.Create(it))]);
        }

        return request;
    }

    /// <summary>Free on no day of the week, so only what is offered counts.</summary>
    private static JsonObject HelperWithoutWeek()
    {
        var request = Partner.HelperRequest();
        request["beschikbaarheid"] = new JsonArray();
        return request;
    }

    private static JsonObject Ask(DateTimeOffset begintOp, string urgentie = "normaal", string categorie = "boodschappen")
    {
        var request = Partner.HulpvraagRequest(begintOp: begintOp);
        request["urgentie"] = urgentie;
        request["categorie"] = categorie;
        return request;
    }

    [Fact]
    public async Task An_offer_finds_the_asks_that_fit_into_it_most_pressing_first()
    {
        var partner = support.NewPartner();
        var helperId = await partner.RegisterHelperAsync(HelperWithoutWeek());
        var normal = await partner.SubmitHulpvraagAsync(Ask(Start));
        var pressing = await partner.SubmitHulpvraagAsync(Ask(Start.AddMinutes(90), "hoog"));
        await partner.SubmitHulpvraagAsync(Ask(Start.AddMinutes(150)));
        await partner.SubmitHulpvraagAsync(Ask(Start, categorie: "taal"));

        var offer = await OfferAsync(partner, helperId, Offer());
        var fitting = await partner.ReadAsync($"/aanbiedingen/{offer}/hulpvragen");

        Assert.Equal([pressing, normal], Ids(fitting));
        Assert.All(fitting.GetProperty("items").EnumerateArray(), item =>
            Assert.Equal(item.GetProperty("score").GetInt32(), item.GetProperty("redenen").EnumerateArray().Sum(reden => reden.GetProperty("punten").GetInt32())));
    }

    [Fact]
    public async Task An_offer_makes_a_candidate_of_who_was_none()
    {
        var partner = support.NewPartner();
        var helperId = await partner.RegisterHelperAsync(HelperWithoutWeek());
        var ask = await partner.SubmitHulpvraagAsync(Ask(Start));
        Assert.Empty((await partner.ReadAsync($"/hulpvragen/{ask}/kandidaten")).GetProperty("items").EnumerateArray());

        var offer = await OfferAsync(partner, helperId, Offer(categorieen: ["vervoer"]));
        Assert.Empty((await partner.ReadAsync($"/hulpvragen/{ask}/kandidaten")).GetProperty("items").EnumerateArray());
        await WithdrawAsync(partner, offer);
        offer = await OfferAsync(partner, helperId, Offer());
        Assert.Single((await partner.ReadAsync($"/hulpvragen/{ask}/kandidaten")).GetProperty("items").EnumerateArray());

        await WithdrawAsync(partner, offer);
        await WithdrawAsync(partner, offer);
        Assert.Empty((await partner.ReadAsync($"/hulpvragen/{ask}/kandidaten")).GetProperty("items").EnumerateArray());
        Assert.Empty((await partner.ReadAsync($"/aanbiedingen?helperId={helperId}")).GetProperty("items").EnumerateArray());
        using var gone = await partner.GetAsync($"/aanbiedingen/{offer}/hulpvragen");
        await gone.ProblemAsync(404, "support.aanbieding.onbekend");
    }

    [Fact]
    public async Task An_offer_that_cannot_be_is_refused()
    {
        var partner = support.NewPartner();
        var helperId = await partner.RegisterHelperAsync();

        await AssertRefusedAsync(partner, helperId, Offer(minutes: 0), 422, "support.aanbieding.tijd-ongeldig");
        await AssertRefusedAsync(partner, helperId, Offer(minutes: 1441), 422, "support.aanbieding.tijd-ongeldig");
        await AssertRefusedAsync(partner, helperId, Offer(categorieen: ["taal"]), 422, "support.aanbieding.categorie-ongeldig");
        await AssertRefusedAsync(support.NewPartner(), helperId, Offer(), 404, "support.helper.onbekend");
    }

    private static async Task AssertRefusedAsync(Partner partner, Guid helperId, JsonObject offer, int status, string code)
    {
        using var answer = await partner.PostAsync($"/helpers/{helperId}/aanbiedingen", offer);
        await answer.ProblemAsync(status, code);
    }

    private static async Task<Guid> OfferAsync(Partner partner, Guid helperId, JsonObject offer)
    {
        using var answer = await partner.PostAsync($"/helpers/{helperId}/aanbiedingen", offer);
        return (await answer.BodyAsync(HttpStatusCode.Created)).GetProperty("id").GetGuid();
    }

    private static async Task WithdrawAsync(Partner partner, Guid offer)
    {
        using var answer = await partner.PostAsync($"/aanbiedingen/{offer}/intrekking", null);
        await answer.BodyAsync(HttpStatusCode.OK);
    }

    private static IEnumerable<Guid> Ids(JsonElement page) => page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("hulpvraagId").GetGuid());
}
