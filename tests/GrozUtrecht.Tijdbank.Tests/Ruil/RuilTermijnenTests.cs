using GrozUtrecht.Identity.Contracts;
using GrozUtrecht.Testing;
using GrozUtrecht.Tijdbank.Contracts;
using GrozUtrecht.Tijdbank.Data;
using GrozUtrecht.Tijdbank.Tests.Http;
using Microsoft.Extensions.DependencyInjection;

namespace GrozUtrecht.Tijdbank.Tests.Ruil;

/// <summary>What happens to orders by itself, and with a person who leaves.</summary>
[Collection(TijdbankCollection.Name)]
public sealed class RuilTermijnenTests(TijdbankFixture tijdbank)
{
    [Fact]
    public async Task An_order_that_nobody_answers_lapses_after_two_weeks()
    {
        using var pair = await Ruilpaar.MakeAsync(tijdbank);
        var advertentie = await pair.PlaceProductAsync(prijsMinuten: 60, voorraad: 1);
        var id = await pair.OrderAsync(advertentie, "\"aantal\":1");
        await PassAsync(days: 13.9);
        Assert.Equal("aangevraagd", await pair.StatusAsync(id));
        await PassAsync(days: 14.1);
        Assert.Equal("verlopen", await pair.StatusAsync(id));
        Assert.Equal((0, 0, 300, 0), await pair.MinutesAsync());
        Assert.Equal(1, await tijdbank.ScalarAsync<int>("select voorraad from advertentie where id = $1", advertentie));
    }

    [Fact]
    public async Task A_delivery_is_reminded_of_once_after_a_week_and_confirmed_after_two()
    {
        using var pair = await Ruilpaar.MakeAsync(tijdbank);
        var id = await DeliveredAsync(pair);
        await Task.WhenAll(PassAsync(days: 7.1), PassAsync(days: 7.1));
        await PassAsync(days: 7.2);
        var reminder = await tijdbank.Events.FirstAsync<BestellingHerinnerd>(item => item.BestellingId == id);
        Assert.Equal((pair.Besteller, 3L), (reminder.KoperRekeningId, reminder.Version));
        Assert.Equal("geleverd", await pair.StatusAsync(id));

        await Task.WhenAll(PassAsync(days: 14.1), PassAsync(days: 14.1));
        Assert.Equal("voltooid", await pair.StatusAsync(id));
        Assert.Equal((60, 0, 240, 0), await pair.MinutesAsync());
        var told = await tijdbank.Events.FirstAsync<RuilVoltooid>(item => item.BestellingId == id);
        Assert.Equal(4, told.Version);
        Assert.Single(tijdbank.Events.All<BestellingHerinnerd>(), item => item.Event.BestellingId == id);
    }

    [Fact]
    public async Task A_delivery_that_cannot_be_booked_by_itself_goes_to_a_mediator_and_holds_up_no_other()
    {
        using var stuck = await Ruilpaar.MakeAsync(tijdbank);
        using var other = await Ruilpaar.MakeAsync(tijdbank);
        var (first, second) = (await DeliveredAsync(stuck), await DeliveredAsync(other));
        await tijdbank.ScalarAsync<Guid>("update grootboek.rekening set gesloten_op = now() where id = $1 returning id", stuck.Adverteerder);
        await PassAsync(days: 14.1);
        Assert.Equal(("betwist", "voltooid"), (await stuck.StatusAsync(first), await other.StatusAsync(second)));
        Assert.Equal((0, 0, 300, 60), await stuck.MinutesAsync());
        Assert.Equal(0L, await tijdbank.ScalarAsync<long>("select count(*) from ruil_teller where rekening_id = $1", stuck.Besteller));
    }

    [Fact]
    public async Task A_dispute_that_nobody_decides_gives_the_minutes_back_also_when_the_hold_ended_first()
    {
        using var pair = await Ruilpaar.MakeAsync(tijdbank);
        var id = await DeliveredAsync(pair);
        await pair.DisputeAsync(id);
        await tijdbank.Expiry().RunAsync(TimeProvider.System.GetUtcNow().AddDays(400), CancellationToken.None);
        await PassAsync(days: 30.1);
        Assert.Equal("verlopen", await pair.StatusAsync(id));
        Assert.Equal((0, 0, 300, 0), await pair.MinutesAsync());
    }

    [Fact]
    public async Task A_person_who_leaves_gives_open_orders_back_and_takes_every_text_along()
    {
        using var pair = await Ruilpaar.MakeAsync(tijdbank, adverteerderMinutes: 100);
        using var seller = await Ruilpaar.MakeAsync(tijdbank);
        var advertentie = await pair.PlaceAsync();
        var asked = await pair.OrderAsync(advertentie, "\"duurMinuten\":60,\"bericht\":\"Bel aan bij Jansen.\"");
        var delivered = await pair.OrderAsync(advertentie);
        await pair.AcceptAsync(delivered);
        await pair.DeliverAsync(delivered);
        var bought = $$"""{"advertentieId":"{{await seller.PlaceProductAsync(30, 2)}}","rekeningId":"{{pair.Adverteerder}}","aantal":1}""";
        var buying = (await pair.AdverteerderClient.SendAsync("/bestellingen", bought)).Body.Id();
        Assert.Equal((100, 30, 300, 120), await pair.MinutesAsync());

        await RemoveAsync(pair.AdverteerderPersoon);
        await RemoveAsync(pair.AdverteerderPersoon);

        Assert.Equal(("geannuleerd", "teruggegeven", "geannuleerd"), (await pair.StatusAsync(asked), await pair.StatusAsync(delivered), await pair.StatusAsync(buying)));
        Assert.Equal((100, 0, 300, 0), await pair.MinutesAsync());
        Assert.True(await tijdbank.ScalarAsync<bool>("select status = 'gesloten' and titel is null and omschrijving is null from advertentie where id = $1", advertentie));
        Assert.DoesNotContain("Jansen", (await pair.BestellerClient.AskAsync($"/bestellingen/{asked}")).Body.GetRawText(), StringComparison.Ordinal);
        Assert.Equal(0L, await tijdbank.ScalarAsync<long>(
            "select count(*) from bestelling_tekst t join bestelling_gebeurtenis g on g.id = t.gebeurtenis_id where g.bestelling_id = $1", asked));
    }

    private async Task<Guid> DeliveredAsync(Ruilpaar pair)
    {
        var id = await pair.OrderAsync(await pair.PlaceAsync());
        await pair.AcceptAsync(id);
        Assert.Equal(200, (await pair.DeliverAsync(id)).Status);
        return id;
    }

    private Task PassAsync(double days) =>
        tijdbank.Services.GetRequiredService<RuilTermijnen>().RunAsync(TimeProvider.System.GetUtcNow().AddDays(days), CancellationToken.None);

    private async Task RemoveAsync(Guid persoon)
    {
        var messageId = TestId.Guid();
        await tijdbank.PublishAsync(new PersoonVerwijderd { PersoonId = persoon, Version = 2, OpgetredenOp = TimeProvider.System.GetUtcNow() }, messageId);
        await Eventually.Async(() => tijdbank.Deliveries.Finished(messageId) == 1, what: "the removal to be handled");
    }
}
