using GrozUtrecht.Testing;
using GrozUtrecht.Tijdbank.Contracts;
using GrozUtrecht.Tijdbank.Domain;
using GrozUtrecht.Tijdbank.Tests.Messages;
using GrozUtrecht.VitaalWerken.Contracts;

namespace GrozUtrecht.Tijdbank.Tests.Bijdragen;

[Collection(TijdbankCollection.Name)]
public sealed class VerrekeningTests(TijdbankFixture tijdbank)
{
    private readonly Guid koper = TestId.Guid();
    private readonly Guid verkoper = TestId.Guid();

    [Fact]
    public async Task An_order_is_paid_in_hours_once_however_often_it_is_asked()
    {
        var asked = await AskedAsync(balance: 100, minutes: 60);
        Guid[] messageIds = [TestId.Guid(), TestId.Guid()];
        await Task.WhenAll(messageIds.Concat(messageIds).Select(id => tijdbank.PublishAsync(asked, id)));
        await Eventually.Async(() => messageIds.All(id => tijdbank.Deliveries.Finished(id) == 2), what: "all four deliveries to be handled");

        var paid = await tijdbank.Events.FirstAsync<UrenVerrekend>(item => item.BronId == asked.InkoopId);
        Assert.Equal(("vitaal-werken.inkoop", 5L, 60), (paid.Bron, paid.Version, paid.DurationMinutes));
        Assert.Equal((40L, 60L), (await tijdbank.BalanceAsync(asked.VanRekeningId), await tijdbank.BalanceAsync(asked.NaarRekeningId)));
        Assert.All(messageIds, id => Assert.Equal(0, tijdbank.Deliveries.Failed(id)));
        Assert.True(await tijdbank.AddsUpToZeroAsync());
    }

    [Fact]
    public async Task A_refused_request_stays_refused_also_when_there_is_enough_later_and_a_new_one_is_paid()
    {
        var asked = await AskedAsync(balance: 50, minutes: 60);
        await HandleAsync(asked);
        var refused = await tijdbank.Events.FirstAsync<BoekingGeweigerd>(item => item.BronId == asked.InkoopId);
        Assert.Equal((5L, "tijdbank.overboeking.saldo-ontoereikend"), (refused.Version, refused.Code));

        var filled = TijdbankFixture.Transfer(TestId.Guid(), Systeemrekening.Uitgifte, asked.VanRekeningId, 50, partnerId: null);
        await tijdbank.BookAsync(filled);
        await HandleAsync(asked);
        Assert.Equal(100, await tijdbank.BalanceAsync(asked.VanRekeningId));
        await HandleAsync(asked with { Version = 7 });

        Assert.Equal(7, (await tijdbank.Events.FirstAsync<UrenVerrekend>(item => item.BronId == asked.InkoopId)).Version);
        Assert.Equal((40L, 60L), (await tijdbank.BalanceAsync(asked.VanRekeningId), await tijdbank.BalanceAsync(asked.NaarRekeningId)));
    }

    [Theory]
    [InlineData("koper ziet haar alleen", "tijdbank.overboeking.rekening-niet-van-u")]
    [InlineData("koper kent haar niet", "tijdbank.overboeking.rekening-onbekend")]
    [InlineData("niet van verkoper", "tijdbank.overboeking.rekening-onbekend")]
    [InlineData("niet te besteden", "tijdbank.overboeking.niet-besteedbaar")]
    public async Task Only_who_manages_an_account_pays_from_it_and_only_who_sells_is_paid(string what, string code)
    {
        var asked = await AskedAsync(balance: 100, minutes: 60);
        if (what == "koper ziet haar alleen")
            await ExecuteAsync("update rekening_toegang set recht = 'inzage' where rekening_id = $1", asked.VanRekeningId);
        else if (what == "niet te besteden")
            await tijdbank.LimitAsync(asked.VanRekeningId, spendable: false);
        asked = what switch
        {
            "koper kent haar niet" => asked with { PartnerId = TestId.Guid() },
            "niet van verkoper" => asked with { LeverancierPartnerId = TestId.Guid() },
            _ => asked,
        };
        await HandleAsync(asked);

        Assert.Equal(code, (await tijdbank.Events.FirstAsync<BoekingGeweigerd>(item => item.BronId == asked.InkoopId)).Code);
        Assert.Equal((100L, 0L), (await tijdbank.BalanceAsync(asked.VanRekeningId), await tijdbank.BalanceAsync(asked.NaarRekeningId)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(600_001)]
    public async Task A_request_that_cannot_be_true_goes_to_the_error_queue(int minutes)
    {
        var asked = await AskedAsync(balance: 0, minutes);
        var messageId = TestId.Guid();
        await tijdbank.PublishAsync(asked, messageId);

        await ErrorQueue.HoldsAsync(tijdbank, "tijdbank-inkoop-afrekening-gevraagd", messageId);
    }

    private async Task<InkoopAfrekeningGevraagd> AskedAsync(int balance, int minutes) => new()
    {
        InkoopId = TestId.Guid(),
        Version = 5,
        PartnerId = koper,
        LeverancierPartnerId = verkoper,
        VanRekeningId = await tijdbank.AccountAsync(koper, balance),
        NaarRekeningId = await tijdbank.AccountAsync(verkoper),
        DurationMinutes = minutes,
        OpgetredenOp = new(2026, 3, 14, 15, 0, 0, TimeSpan.Zero),
    };

    private async Task HandleAsync(InkoopAfrekeningGevraagd asked)
    {
        var messageId = TestId.Guid();
        await tijdbank.PublishAsync(asked, messageId);
        await Eventually.Async(() => tijdbank.Deliveries.Finished(messageId) == 1, what: "the request to be handled");
        Assert.Equal(0, tijdbank.Deliveries.Failed(messageId));
    }

    private async Task ExecuteAsync(string sql, Guid id)
    {
        await using var command = tijdbank.Database.CreateCommand(sql);
        command.Parameters.Add(new() { Value = id });
        await command.ExecuteNonQueryAsync();
    }
}
