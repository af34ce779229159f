using GrozUtrecht.Testing;
using GrozUtrecht.Tijdbank.Data;
using GrozUtrecht.Tijdbank.Domain;

namespace GrozUtrecht.Tijdbank.Tests.Ledger;

[Collection(TijdbankCollection.Name)]
public sealed class ReserveringTests(TijdbankFixture tijdbank) : IAsyncLifetime
{
    private readonly Guid partner = TestId.Guid();
    private Guid payer;
    private Guid receiver;

    public async Task InitializeAsync() =>
        (payer, receiver) = (await tijdbank.AccountAsync(partner, balanceMinutes: 100), await tijdbank.AccountAsync(partner));

    public async Task DisposeAsync() => Assert.True(await tijdbank.AddsUpToZeroAsync());

    [Fact]
    public async Task A_hold_moves_no_balance_but_counts_against_the_limit_at_once()
    {
        await HoldAsync(80);

        Assert.Equal((100L, 0L), (await tijdbank.BalanceAsync(payer), await tijdbank.BalanceAsync(receiver)));
        Assert.Equal(Boekuitkomst.BalanceTooLow, await TransferAsync(21));
        Assert.Equal(Boekuitkomst.Booked, await TransferAsync(20));
    }

    [Fact]
    public async Task Posted_it_moves_the_minutes_and_a_second_end_of_it_is_refused()
    {
        var hold = await HoldAsync(80);
        var post = Opdracht.Post(TestId.Guid(), hold);

        Assert.True(await tijdbank.BookAsync(post) is { Outcome: Boekuitkomst.Booked, IsNew: true, Bedrag: 80, SenderBalance: 20, ReceiverBalance: 80 });
        Assert.True(await tijdbank.BookAsync(post) is { Outcome: Boekuitkomst.Booked, IsNew: false, Bedrag: 80 });
        Assert.Equal(Boekuitkomst.ReserveringEnded, await OutcomeAsync(Opdracht.Post(TestId.Guid(), hold)));
        Assert.Equal(Boekuitkomst.ReserveringEnded, await OutcomeAsync(Opdracht.Release(TestId.Guid(), hold)));
        Assert.Equal((20L, 80L), (await tijdbank.BalanceAsync(payer), await tijdbank.BalanceAsync(receiver)));
    }

    [Fact]
    public async Task Posted_in_part_the_rest_is_free_again()
    {
        var hold = await HoldAsync(80);
        Assert.Equal(Boekuitkomst.AmountTooHigh, await OutcomeAsync(Opdracht.Post(TestId.Guid(), hold, 81)));
        Assert.Equal(Boekuitkomst.Booked, await OutcomeAsync(Opdracht.Post(TestId.Guid(), hold, 30)));

        Assert.Equal((70L, 30L), (await tijdbank.BalanceAsync(payer), await tijdbank.BalanceAsync(receiver)));
        Assert.Equal(Boekuitkomst.Booked, await TransferAsync(70));
    }

    [Fact]
    public async Task Released_it_is_free_again()
    {
        var hold = await HoldAsync(80);
        Assert.Equal(Boekuitkomst.Booked, await OutcomeAsync(Opdracht.Release(TestId.Guid(), hold)));
        Assert.Equal(Boekuitkomst.Booked, await TransferAsync(100));
    }

    [Fact]
    public async Task After_its_time_it_cannot_be_posted_and_the_ledger_lets_go_of_it_by_itself()
    {
        var end = TimeProvider.System.GetUtcNow().AddMilliseconds(-1);
        var hold = await HoldAsync(80, end);
        Assert.Equal(Boekuitkomst.ReserveringExpired, await OutcomeAsync(Opdracht.Post(TestId.Guid(), hold)));

        var expiry = tijdbank.Expiry();
        await expiry.RunAsync(end, CancellationToken.None);
        await expiry.RunAsync(end, CancellationToken.None);

        Assert.Equal(Boekuitkomst.Booked, await TransferAsync(100));
        Assert.Equal(Boekuitkomst.ReserveringEnded, await OutcomeAsync(Opdracht.Release(TestId.Guid(), hold)));
    }

    [Fact]
    public async Task What_is_on_its_way_counts_against_the_maximum_of_who_receives()
    {
        await tijdbank.LimitAsync(receiver, maximum: 100);
        await HoldAsync(80);
        Assert.Equal(Boekuitkomst.BalanceTooHigh, (await tijdbank.BookAsync(Issue(receiver, 21))).Outcome);
        Assert.Equal(Boekuitkomst.Booked, (await tijdbank.BookAsync(Issue(receiver, 20))).Outcome);
    }

    [Fact]
    public async Task Many_ends_at_once_are_one_end()
    {
        var hold = await HoldAsync(60);
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(number =>
            OutcomeAsync(number % 2 == 0 ? Opdracht.Post(TestId.Guid(), hold) : Opdracht.Release(TestId.Guid(), hold))));

        Assert.Single(answers, Boekuitkomst.Booked);
        Assert.Equal(19, answers.Count(answer => answer == Boekuitkomst.ReserveringEnded));
    }

    [Fact]
    public async Task A_hold_that_does_not_exist_has_a_code_of_its_own() =>
        Assert.Equal(Boekuitkomst.ReserveringUnknown, await OutcomeAsync(Opdracht.Post(TestId.Guid(), TestId.Guid())));

    [Fact]
    public async Task A_retried_hold_is_the_same_hold()
    {
        var end = TimeProvider.System.GetUtcNow().AddDays(1);
        var order = Opdracht.Hold(TestId.Guid(), payer, receiver, 80, Eenheid.Minuten, end, partner);
        Assert.True(await tijdbank.BookAsync(order) is { Outcome: Boekuitkomst.Booked, IsNew: true });
        Assert.True(await tijdbank.BookAsync(order with { VervaltOp = end.AddHours(1) }) is { Outcome: Boekuitkomst.Booked, IsNew: false });
        Assert.Equal(Boekuitkomst.IdHasOtherContent, await OutcomeAsync(order with { Bedrag = 81 }));
    }

    private static Opdracht Issue(Guid account, long minutes) =>
        TijdbankFixture.Transfer(TestId.Guid(), Systeemrekening.Uitgifte, account, minutes, partnerId: null);

    private async Task<Guid> HoldAsync(long minutes, DateTimeOffset? vervaltOp = null)
    {
        var end = vervaltOp ?? TimeProvider.System.GetUtcNow().AddDays(1);
        var boeking = await tijdbank.BookAsync(Opdracht.Hold(TestId.Guid(), payer, receiver, minutes, Eenheid.Minuten, end, partner));
        Assert.Equal(Boekuitkomst.Booked, boeking.Outcome);
        return boeking.OverboekingId;
    }

    private Task<Boekuitkomst> TransferAsync(long minutes) =>
        OutcomeAsync(TijdbankFixture.Transfer(TestId.Guid(), payer, receiver, minutes, partner));

    private async Task<Boekuitkomst> OutcomeAsync(Opdracht order) => (await tijdbank.BookAsync(order)).Outcome;
}
