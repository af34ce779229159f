using System.Diagnostics.CodeAnalysis;
using FsCheck;
using FsCheck.Fluent;
using GrozUtrecht.Testing;
using GrozUtrecht.Tijdbank.Domain;

namespace GrozUtrecht.Tijdbank.Tests.Ledger;

/// <summary>Random runs of orders, of which ids and accounts often collide, against a plain model in memory.</summary>
[Collection(TijdbankCollection.Name)]
public sealed class LedgerModelTests(TijdbankFixture tijdbank)
{
    private const int Accounts = 3;
    private const int Unknown = Accounts;

    [Fact]
    public void The_ledger_answers_as_the_model_does()
    {
        var step = from id in Gen.Choose(0, 9)
                   from van in Gen.Choose(0, Unknown)
                   from shift in Gen.Choose(1, Unknown)
                   from minutes in Gen.Elements(1, 30, 60, 120)
                   from stranger in Gen.Frequency((5, Gen.Constant(false)), (1, Gen.Constant(true)))
                   select new Step(id, van, (van + shift) % (Unknown + 1), minutes, stranger);
        var runs = Arb.From(Gen.ArrayOf(step), ShorterRuns);

        Prop.ForAll(runs, Agrees).Check(Config.QuickThrowOnFailure.WithMaxTest(40));
    }

    // The property runner is synchronous.
    [SuppressMessage("Usage", "VSTHRD002", Justification = "A thread of the pool, without a context to deadlock on.")]
    private bool Agrees(Step[] run) => Task.Run(() => AgreesAsync(run)).GetAwaiter().GetResult();

    private static IEnumerable<Step[]> ShorterRuns(Step[] run) =>
        run.Select((_, skipped) => run.Where((_, index) => index != skipped).ToArray());

    private async Task<bool> AgreesAsync(Step[] run)
    {
        var (partner, stranger) = (TestId.Guid(), TestId.Guid());
        var accounts = await Task.WhenAll(Enumerable.Range(0, Accounts).Select(_ => tijdbank.AccountAsync(partner, balanceMinutes: 100)));
        var ids = Enumerable.Range(0, 10).Select(_ => TestId.Guid()).ToArray();
        var model = new Model();
        var unknown = TestId.Guid();
        foreach (var step in run)
        {
            var answer = await tijdbank.BookAsync(TijdbankFixture.Transfer(
                ids[step.Id], Account(step.Van), Account(step.Naar), step.Minutes, step.Stranger ? stranger : partner));
            if (answer.Outcome != model.Book(step))
                return false;
        }

        var balances = await Task.WhenAll(accounts.Select(tijdbank.BalanceAsync));
        return balances.SequenceEqual(model.Balances) && await tijdbank.AddsUpToZeroAsync();

        Guid Account(int index) => index == Unknown ? unknown : accounts[index];
    }

    private sealed record Step(int Id, int Van, int Naar, int Minutes, bool Stranger);

    private sealed class Model
    {
        private readonly Dictionary<int, (Step Step, Boekuitkomst Outcome)> seen = [];

        public long[] Balances { get; } = [100, 100, 100];

        public Boekuitkomst Book(Step step)
        {
            if (seen.TryGetValue(step.Id, out var earlier))
                return earlier.Step == step ? earlier.Outcome : Boekuitkomst.IdHasOtherContent;

            var outcome = Decide(step);
            seen.Add(step.Id, (step, outcome));
            if (outcome == Boekuitkomst.Booked)
            {
                Balances[step.Van] -= step.Minutes;
                Balances[step.Naar] += step.Minutes;
            }

            return outcome;
        }

        private Boekuitkomst Decide(Step step)
        {
            if (step.Stranger || step.Van == Unknown || step.Naar == Unknown)
                return Boekuitkomst.AccountUnknown;
            return Balances[step.Van] < step.Minutes ? Boekuitkomst.BalanceTooLow : Boekuitkomst.Booked;
        }
    }
}
