using GrozUtrecht.Testing;
using GrozUtrecht.Tijdbank.Contracts;
using GrozUtrecht.Tijdbank.Domain;
using GrozUtrecht.Tijdbank.Tests.Http;

namespace GrozUtrecht.Tijdbank.Tests.Ruil;

[Collection(TijdbankCollection.Name)]
public sealed class BestellingTests(TijdbankFixture tijdbank)
{
    [Fact]
    public async Task An_order_from_an_offer_holds_the_minutes_and_pays_them_once_it_is_confirmed()
    {
        using var pair = await Ruilpaar.MakeAsync(tijdbank);
        var advertentie = await pair.PlaceAsync();
        var (status, placed) = await pair.TryOrderAsync(advertentie, "\"duurMinuten\":90,\"bericht\":\"Kan het zaterdag?\",\"verwachtePrijsMinuten\":90");
        Assert.Equal((201, "aangevraagd", "90"), (status, placed.Text("status"), placed.Text("prijsMinuten")));
        Assert.Equal((0, 0, 300, 90), await pair.MinutesAsync());

        var id = placed.Id();
        Assert.Equal("aanvaard", (await pair.AcceptAsync(id)).Body.Text("status"));
        Assert.Equal("geleverd", (await pair.DeliverAsync(id)).Body.Text("status"));
        var confirmed = await pair.ConfirmAsync(id);
        Assert.Equal((200, "voltooid", "90"), (confirmed.Status, confirmed.Body.Text("status"), confirmed.Body.Text("geboektMinuten")));
        Assert.Equal((90, 0, 210, 0), await pair.MinutesAsync());

        var told = await tijdbank.Events.FirstAsync<RuilVoltooid>(item => item.BestellingId == id);
        Assert.Equal((90, "huis-en-klussen", 4L, pair.Besteller), (told.DurationMinutes, told.Categorie, told.Version, told.KoperRekeningId));
        var (_, seen) = await pair.BestellerClient.AskAsync($"/advertenties/{advertentie}");
        Assert.Equal(1, seen.GetProperty("aantalVoltooid").GetInt32());
        var history = (await pair.AdverteerderClient.AskAsync($"/bestellingen/{id}")).Body.GetProperty("geschiedenis").EnumerateArray().ToList();
        Assert.Equal(["aanvraag", "aanvaarding", "levering", "bevestiging"], history.Select(line => line.Text("handeling")));
        Assert.Equal(("Kan het zaterdag?", "koper"), (history[0].Text("tekst"), history[0].Text("partij")));
        Assert.True(await tijdbank.AddsUpToZeroAsync());
    }

    [Fact]
    public async Task An_answer_to_a_request_holds_the_minutes_of_who_asked_once_they_accept()
    {
        using var pair = await Ruilpaar.MakeAsync(tijdbank, adverteerderMinutes: 100, bestellerMinutes: 0);
        var id = await pair.OrderAsync(await pair.PlaceAsync("vraag"));
        Assert.Equal((100, 0, 0, 0), await pair.MinutesAsync());
        var refused = await Ruilpaar.Step(pair.BestellerClient, id, "aanvaarding", 1);
        Assert.Equal((403, "tijdbank.bestelling.niet-aan-u"), (refused.Status, refused.Body.Code()));

        var accepted = await pair.AcceptAsync(id);
        Assert.Equal("tijdbank.rekening.bijna-op", accepted.Body.GetProperty("waarschuwing").Text("code"));
        Assert.Equal((100, 60, 0, 0), await pair.MinutesAsync());
        Assert.Equal(200, (await Ruilpaar.Step(pair.BestellerClient, id, "levering", 2)).Status);
        Assert.Equal(200, (await Ruilpaar.Step(pair.AdverteerderClient, id, "bevestiging", 3)).Status);
        Assert.Equal((40, 0, 60, 0), await pair.MinutesAsync());
    }

    [Fact]
    public async Task A_request_is_accepted_only_with_enough_minutes_and_answered_once_at_a_time()
    {
        using var pair = await Ruilpaar.MakeAsync(tijdbank, adverteerderMinutes: 59);
        var advertentie = await pair.PlaceAsync("vraag");
        var id = await pair.OrderAsync(advertentie);
        var again = await pair.TryOrderAsync(advertentie);
        Assert.Equal((409, "tijdbank.bestelling.al-voorgesteld"), (again.Status, again.Body.Code()));

        var accepted = await pair.AcceptAsync(id);
        Assert.Equal((422, "tijdbank.overboeking.saldo-ontoereikend"), (accepted.Status, accepted.Body.Code()));
        Assert.Equal("voorgesteld", await pair.StatusAsync(id));
        await tijdbank.BookAsync(TijdbankFixture.Transfer(TestId.Guid(), Systeemrekening.Uitgifte, pair.Adverteerder, 1, partnerId: null));
        Assert.Equal(200, (await pair.AcceptAsync(id)).Status);
    }

    [Theory]
    [InlineData("weigering", true, "geweigerd")]
    [InlineData("annulering", true, "geannuleerd")]
    [InlineData("annulering", false, "geannuleerd")]
    public async Task An_order_that_does_not_go_on_gives_back_minutes_and_stock(string step, bool byAdvertiser, string status)
    {
        using var pair = await Ruilpaar.MakeAsync(tijdbank);
        var advertentie = await pair.PlaceProductAsync(prijsMinuten: 30, voorraad: 5);
        var id = await pair.OrderAsync(advertentie, "\"aantal\":3");
        Assert.Equal((2, (0, 0, 300, 90)), (await StockAsync(advertentie), await pair.MinutesAsync()));

        var ended = await Ruilpaar.Step(byAdvertiser ? pair.AdverteerderClient : pair.BestellerClient, id, step, 1, """{"toelichting":"Het lukt toch niet."}""");
        Assert.Equal((200, status, 0), (ended.Status, ended.Body.Text("status"), ended.Body.GetProperty("handelingen").GetArrayLength()));
        Assert.Equal((5, (0, 0, 300, 0)), (await StockAsync(advertentie), await pair.MinutesAsync()));
    }

    [Fact]
    public async Task A_step_names_the_version_and_is_taken_by_its_own_side_at_its_own_time()
    {
        using var pair = await Ruilpaar.MakeAsync(tijdbank);
        using var stranger = tijdbank.Partner(TestId.Guid());
        var id = await pair.OrderAsync(await pair.PlaceAsync());

        Assert.Equal(428, (await Ruilpaar.Step(pair.AdverteerderClient, id, "aanvaarding", null)).Status);
        Assert.Equal(412, (await pair.AcceptAsync(id, version: 2)).Status);
        Assert.Equal((404, "tijdbank.bestelling.onbekend"), await CodeAsync(Ruilpaar.Step(stranger, id, "annulering", 1)));
        Assert.Equal((404, "tijdbank.bestelling.onbekend"), await CodeAsync(stranger.AskAsync($"/bestellingen/{id}")));
        Assert.Equal((409, "tijdbank.bestelling.stap-niet-mogelijk"), await CodeAsync(pair.DeliverAsync(id, 1)));
        Assert.Equal((409, "tijdbank.bestelling.stap-niet-mogelijk"), await CodeAsync(pair.DisputeAsync(id, 1)));
        await pair.AcceptAsync(id);
        Assert.Equal((403, "tijdbank.bestelling.niet-aan-u"), await CodeAsync(Ruilpaar.Step(pair.AdverteerderClient, id, "bevestiging", 2)));
        Assert.Equal(
            (422, "tijdbank.ruil.tekst-met-bsn"), await CodeAsync(Ruilpaar.Step(pair.BestellerClient, id, "annulering", 2, """{"toelichting":"111222333"}""")));
        Assert.Equal(200, (await pair.ConfirmAsync(id, 2)).Status);
        Assert.Equal((409, "tijdbank.bestelling.stap-niet-mogelijk"), await CodeAsync(Ruilpaar.Step(pair.BestellerClient, id, "annulering", 3)));
    }

    [Fact]
    public async Task What_is_for_nothing_is_exchanged_without_the_ledger()
    {
        using var pair = await Ruilpaar.MakeAsync(tijdbank, bestellerMinutes: 0);
        var id = await pair.OrderAsync(await pair.PlaceProductAsync(prijsMinuten: 0, voorraad: 1), "\"aantal\":1");
        await pair.AcceptAsync(id);
        Assert.Equal("voltooid", (await pair.ConfirmAsync(id, 2)).Body.Text("status"));
        var told = await tijdbank.Events.FirstAsync<RuilVoltooid>(item => item.BestellingId == id);
        Assert.Equal((0, null), (told.DurationMinutes, told.OverboekingId));
    }

    [Theory]
    [InlineData("\"duurMinuten\":301", 422, "tijdbank.overboeking.saldo-ontoereikend")]
    [InlineData("\"aantal\":1", 422, "tijdbank.bestelling.hoeveelheid-past-niet")]
    [InlineData("\"aantal\":1,\"duurMinuten\":60", 422, "tijdbank.bestelling.hoeveelheid-past-niet")]
    [InlineData("\"duurMinuten\":0", 400, "verzoek.ongeldig")]
    [InlineData("\"duurMinuten\":2401", 400, "verzoek.ongeldig")]
    [InlineData("\"duurMinuten\":60,\"verwachtePrijsMinuten\":59", 409, "tijdbank.bestelling.prijs-gewijzigd")]
    [InlineData("\"duurMinuten\":60,\"bericht\":\"mijn bsn is 111222333\"", 422, "tijdbank.ruil.tekst-met-bsn")]
    [InlineData("\"duurMinuten\":60,\"bericht\":\"a\\u0000b\"", 422, "tijdbank.ruil.tekst-onleesbaar")]
    public async Task An_order_that_cannot_be_is_refused_and_nothing_is_held(string extra, int expected, string code)
    {
        using var pair = await Ruilpaar.MakeAsync(tijdbank);
        var (status, body) = await pair.TryOrderAsync(await pair.PlaceAsync(), extra);
        Assert.Equal((expected, code), (status, body.Code()));
        Assert.Equal((0, 0, 300, 0), await pair.MinutesAsync());
        Assert.Equal(0L, await tijdbank.ScalarAsync<long>("select count(*) from bestelling where koper_rekening_id = $1", pair.Besteller));
    }

    [Fact]
    public async Task Nobody_orders_from_themselves_from_another_ones_account_or_from_what_is_gone()
    {
        using var pair = await Ruilpaar.MakeAsync(tijdbank, adverteerderMinutes: 100);
        var advertentie = await pair.PlaceAsync();
        string Body(Guid rekening) => $$"""{"advertentieId":"{{advertentie}}","rekeningId":"{{rekening}}","duurMinuten":60}""";

        Assert.Equal((422, "tijdbank.bestelling.met-zichzelf"), await CodeAsync(pair.AdverteerderClient.SendAsync("/bestellingen", Body(pair.Adverteerder))));
        Assert.Equal((422, "tijdbank.ruil.rekening-niet-beheerd"), await CodeAsync(pair.AdverteerderClient.SendAsync("/bestellingen", Body(pair.Besteller))));
        Assert.Equal((404, "tijdbank.advertentie.onbekend"), await CodeAsync(pair.TryOrderAsync(TestId.Guid())));
        await tijdbank.ScalarAsync<Guid>("update advertentie set geldig_tot_datum = '2020-01-01' where id = $1 returning id", advertentie);
        Assert.Equal((409, "tijdbank.advertentie.verlopen"), await CodeAsync(pair.TryOrderAsync(advertentie)));
        await pair.AdverteerderClient.SendAsync(HttpMethod.Post, $"/advertenties/{advertentie}/sluiting", 1);
        Assert.Equal((404, "tijdbank.advertentie.onbekend"), await CodeAsync(pair.TryOrderAsync(advertentie)));
    }

    [Fact]
    public async Task Who_ordered_still_sees_what_it_was_when_the_advertisement_closes()
    {
        using var pair = await Ruilpaar.MakeAsync(tijdbank);
        using var stranger = tijdbank.Partner(TestId.Guid());
        var advertentie = await pair.PlaceAsync();
        var id = await pair.OrderAsync(advertentie);
        await pair.AdverteerderClient.SendAsync(HttpMethod.Post, $"/advertenties/{advertentie}/sluiting", 1);

        Assert.Equal("gesloten", (await pair.BestellerClient.AskAsync($"/advertenties/{advertentie}")).Body.Text("status"));
        Assert.Equal(404, (await stranger.AskAsync($"/advertenties/{advertentie}")).Status);
        Assert.Equal(("Fietsen repareren", "aanvaard"), ((await pair.AcceptAsync(id)).Body.Text("titel"), await pair.StatusAsync(id)));
    }

    [Fact]
    public async Task Minutes_that_may_not_be_spent_are_not_held()
    {
        using var pair = await Ruilpaar.MakeAsync(tijdbank);
        await tijdbank.ScalarAsync<Guid>("update grootboek.stand set besteedbaar = false where rekening_id = $1 returning rekening_id", pair.Besteller);
        Assert.Equal((422, "tijdbank.overboeking.niet-besteedbaar"), await CodeAsync(pair.TryOrderAsync(await pair.PlaceAsync())));
    }

    [Fact]
    public async Task A_list_holds_what_each_side_asks_for()
    {
        using var pair = await Ruilpaar.MakeAsync(tijdbank);
        var advertentie = await pair.PlaceAsync();
        Guid[] ids = [await pair.OrderAsync(advertentie), await pair.OrderAsync(advertentie), await pair.OrderAsync(advertentie)];
        await pair.AcceptAsync(ids[0]);

        var mine = (await pair.BestellerClient.AskAsync("/bestellingen?rol=koper&limit=2")).Body;
        Assert.Equal([ids[2], ids[1]], mine.Ids());
        Assert.Equal([ids[0]], (await pair.BestellerClient.AskAsync($"/bestellingen?rol=koper&limit=2&cursor={mine.Text("volgende")}")).Body.Ids());
        Assert.Empty((await pair.BestellerClient.AskAsync("/bestellingen?rol=aanbieder")).Body.Ids());
        Assert.Equal([ids[0]], (await pair.AdverteerderClient.AskAsync($"/bestellingen?rol=aanbieder&status=aanvaard&rekeningId={pair.Adverteerder}")).Body.Ids());
        var offered = (await pair.AdverteerderClient.AskAsync($"/bestellingen/{ids[1]}")).Body;
        Assert.Equal(["aanvaarding", "weigering", "annulering"], offered.GetProperty("handelingen").EnumerateArray().Select(item => item.GetString()));
        Assert.Equal((403, "tijdbank.bestelling.alleen-bemiddelaars"), await CodeAsync(pair.BestellerClient.AskAsync("/bestellingen?rol=bemiddelaar")));
    }

    [Fact]
    public async Task A_partner_with_many_accounts_gets_the_same_list()
    {
        using var pair = await Ruilpaar.MakeAsync(tijdbank);
        var advertentie = await pair.PlaceAsync();
        Guid[] ids = [await pair.OrderAsync(advertentie), await pair.OrderAsync(advertentie)];
        await pair.AcceptAsync(ids[0]);
        await tijdbank.ScalarAsync<long>(
            """
            with r as (
              insert into grootboek.rekening (id, soort, persoon_id, aangemaakt_op)
              select gen_random_uuid(), 'persoon', gen_random_uuid(), now() from generate_series(1, 250) returning id),
            t as (
              insert into rekening_toegang (rekening_id, partner_id, recht, verleend_op)
              select r.id, eigen.partner_id, 'beheer', now() from r, rekening_toegang eigen where eigen.rekening_id = $1 returning 1)
            select count(*) from t
            """,
            pair.Besteller);

        Assert.Equal([ids[1], ids[0]], (await pair.BestellerClient.AskAsync("/bestellingen")).Body.Ids());
        Assert.Equal([ids[0]], (await pair.BestellerClient.AskAsync("/bestellingen?rol=koper&status=aanvaard")).Body.Ids());
        Assert.Empty((await pair.BestellerClient.AskAsync("/bestellingen?rol=aanbieder")).Body.Ids());
    }

    private static async Task<(int, string?)> CodeAsync(Task<(int Status, System.Text.Json.JsonElement Body)> call)
    {
        var (status, body) = await call;
        return (status, body.Code());
    }

    private Task<int> StockAsync(Guid advertentie) => tijdbank.ScalarAsync<int>("select voorraad from advertentie where id = $1", advertentie);
}
