using System.Collections.Concurrent;
using System.Diagnostics;
using GrozUtrecht.Testing;
using GrozUtrecht.Tijdbank.Domain;

namespace GrozUtrecht.Tijdbank.Tests.Ledger;

[Collection(TijdbankCollection.Name)]
public sealed class LedgerTests(TijdbankFixture tijdbank)
{
    private readonly Guid partner = TestId.Guid();

    [Fact]
    public async Task The_same_id_with_the_same_content_books_once_and_answers_the_same()
    {
        var opdracht = await OrderAsync(balanceMinutes: 100, minutes: 60);
        var first = await tijdbank.BookAsync(opdracht);
        var second = await tijdbank.BookAsync(opdracht);

        Assert.True(first is { Outcome: Boekuitkomst.Booked, IsNew: true });
        Assert.True(second is { Outcome: Boekuitkomst.Booked, IsNew: false });
        Assert.Equal((first.BookedAt, first.ReceiverBalance), (second.BookedAt, second.ReceiverBalance));
        Assert.Equal(40, await tijdbank.BalanceAsync(opdracht.VanRekeningId));
    }

    [Fact]
    public async Task The_same_id_with_other_content_is_refused()
    {
        var opdracht = await OrderAsync(balanceMinutes: 100, minutes: 10);
        await tijdbank.BookAsync(opdracht);
        Opdracht[] others =
        [
            opdracht with { Bedrag = 11 },
            opdracht with { VanRekeningId = opdracht.NaarRekeningId, NaarRekeningId = opdracht.VanRekeningId },
            opdracht with { PartnerId = TestId.Guid() },
            opdracht with { PartnerId = null },
        ];
        foreach (var other in others)
            Assert.Equal(Boekuitkomst.IdHasOtherContent, (await tijdbank.BookAsync(other)).Outcome);
        Assert.Equal(90, await tijdbank.BalanceAsync(opdracht.VanRekeningId));
    }

    [Fact]
    public async Task A_rejected_id_stays_rejected()
    {
        var opdracht = await OrderAsync(balanceMinutes: 10, minutes: 60);
        Assert.Equal(Boekuitkomst.BalanceTooLow, (await tijdbank.BookAsync(opdracht)).Outcome);
        await tijdbank.BookAsync(TijdbankFixture.Transfer(TestId.Guid(), Systeemrekening.Uitgifte, opdracht.VanRekeningId, 500, partnerId: null));

        Assert.Equal(Boekuitkomst.BalanceTooLow, (await tijdbank.BookAsync(opdracht)).Outcome);
        Assert.Equal(Boekuitkomst.IdHasOtherContent, (await tijdbank.BookAsync(opdracht with { Bedrag = 5 })).Outcome);
        Assert.Equal(510, await tijdbank.BalanceAsync(opdracht.VanRekeningId));
        Assert.Equal(Boekuitkomst.Booked, (await tijdbank.BookAsync(opdracht with { Id = TestId.Guid() })).Outcome);
    }

    [Fact]
    public async Task One_id_asked_many_times_at_once_books_once()
    {
        var opdracht = await OrderAsync(balanceMinutes: 1_000, minutes: 10);
        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => tijdbank.BookAsync(opdracht)));

        Assert.Single(answers, answer => answer.IsNew);
        Assert.All(answers, answer => Assert.Equal(Boekuitkomst.Booked, answer.Outcome));
        Assert.Equal(990, await tijdbank.BalanceAsync(opdracht.VanRekeningId));
    }

    [Fact]
    public async Task One_id_asked_at_once_for_different_accounts_books_one_of_them()
    {
        var id = TestId.Guid();
        var orders = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => OrderAsync(balanceMinutes: 100, minutes: 10)));
        var answers = await Task.WhenAll(orders.Select(order => tijdbank.BookAsync(order with { Id = id })));

        Assert.Single(answers, answer => answer.Outcome == Boekuitkomst.Booked);
        Assert.Equal(7, answers.Count(answer => answer.Outcome == Boekuitkomst.IdHasOtherContent));
    }

    [Fact]
    public async Task Parallel_transfers_never_break_a_limit_and_the_sum_stays_zero()
    {
        var accounts = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => tijdbank.AccountAsync(partner, balanceMinutes: 100)));
        var random = new Random(20261);
        var orders = Enumerable.Range(0, 400).Select(_ =>
        {
            var pair = random.GetItems(accounts, 1)[0];
            var other = random.GetItems(accounts.Where(account => account != pair).ToArray(), 1)[0];
            return TijdbankFixture.Transfer(TestId.Guid(), pair, other, random.Next(1, 90), partner);
        }).ToList();

        var answers = await Task.WhenAll(orders.Select(tijdbank.BookAsync));

        Assert.Contains(answers, answer => answer.Outcome == Boekuitkomst.BalanceTooLow);
        Assert.All(answers, answer => Assert.True(answer.Outcome is Boekuitkomst.Booked or Boekuitkomst.BalanceTooLow));
        foreach (var account in accounts)
            Assert.True(await tijdbank.BalanceAsync(account) >= 0);
        Assert.True(await tijdbank.AddsUpToZeroAsync());
        Assert.Equal(0L, await LinesThatDoNotFollowAsync(accounts));
    }

    [Fact]
    public async Task A_batch_books_in_its_order()
    {
        var a = await tijdbank.AccountAsync(partner, balanceMinutes: 50);
        var b = await tijdbank.AccountAsync(partner);
        await using var connection = await tijdbank.Database.OpenConnectionAsync();
        var answers = await tijdbank.Grootboek.BookAsync(
            connection,
            [
                TijdbankFixture.Transfer(TestId.Guid(), b, a, 50, partner),
                TijdbankFixture.Transfer(TestId.Guid(), a, b, 50, partner),
                TijdbankFixture.Transfer(TestId.Guid(), b, a, 20, partner),
            ],
            linked: false,
            CancellationToken.None);

        Assert.Equal([Boekuitkomst.BalanceTooLow, Boekuitkomst.Booked, Boekuitkomst.Booked], answers.Select(answer => answer.Outcome));
        Assert.Equal((20L, 30L), (await tijdbank.BalanceAsync(a), await tijdbank.BalanceAsync(b)));
    }

    [Fact]
    public async Task A_batch_that_others_book_stays_in_the_trace_of_who_asked()
    {
        var order = await OrderAsync(balanceMinutes: 10, minutes: 5);
        var seen = new ConcurrentBag<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is "GrozUtrecht.tijdbank",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = seen.Add,
        };
        ActivitySource.AddActivityListener(listener);
        using var request = new Activity("request").SetIdFormat(ActivityIdFormat.W3C).Start();

        await tijdbank.BookAsync(order);

        Assert.Contains(seen, batch => batch.TraceId == request.TraceId || batch.Links.Any(link => link.Context.TraceId == request.TraceId));
    }

    private async Task<Opdracht> OrderAsync(int balanceMinutes, int minutes) =>
        TijdbankFixture.Transfer(
            TestId.Guid(), await tijdbank.AccountAsync(partner, balanceMinutes), await tijdbank.AccountAsync(partner), minutes, partner);

    // Every line's balance is the balance of the line before plus its own amount; the last is the account's.
    private Task<long> LinesThatDoNotFollowAsync(Guid[] accounts) => tijdbank.ScalarAsync<long>(
        """
        with regel as (
          select van as rekening, volgnummer, -bedrag as mutatie, saldo_van_na as saldo from grootboek.overboeking
          union all
          select naar, volgnummer, bedrag, saldo_naar_na from grootboek.overboeking
        ),
        vervolg as (
          select r.*, lag(saldo, 1, 0::bigint) over w as vorige, lead(saldo) over w as volgende
          from regel r where rekening in (select nummer from grootboek.rekening where id = any ($1)) window w as (partition by rekening order by volgnummer)
        )
        select count(*) from vervolg v join grootboek.stand k on k.nummer = v.rekening
        where v.vorige + v.mutatie <> v.saldo or (v.volgende is null and v.saldo <> k.saldo)
        """,
        accounts);
}
