using GrozUtrecht.Identity.Contracts;
using GrozUtrecht.Lifestyle.Contracts;
using GrozUtrecht.Testing;
using GrozUtrecht.Tijdbank.Contracts;
using GrozUtrecht.Tijdbank.Tests.Http;

namespace GrozUtrecht.Tijdbank.Tests.Messages;

[Collection(TijdbankCollection.Name)]
public sealed class ActiviteitAttendedTests(TijdbankFixture tijdbank)
{
    [Fact]
    public async Task A_volunteer_host_gets_the_hours_as_confirmed_voluntary_work()
    {
        var hosted = Reports.Hosted(minutes: 90);
        await tijdbank.PublishAsync(hosted);

        var credited = await CreditOfAsync(hosted);
        Assert.Equal((hosted.GastheerPersoonId, 90, 90L, "lifestyle.deelname"), (credited.PersoonId, credited.DurationMinutes, credited.BalanceAfterMinutes, credited.Bron));
        using var client = tijdbank.Partner(hosted.PartnerId);
        var list = await client.AskAsync($"/urenregistraties?persoonId={hosted.GastheerPersoonId}&status=bevestigd");
        var registration = Assert.Single(list.Body.GetProperty("items").EnumerateArray());
        Assert.Equal(("vrijwilligerswerk", "lifestyle.deelname"), (registration.GetProperty("urenSoort").GetString(), registration.GetProperty("bron").GetString()));
        Assert.True(await tijdbank.AddsUpToZeroAsync());
    }

    [Fact]
    public async Task Who_takes_part_gets_nothing_and_neither_does_a_host_who_was_forgotten()
    {
        var hosted = Reports.Hosted(minutes: 60);
        ActiviteitAttended[] others = [Reports.Hosted(60) with { Rol = "deelnemer" }, Reports.Hosted(60) with { GastheerPersoonId = null }];
        Guid[] messageIds = [TestId.Guid(), TestId.Guid()];
        await Task.WhenAll(others.Zip(messageIds, (other, messageId) => tijdbank.PublishAsync(other, messageId)));
        await Eventually.Async(() => messageIds.All(id => tijdbank.Deliveries.Finished(id) == 1), what: "both to be handled");
        await tijdbank.PublishAsync(hosted);
        await CreditOfAsync(hosted);

        Assert.All(messageIds, id => Assert.Equal(0, tijdbank.Deliveries.Failed(id)));
        Assert.DoesNotContain(tijdbank.Events.All<UrenBijgeschreven>(), item => others.Any(other => other.DeelnameId == item.Event.BronId));
    }

    [Fact]
    public async Task The_same_attendance_is_booked_once_however_it_is_delivered()
    {
        var hosted = Reports.Hosted(minutes: 60);
        Guid[] messageIds = [TestId.Guid(), TestId.Guid()];
        await Task.WhenAll(messageIds.Concat(messageIds).Select(id => tijdbank.PublishAsync(hosted, id)));
        await Eventually.Async(() => messageIds.All(id => tijdbank.Deliveries.Finished(id) == 2), what: "all four deliveries to be handled");

        var credited = await CreditOfAsync(hosted);
        Assert.Equal(60, await tijdbank.BalanceAsync(credited.RekeningId));
        Assert.All(messageIds, id => Assert.Equal(0, tijdbank.Deliveries.Failed(id)));
    }

    [Fact]
    public async Task Attendances_of_one_host_may_come_late_and_out_of_order()
    {
        var first = Reports.Hosted(minutes: 30) with { Version = 1, OpgetredenOp = new(2025, 1, 5, 9, 0, 0, TimeSpan.Zero) };
        var second = Reports.Hosted(minutes: 45) with { Version = 7, GastheerPersoonId = first.GastheerPersoonId };
        await tijdbank.PublishAsync(second);
        await CreditOfAsync(second);
        await tijdbank.PublishAsync(first);

        Assert.Equal(75, (await CreditOfAsync(first)).BalanceAfterMinutes);
    }

    [Fact]
    public async Task A_later_version_with_other_minutes_goes_to_the_error_queue_and_changes_nothing()
    {
        var hosted = Reports.Hosted(minutes: 60);
        await tijdbank.PublishAsync(hosted);
        var credited = await CreditOfAsync(hosted);
        var messageId = TestId.Guid();
        await tijdbank.PublishAsync(hosted with { Version = 3, DurationMinutes = 600 }, messageId);

        await ErrorQueue.HoldsAsync(tijdbank, "tijdbank-activiteit-attended", messageId);
        Assert.Equal(60, await tijdbank.BalanceAsync(credited.RekeningId));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1_441)]
    public async Task An_absurd_attendance_goes_to_the_error_queue_and_books_nothing(int minutes)
    {
        var hosted = Reports.Hosted(minutes);
        var messageId = TestId.Guid();
        await tijdbank.PublishAsync(hosted, messageId);

        await ErrorQueue.HoldsAsync(tijdbank, "tijdbank-activiteit-attended", messageId);
        Assert.Equal(0L, await tijdbank.ScalarAsync<long>("select count(*) from grootboek.rekening where persoon_id = $1", hosted.GastheerPersoonId!));
    }

    [Fact]
    public async Task Hours_of_a_host_who_left_are_dropped()
    {
        var hosted = Reports.Hosted(minutes: 60);
        Guid[] messageIds = [TestId.Guid(), TestId.Guid()];
        await tijdbank.PublishAsync(
            new PersoonVerwijderd { PersoonId = hosted.GastheerPersoonId!.Value, Version = 2, OpgetredenOp = hosted.OpgetredenOp }, messageIds[0]);
        await Eventually.Async(() => tijdbank.Deliveries.Finished(messageIds[0]) == 1, what: "the removal to be handled");
        await tijdbank.PublishAsync(hosted, messageIds[1]);
        await Eventually.Async(() => tijdbank.Deliveries.Finished(messageIds[1]) == 1, what: "the late hours to be handled");

        Assert.Equal(0, tijdbank.Deliveries.Failed(messageIds[1]));
        Assert.DoesNotContain(tijdbank.Events.All<UrenBijgeschreven>(), item => item.Event.BronId == hosted.DeelnameId);
    }

    private Task<UrenBijgeschreven> CreditOfAsync(ActiviteitAttended hosted) =>
        tijdbank.Events.FirstAsync<UrenBijgeschreven>(credited => credited.BronId == hosted.DeelnameId);
}
