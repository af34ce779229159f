using GrozUtrecht.Support.Contracts;
using GrozUtrecht.Testing;
using GrozUtrecht.Tijdbank.Contracts;
using GrozUtrecht.Tijdbank.Tests.Http;

namespace GrozUtrecht.Tijdbank.Tests.Messages;

[Collection(TijdbankCollection.Name)]
public sealed class HulpvraagFulfilledTests(TijdbankFixture tijdbank)
{
    [Fact]
    public async Task The_helper_gets_the_hours_on_an_account_that_is_opened_for_it()
    {
        var fulfilled = Reports.Fulfilled(minutes: 90);
        await tijdbank.PublishAsync(fulfilled);

        var credited = await CreditOfAsync(fulfilled);
        Assert.Equal(fulfilled.HelperPersoonId, credited.PersoonId);
        Assert.Equal((90, 90L, 1L), (credited.DurationMinutes, credited.BalanceAfterMinutes, credited.Version));
        Assert.Equal("support.afspraak", credited.Bron);
        Assert.Equal(90, await tijdbank.BalanceAsync(credited.RekeningId));
        Assert.True(await tijdbank.AddsUpToZeroAsync());
    }

    [Fact]
    public async Task The_hours_stand_among_the_registrations_as_confirmed()
    {
        var fulfilled = Reports.Fulfilled(minutes: 90);
        await tijdbank.PublishAsync(fulfilled);
        var credited = await CreditOfAsync(fulfilled);
        using var client = tijdbank.Partner(fulfilled.PartnerId);
        var list = await client.AskAsync($"/urenregistraties?persoonId={fulfilled.HelperPersoonId}&status=bevestigd");

        var registration = Assert.Single(list.Body.GetProperty("items").EnumerateArray());
        Assert.Equal((90, "support.afspraak"), (registration.GetProperty("duurMinuten").GetInt32(), registration.GetProperty("bron").GetString()));
        Assert.Equal(credited.OverboekingId, registration.GetProperty("overboekingId").GetGuid());
    }

    [Fact]
    public async Task The_same_appointment_is_booked_and_published_once_however_it_is_delivered()
    {
        var fulfilled = Reports.Fulfilled(minutes: 60);
        Guid[] messageIds = [TestId.Guid(), TestId.Guid(), TestId.Guid(), TestId.Guid()];
        await Task.WhenAll(messageIds.Concat(messageIds).Select(id => tijdbank.PublishAsync(fulfilled, id)));
        await Eventually.Async(() => messageIds.All(id => tijdbank.Deliveries.Finished(id) == 2), what: "all eight deliveries to be handled");

        // The relay publishes in order: once a later credit has arrived, nothing of these is still to come.
        var later = Reports.Fulfilled(minutes: 15) with { HelperPersoonId = fulfilled.HelperPersoonId };
        await tijdbank.PublishAsync(later);
        var last = await CreditOfAsync(later);

        Assert.Single(tijdbank.Events.All<UrenBijgeschreven>(), item => item.Event.BronId == fulfilled.AfspraakId);
        Assert.Equal((75L, 2L), (last.BalanceAfterMinutes, last.Version));
        Assert.Equal(75, await tijdbank.BalanceAsync(last.RekeningId));
    }

    [Fact]
    public async Task Appointments_of_one_helper_may_come_late_and_out_of_order()
    {
        var first = Reports.Fulfilled(minutes: 30) with { Version = 1, OpgetredenOp = new(2025, 1, 5, 9, 0, 0, TimeSpan.Zero) };
        var second = Reports.Fulfilled(minutes: 45) with { Version = 7, HelperPersoonId = first.HelperPersoonId };
        await tijdbank.PublishAsync(second);
        await CreditOfAsync(second);
        await tijdbank.PublishAsync(first);

        Assert.Equal(75, (await CreditOfAsync(first)).BalanceAfterMinutes);
    }

    [Fact]
    public async Task Many_appointments_at_once_for_new_helpers_are_all_booked()
    {
        Guid[] helpers = [TestId.Guid(), TestId.Guid(), TestId.Guid()];
        var all = Enumerable.Range(0, 30).Select(index => Reports.Fulfilled(minutes: 10) with { HelperPersoonId = helpers[index % 3] }).ToList();
        await Task.WhenAll(all.Select(fulfilled => tijdbank.PublishAsync(fulfilled)));
        foreach (var fulfilled in all)
            await CreditOfAsync(fulfilled);

        foreach (var helper in helpers)
            Assert.Equal(100, await tijdbank.ScalarAsync<long>("select saldo from grootboek.stand s join grootboek.rekening r on r.id = s.rekening_id where r.persoon_id = $1", helper));
        Assert.True(await tijdbank.AddsUpToZeroAsync());
    }

    [Theory]
    [InlineData(0, "vrijwilligerswerk")]
    [InlineData(-60, "vrijwilligerswerk")]
    [InlineData(1_441, "vrijwilligerswerk")]
    [InlineData(60, "slapen")]
    public async Task An_absurd_report_goes_to_the_error_queue_and_books_nothing(int minutes, string urenSoort)
    {
        var fulfilled = Reports.Fulfilled(minutes) with { UrenSoort = urenSoort };
        var messageId = TestId.Guid();
        await tijdbank.PublishAsync(fulfilled, messageId);

        await WaitForErrorAsync(messageId);
        Assert.Equal(0L, await tijdbank.ScalarAsync<long>("select count(*) from grootboek.rekening where persoon_id = $1", fulfilled.HelperPersoonId));
    }

    [Fact]
    public async Task The_same_appointment_with_other_minutes_goes_to_the_error_queue()
    {
        var fulfilled = Reports.Fulfilled(minutes: 60);
        await tijdbank.PublishAsync(fulfilled);
        var credited = await CreditOfAsync(fulfilled);
        var messageId = TestId.Guid();
        await tijdbank.PublishAsync(fulfilled with { DurationMinutes = 600 }, messageId);

        await WaitForErrorAsync(messageId);
        Assert.Equal(60, await tijdbank.BalanceAsync(credited.RekeningId));
    }

    private Task<UrenBijgeschreven> CreditOfAsync(HulpvraagFulfilled fulfilled) =>
        tijdbank.Events.FirstAsync<UrenBijgeschreven>(credited => credited.BronId == fulfilled.AfspraakId);

    private Task WaitForErrorAsync(Guid messageId) => ErrorQueue.HoldsAsync(tijdbank, "tijdbank-hulpvraag-fulfilled", messageId);
}
