using GrozUtrecht.Identity.Contracts;
using GrozUtrecht.Testing;
using GrozUtrecht.Tijdbank.Contracts;
using GrozUtrecht.Tijdbank.Data;
using GrozUtrecht.Tijdbank.Domain;

namespace GrozUtrecht.Tijdbank.Tests.Messages;

[Collection(TijdbankCollection.Name)]
public sealed class PersoonVerwijderdTests(TijdbankFixture tijdbank)
{
    private readonly Guid partner = TestId.Guid();
    private readonly Guid persoon = TestId.Guid();

    [Fact]
    public async Task The_account_closes_its_texts_and_rights_go_and_its_lines_stay()
    {
        var rekening = await tijdbank.AccountAsync(partner, balanceMinutes: 100, persoon);
        var other = await tijdbank.AccountAsync(partner);
        await tijdbank.BookAsync(TijdbankFixture.Transfer(TestId.Guid(), rekening, other, 25, partner, "Voor het koken"));

        await RemoveAsync(times: 2);

        await using var connection = await tijdbank.Database.OpenConnectionAsync();
        Assert.Null(await RekeningStore.FindAsync(connection, rekening, partner, CancellationToken.None));
        var lines = await MutatieStore.ListAsync(connection, other, long.MaxValue, 10, CancellationToken.None);
        Assert.Null(Assert.Single(lines).Omschrijving);
        Assert.Equal(75, await tijdbank.BalanceAsync(rekening));
        Assert.Equal(Boekuitkomst.AccountUnknown, (await tijdbank.BookAsync(TijdbankFixture.Transfer(TestId.Guid(), other, rekening, 5, partner))).Outcome);
    }

    [Fact]
    public async Task Hours_that_arrive_after_a_person_left_are_dropped_without_a_new_account()
    {
        await RemoveAsync(times: 1);
        var messageId = TestId.Guid();
        var late = Reports.Fulfilled(minutes: 60) with { PartnerId = partner, HelperPersoonId = persoon };
        await tijdbank.PublishAsync(late, messageId);
        await Eventually.Async(() => tijdbank.Deliveries.Finished(messageId) == 1, what: "the late hours to be handled");

        Assert.Equal(0, tijdbank.Deliveries.Failed(messageId));
        Assert.Equal(0, await tijdbank.ScalarAsync<long>("select saldo from grootboek.stand s join grootboek.rekening r on r.id = s.rekening_id where r.persoon_id = $1", persoon));
        Assert.Equal(0L, await tijdbank.ScalarAsync<long>("select count(*) from rekening_toegang where partner_id = $1", partner));
        Assert.DoesNotContain(tijdbank.Events.All<UrenBijgeschreven>(), item => item.Event.BronId == late.AfspraakId);
    }

    private async Task RemoveAsync(int times)
    {
        var messageIds = Enumerable.Range(0, times).Select(_ => TestId.Guid()).ToList();
        var removed = new PersoonVerwijderd { PersoonId = persoon, Version = 2, OpgetredenOp = new(2026, 3, 15, 9, 0, 0, TimeSpan.Zero) };
        foreach (var messageId in messageIds)
            await tijdbank.PublishAsync(removed, messageId);
        await Eventually.Async(() => messageIds.TrueForAll(id => tijdbank.Deliveries.Finished(id) == 1), what: "the removal to be handled");
    }
}
