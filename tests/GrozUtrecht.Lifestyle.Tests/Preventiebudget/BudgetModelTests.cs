using System.Diagnostics.CodeAnalysis;
using FsCheck;
using FsCheck.Fluent;

namespace GrozUtrecht.Lifestyle.Tests.Preventiebudget;

/// <summary>The ledger beside a model that is simple enough to see through: a few numbers and a state per registration.</summary>
[Collection(LifestyleService.Name)]
public sealed class BudgetModelTests(LifestyleFixture service)
{
    private const int Total = 5_000;
    private const int Maximum = 3_000;
    private const int Price = 1_000;
    private const int Deelnames = 8;
    private const int Leden = 2;

    [Fact]
    [SuppressMessage("Usage", "VSTHRD002", Justification = "The property runner is synchronous; a thread of the pool has no context to deadlock on.")]
    public void Whatever_happens_in_whatever_order_the_balances_are_those_of_the_model()
    {
        var step = Gen.Choose(0, 3).SelectMany(action => Gen.Choose(0, Deelnames - 1).Select(which => (Action: action, Which: which)));
        Prop.ForAll(step.ArrayOf(30).ToArbitrary(), steps => Task.Run(() => AgreesAsync(steps)).GetAwaiter().GetResult())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(8).WithEndSize(30));
    }

    private async Task<bool> AgreesAsync((int Action, int Which)[] steps)
    {
        var wereld = await new Budgetwereld(service) { PrijsCenten = Price }.WithAsync(Total, maximumCenten: Maximum);
        var leden = await wereld.LedenAsync(Leden);
        var deelnames = new List<Guid>();
        for (var i = 0; i < Deelnames; i++)
            deelnames.Add(await wereld.DeelnameAsync());
        var states = new string?[Deelnames];

        foreach (var (action, which) in steps)
        {
            if (action == 0)
            {
                var refused = await wereld.ReserveAsync(deelnames[which], leden[which % Leden]);
                if (states[which] is null && (refused is null) != Fits(states, which))
                    return false;
            }
            else
            {
                await (action switch
                {
                    1 => wereld.SpendAsync(deelnames[which]),
                    2 => wereld.ReleaseAsync(deelnames[which]),
                    _ => wereld.ReverseAsync(deelnames[which]),
                });
            }

            states[which] = Next(states, action, which);
        }

        var held = states.Count(state => state == "gereserveerd") * Price;
        var spent = states.Count(state => state == "besteed") * Price;
        return await wereld.StandAsync() == (Total - held - spent, held, spent, 0, 0) && await wereld.AddsUpAsync();
    }

    private static string? Next(string?[] states, int action, int which) => (action, states[which]) switch
    {
        (0, null) when Fits(states, which) => "gereserveerd",
        (1, "gereserveerd") => "besteed",
        (2, "gereserveerd") => "vrijgegeven",
        (3, "besteed") => "teruggedraaid",
        (_, var same) => same,
    };

    private static bool Fits(string?[] states, int which)
    {
        bool Uses(string? state) => state is "gereserveerd" or "besteed";
        return states.Count(Uses) < Total / Price && states.Where((state, index) => index % Leden == which % Leden && Uses(state)).Count() < Maximum / Price;
    }
}
