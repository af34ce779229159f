using GrozUtrecht.Testing;
using GrozUtrecht.Tijdbank.Contracts;
using GrozUtrecht.Tijdbank.Tests.Http;

namespace GrozUtrecht.Tijdbank.Tests.Ruil;

[Collection(TijdbankCollection.Name)]
public sealed class GeschilTests(TijdbankFixture tijdbank)
{
    [Theory]
    [InlineData("""{"uitspraak":"voltooid"}""", "voltooid", 60)]
    [InlineData("""{"uitspraak":"gedeeltelijk","minuten":20,"toelichting":"Half werk."}""", "gedeeltelijk", 20)]
    [InlineData("""{"uitspraak":"teruggegeven"}""", "teruggegeven", 0)]
    public async Task A_mediator_of_any_partner_decides_what_happens_with_the_minutes(string decision, string status, int booked)
    {
        using var pair = await Ruilpaar.MakeAsync(tijdbank);
        using var mediator = Mediator(TestId.Guid());
        var id = await DisputedAsync(pair);
        Assert.Contains(id, (await mediator.AskAsync("/bestellingen?rol=bemiddelaar&limit=100")).Body.Ids());
        var (_, seen) = await mediator.AskAsync($"/bestellingen/{id}");
        Assert.Equal("bemiddeling", Assert.Single(seen.GetProperty("handelingen").EnumerateArray()).GetString());
        Assert.Contains("De band loopt", seen.GetRawText(), StringComparison.Ordinal);

        var decided = await Ruilpaar.Step(mediator, id, "bemiddeling", 4, decision);
        Assert.Equal((200, status), (decided.Status, decided.Body.Text("status")));
        Assert.Equal((booked, 0, 300 - booked, 0), await pair.MinutesAsync());
        Assert.Equal(412, (await Ruilpaar.Step(mediator, id, "bemiddeling", 4, decision)).Status);
        using var second = Mediator(TestId.Guid());
        Assert.Equal("tijdbank.bestelling.stap-niet-mogelijk", (await Ruilpaar.Step(second, id, "bemiddeling", 5, decision)).Body.Code());
        if (booked > 0)
            Assert.Equal(booked, (await tijdbank.Events.FirstAsync<RuilVoltooid>(item => item.BestellingId == id)).DurationMinutes);
    }

    [Theory]
    [InlineData("""{"uitspraak":"gedeeltelijk"}""", 422, "tijdbank.bestelling.minuten-passen-niet")]
    [InlineData("""{"uitspraak":"gedeeltelijk","minuten":60}""", 422, "tijdbank.bestelling.minuten-passen-niet")]
    [InlineData("""{"uitspraak":"voltooid","minuten":20}""", 422, "tijdbank.bestelling.minuten-passen-niet")]
    [InlineData("""{"uitspraak":"gedeeltelijk","minuten":0}""", 400, "verzoek.ongeldig")]
    [InlineData("""{"uitspraak":"weg"}""", 400, "verzoek.onleesbaar")]
    public async Task A_decision_that_cannot_be_is_refused_and_the_minutes_stay_held(string decision, int expected, string code)
    {
        using var pair = await Ruilpaar.MakeAsync(tijdbank);
        using var mediator = Mediator(TestId.Guid());
        var id = await DisputedAsync(pair);
        var (status, body) = await Ruilpaar.Step(mediator, id, "bemiddeling", 4, decision);
        Assert.Equal((expected, code), (status, body.Code()));
        Assert.Equal((0, 0, 300, 60), await pair.MinutesAsync());
    }

    [Fact]
    public async Task Who_took_part_does_not_mediate_nor_does_who_has_no_right_to()
    {
        using var pair = await Ruilpaar.MakeAsync(tijdbank);
        var partner = TestId.Guid();
        var rekening = await tijdbank.AccountAsync(partner, 100);
        using var buyer = tijdbank.Partner(partner);
        using var mediatingBuyer = Mediator(partner);
        var order = $$"""{"advertentieId":"{{await pair.PlaceAsync()}}","rekeningId":"{{rekening}}","duurMinuten":60}""";
        var id = (await buyer.SendAsync("/bestellingen", order)).Body.Id();
        await pair.AcceptAsync(id);
        await pair.DeliverAsync(id);
        await Ruilpaar.Step(buyer, id, "betwisting", 3, """{"toelichting":"Nee."}""");

        var decision = """{"uitspraak":"teruggegeven"}""";
        var own = await Ruilpaar.Step(mediatingBuyer, id, "bemiddeling", 4, decision);
        Assert.Equal((403, "tijdbank.bestelling.bemiddelaar-is-betrokken"), (own.Status, own.Body.Code()));
        var without = await Ruilpaar.Step(pair.AdverteerderClient, id, "bemiddeling", 4, decision);
        Assert.Equal((403, "toegang.scope-ontbreekt"), (without.Status, without.Body.Code()));
    }

    [Fact]
    public async Task A_mediator_does_not_see_an_order_on_which_the_two_agree()
    {
        using var pair = await Ruilpaar.MakeAsync(tijdbank);
        using var mediator = Mediator(TestId.Guid());
        var id = await pair.OrderAsync(await pair.PlaceAsync());
        Assert.Equal(404, (await mediator.AskAsync($"/bestellingen/{id}")).Status);
        Assert.Equal(404, (await Ruilpaar.Step(mediator, id, "bemiddeling", 1, """{"uitspraak":"teruggegeven"}""")).Status);
    }

    private HttpClient Mediator(Guid partner) => tijdbank.ClientFor(partner, "tijdbank:lezen", "tijdbank:schrijven", "tijdbank:bemiddelen");

    private static async Task<Guid> DisputedAsync(Ruilpaar pair)
    {
        var id = await pair.OrderAsync(await pair.PlaceAsync());
        await pair.AcceptAsync(id);
        await pair.DeliverAsync(id);
        var (status, body) = await pair.DisputeAsync(id);
        Assert.Equal((200, "betwist"), (status, body.Text("status")));
        return id;
    }
}
