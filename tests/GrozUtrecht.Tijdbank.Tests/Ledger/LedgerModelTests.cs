using System.Diagnostics.CodeAnalysis;
using FsCheck;
using FsCheck.Fluent;
using GrozUtrecht.Testing;
using GrozUtrecht.Tijdbank.Data;
using GrozUtrecht.Tijdbank.Domain;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Tests.Ledger;

/// <summary>
/// Random runs of mixed commands, of which ids, accounts and holds often collide, against a plain model in memory. What fails is made
/// smaller until nothing can be left out.
/// </summary>
[Collection(TijdbankCollection.Name)]
public sealed class LedgerModelTests(TijdbankFixture tijdbank)
{
    private const int Accounts = 4;
    private const int Ids = 12;
    private const int BatchSize = 16;

    // Far ahead: the service in this process ends holds whose time is over, by the real clock.
    private static readonly DateTimeOffset Start = new(2126, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void One_by_one_the_ledger_answers_as_the_model_does() => Check(maximumOrders: 1, replay: new(2026, 3));

    [Fact]
    public void In_batches_the_ledger_answers_as_the_model_does() => Check(BatchSize, replay: new(2026, 5));

    private static Gen<Step> Steps()
    {
        var id = Gen.Choose(0, Ids - 1);
        var account = Gen.Choose(0, Accounts);
        var bedrag = Gen.Elements(1L, 30, 60, 120);
        var part = Gen.Elements<long?>(null, null, 1, 30, 61);
        var asks = Gen.Frequency((6, Gen.Constant(Caller.Partner)), (1, Gen.Constant(Caller.Stranger)), (2, Gen.Constant(Caller.Platform)));
        var transfer = from i in id from v in account from n in Gen.Choose(1, Accounts) from b in bedrag from c in asks
                       select (Order)new Move(i, v, (v + n) % (Accounts + 1), b, c, null);
        var hold = from i in id from v in account from n in Gen.Choose(1, Accounts) from b in bedrag from c in asks from m in Gen.Choose(1, 90)
                   select (Order)new Move(i, v, (v + n) % (Accounts + 1), b, c, m);
        var post = from i in id from h in id where i != h from p in part select (Order)new End(i, h, Opdrachtsoort.Afronding, p);
        var release = from i in id from h in id where i != h select (Order)new End(i, h, Opdrachtsoort.Vrijgave, null);
        var order = Gen.Frequency((4, transfer), (4, hold), (4, post), (2, release));
        var group = from count in Gen.Choose(2, 3) from orders in Gen.ArrayOf(order, count) where AreApart(orders) select new Step(orders, 0, null);
        var limit = from a in Gen.Choose(0, Accounts - 1) from min in Gen.Elements(-60L, 0, 30) from max in Gen.Elements<long?>(null, 150, 300) from s in Gen.Elements(true, true, false)
                    select new Step([], 0, new Limit(a, min, max, s));
        var wait = Gen.Choose(1, 60).Select(minutes => new Step([], minutes, null));
        return Gen.Frequency((10, order.Select(one => new Step([one], 0, null))), (3, group), (1, limit), (1, wait));
    }

    // Orders that stand or fall together may not be about the same id or the same hold.
    private static bool AreApart(Order[] orders)
    {
        var used = orders.SelectMany(order => order is End end ? new[] { end.Id, end.HoldId } : [order.Id]).ToList();
        return used.Distinct().Count() == used.Count;
    }

    private static IEnumerable<Step[]> ShorterRuns(Step[] run) =>
        new[] { run[..(run.Length / 2)], run[(run.Length / 2)..] }.Where(half => half.Length < run.Length)
            .Concat(run.Select((_, skipped) => run.Where((_, index) => index != skipped).ToArray()));

    // The property runner is synchronous.
    [SuppressMessage("Usage", "VSTHRD002", Justification = "A thread of the pool, without a context to deadlock on.")]
    private void Check(int maximumOrders, Replay replay)
    {
        var runs = Arb.From(Gen.ArrayOf(Steps(), 80), ShorterRuns);
        Prop.ForAll(runs, run => Task.Run(() => AgreesAsync(run, maximumOrders)).GetAwaiter().GetResult())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(30).WithReplay(replay.Seed, replay.Gamma));
    }

    private async Task<bool> AgreesAsync(Step[] run, int maximumOrders)
    {
        var world = await World.CreateAsync(tijdbank);
        var batch = new Boekbatch(maximumOrders);
        foreach (var step in run)
        {
            var request = new Boekverzoek([.. step.Orders.Select(world.Translate)], CancellationToken.None);
            if (request.Orders.Count > 0 && batch.TryAdd(request))
                continue;
            if (!await world.BookAsync(batch))
                return false;

            batch = new Boekbatch(maximumOrders);
            if (request.Orders.Count > 0)
                batch.TryAdd(request);
            else if (!await world.ChangeAsync(step))
                return false;
        }

        return await world.BookAsync(batch) && await world.BalancesAgreeAsync() && await tijdbank.AddsUpToZeroAsync();
    }

    internal enum Caller
    {
        Partner,
        Stranger,
        Platform,
    }

    internal abstract record Order(int Id);

    /// <summary>A transfer, or a hold for so many minutes.</summary>
    internal sealed record Move(int Id, int Van, int Naar, long Bedrag, Caller Asks, int? Minutes) : Order(Id);

    internal sealed record End(int Id, int HoldId, Opdrachtsoort Soort, long? Bedrag) : Order(Id);

    internal sealed record Limit(int Account, long Minimum, long? Maximum, bool Spendable);

    internal sealed record Step(Order[] Orders, int WaitMinutes, Limit? Limit)
    {
        public override string ToString() => $"[{string.Join(" + ", Orders.AsEnumerable())}] {Limit} {WaitMinutes}";
    }

    internal sealed record Replay(ulong Seed, ulong Gamma);

    /// <summary>Real accounts beside those of the model, and a clock that both read.</summary>
    private sealed class World(TijdbankFixture tijdbank, Guid partner)
    {
        private readonly Guid stranger = TestId.Guid();
        private readonly Guid[] ids = [.. Enumerable.Range(0, Ids).Select(_ => TestId.Guid())];
        private readonly LedgerModel model = new(partner);
        private Guid[] accounts = [];
        private DateTimeOffset now = Start;

        public static async Task<World> CreateAsync(TijdbankFixture tijdbank)
        {
            var partner = TestId.Guid();
            var world = new World(tijdbank, partner);
            var real = await Task.WhenAll(Enumerable.Range(0, Accounts).Select(_ => tijdbank.AccountAsync(partner, balanceMinutes: 100)));
            foreach (var account in real)
                world.model.Accounts.Add(account, new() { Saldo = 100 });
            world.accounts = [.. real, TestId.Guid()];
            return world;
        }

        public Opdracht Translate(Order order) => order switch
        {
            Move { Minutes: { } minutes } hold => Opdracht.Hold(
                ids[hold.Id], accounts[hold.Van], accounts[hold.Naar], hold.Bedrag, Eenheid.Minuten, now.AddMinutes(minutes), PartnerOf(hold.Asks)),
            Move move => TijdbankFixture.Transfer(ids[move.Id], accounts[move.Van], accounts[move.Naar], move.Bedrag, PartnerOf(move.Asks)),
            End { Soort: Opdrachtsoort.Afronding } end => Opdracht.Post(ids[end.Id], ids[end.HoldId], end.Bedrag),
            End end => Opdracht.Release(ids[end.Id], ids[end.HoldId]),
            _ => throw new ArgumentOutOfRangeException(nameof(order)),
        };

        public async Task<bool> BookAsync(Boekbatch batch)
        {
            if (batch.IsEmpty)
                return true;

            await using var connection = await tijdbank.Database.OpenConnectionAsync();
            var answers = await BoekCommand.RunAsync(connection, batch.Orders, [.. batch.Groups], now, CancellationToken.None);
            Assert.Equal(batch.Requests.SelectMany(request => model.Book(request.Orders, now)), answers.Select(answer => answer.Outcome));
            return true;
        }

        public async Task<bool> ChangeAsync(Step step)
        {
            now = now.AddMinutes(step.WaitMinutes);
            if (step.Limit is not { } limit)
                return true;

            var id = accounts[limit.Account];
            return model.Limit(id, limit.Minimum, limit.Maximum, limit.Spendable) == await TryLimitAsync(id, limit);
        }

        public async Task<bool> BalancesAgreeAsync()
        {
            foreach (var (id, account) in model.Accounts)
            {
                var agrees = await tijdbank.ScalarAsync<bool>(
                    "select (saldo, gereserveerd_af, gereserveerd_bij) = ($2, $3, $4) from grootboek.stand where rekening_id = $1",
                    id, account.Saldo, account.Out, account.In);
                if (!agrees)
                    return false;
            }

            return true;
        }

        private async Task<bool> TryLimitAsync(Guid id, Limit limit)
        {
            try
            {
                await tijdbank.LimitAsync(id, limit.Minimum, limit.Maximum, limit.Spendable);
                return true;
            }
            catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.CheckViolation)
            {
                return false;
            }
        }

        private Guid? PartnerOf(Caller asks) => asks switch
        {
            Caller.Partner => partner,
            Caller.Stranger => stranger,
            _ => null,
        };
    }
}
