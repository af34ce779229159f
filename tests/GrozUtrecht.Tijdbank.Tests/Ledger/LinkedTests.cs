using GrozUtrecht.Testing;
using GrozUtrecht.Tijdbank.Domain;

namespace GrozUtrecht.Tijdbank.Tests.Ledger;

[Collection(TijdbankCollection.Name)]
public sealed class LinkedTests(TijdbankFixture tijdbank) : IAsyncLifetime
{
    private readonly Guid partner = TestId.Guid();
    private Guid a;
    private Guid b;
    private Guid c;

    public async Task InitializeAsync() =>
        (a, b, c) = (await tijdbank.AccountAsync(partner, balanceMinutes: 100), await tijdbank.AccountAsync(partner), await tijdbank.AccountAsync(partner));

    public async Task DisposeAsync() => Assert.True(await tijdbank.AddsUpToZeroAsync());

    [Fact]
    public async Task All_happen_when_all_can()
    {
        Assert.Equal([Boekuitkomst.Booked, Boekuitkomst.Booked], await OutcomesAsync(Order(a, b, 60), Order(b, c, 50)));
        Assert.Equal((40L, 10L, 50L), await BalancesAsync());
    }

    [Fact]
    public async Task None_happens_when_one_cannot()
    {
        Opdracht[] orders = [Order(a, b, 60), Order(b, c, 61), Order(a, c, 10)];
        Boekuitkomst[] refused = [Boekuitkomst.LinkedFailed, Boekuitkomst.BalanceTooLow, Boekuitkomst.LinkedFailed];

        Assert.Equal(refused, await OutcomesAsync(orders));
        Assert.Equal((100L, 0L, 0L), await BalancesAsync());
        Assert.Equal(refused, await OutcomesAsync(orders));
    }

    [Fact]
    public async Task A_retry_of_all_answers_the_same()
    {
        Opdracht[] orders = [Order(a, b, 60), Order(b, c, 50)];
        await OutcomesAsync(orders);
        Assert.Equal([Boekuitkomst.Booked, Boekuitkomst.Booked], await OutcomesAsync(orders));
        Assert.Equal((40L, 10L, 50L), await BalancesAsync());
    }

    [Fact]
    public async Task Holds_that_failed_together_hold_nothing()
    {
        var end = TimeProvider.System.GetUtcNow().AddDays(1);
        var hold = Opdracht.Hold(TestId.Guid(), a, b, 60, Eenheid.Minuten, end, partner);
        Assert.Equal([Boekuitkomst.LinkedFailed, Boekuitkomst.BalanceTooLow], await OutcomesAsync(hold, Order(a, c, 41)));
        Assert.Equal([Boekuitkomst.Booked, Boekuitkomst.Booked], await OutcomesAsync(Order(a, b, 60), Order(a, c, 40)));
    }

    [Fact]
    public async Task Ends_of_holds_can_be_linked_too()
    {
        var end = TimeProvider.System.GetUtcNow().AddDays(1);
        Opdracht[] holds =
        [
            Opdracht.Hold(TestId.Guid(), a, b, 30, Eenheid.Minuten, end, partner),
            Opdracht.Hold(TestId.Guid(), a, c, 30, Eenheid.Minuten, end, partner),
        ];
        await OutcomesAsync(holds);
        Assert.Equal(
            [Boekuitkomst.LinkedFailed, Boekuitkomst.AmountTooHigh],
            await OutcomesAsync(Opdracht.Post(TestId.Guid(), holds[0].Id), Opdracht.Post(TestId.Guid(), holds[1].Id, 31)));
        Assert.Equal((100L, 0L, 0L), await BalancesAsync());
        Assert.Equal(
            [Boekuitkomst.Booked, Boekuitkomst.Booked],
            await OutcomesAsync(Opdracht.Post(TestId.Guid(), holds[0].Id), Opdracht.Release(TestId.Guid(), holds[1].Id)));
        Assert.Equal((70L, 30L, 0L), await BalancesAsync());
    }

    [Fact]
    public async Task Groups_in_one_batch_do_not_touch_each_other()
    {
        var groups = await Task.WhenAll(Enumerable.Range(0, 40).Select(number => number % 2 == 0
            ? OutcomesAsync(Order(a, b, 1), Order(b, c, 1))
            : OutcomesAsync(Order(a, b, 1), Order(c, b, 1_000))));

        Assert.Equal(20, groups.Count(group => group.All(outcome => outcome == Boekuitkomst.Booked)));
        Assert.Equal((80L, 0L, 20L), await BalancesAsync());
    }

    private Opdracht Order(Guid van, Guid naar, long minutes) => TijdbankFixture.Transfer(TestId.Guid(), van, naar, minutes, partner);

    private async Task<Boekuitkomst[]> OutcomesAsync(params Opdracht[] orders) =>
        [.. (await tijdbank.Grootboek.BookLinkedAsync(orders, CancellationToken.None)).Select(boeking => boeking.Outcome)];

    private async Task<(long A, long B, long C)> BalancesAsync() =>
        (await tijdbank.BalanceAsync(a), await tijdbank.BalanceAsync(b), await tijdbank.BalanceAsync(c));
}
