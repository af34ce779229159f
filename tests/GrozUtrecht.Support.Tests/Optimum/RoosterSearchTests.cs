using FsCheck;
using FsCheck.Fluent;
using GrozUtrecht.Support.Domain.Optimum;

namespace GrozUtrecht.Support.Tests.Optimum;

/// <summary>The search over schedules, without the flow before it that would finish most of these.</summary>
public sealed class RoosterSearchTests
{
    private static readonly Config Thousands = Config.QuickThrowOnFailure.WithMaxTest(3_000);

    [Fact]
    public void Schedules_find_what_trying_everything_finds() => Prop.ForAll(Gevallen.Scarce, geval => IsBest(geval)).Check(Thousands);

    [Fact]
    public void Schedules_find_it_in_every_kind_of_instance() => Prop.ForAll(Gevallen.Any, geval => IsBest(geval)).Check(Thousands);

    [Fact]
    public void Flow_and_schedules_together_find_it_too() => Prop.ForAll(Gevallen.Scarce, geval =>
    {
        var uitkomst = geval.Solve(new Zoekgrens(MaximumFlowNodes: 1));
        return uitkomst.IsOptimal && BruteForce.IsAllowed(geval, uitkomst.Chosen) && uitkomst.Waarde == BruteForce.Best(geval);
    }).Check(Thousands);

    [Fact]
    public void Neighbourhoods_hold_to_every_rule_and_lose_nothing() => Prop.ForAll(Gevallen.Scarce, geval =>
    {
        var without = geval.Solve(new Zoekgrens(MaximumFlowNodes: 0, MaximumRows: 0, MaximumPasses: 0));
        var with = geval.Solve(new Zoekgrens(MaximumFlowNodes: 0, MaximumRows: 0));
        var best = BruteForce.Best(geval);
        return BruteForce.IsAllowed(geval, with.Chosen) && with.Waarde == BruteForce.Value(geval, with.Chosen)
            && with.Waarde.Compare(without.Waarde) >= 0 && with.Waarde.Compare(best) <= 0 && with.Bound.Compare(best) >= 0;
    }).Check(Thousands);

    [Fact]
    public void A_search_without_branches_knows_what_it_may_miss() => Prop.ForAll(Gevallen.Scarce, geval =>
    {
        var uitkomst = Solve(geval, maximumNodes: 0);
        var best = BruteForce.Best(geval);
        return BruteForce.IsAllowed(geval, Original(geval, uitkomst)) && uitkomst.Waarde.Compare(best) <= 0 && uitkomst.Bound.Compare(best) >= 0
            && uitkomst.IsOptimal == (uitkomst.Bound == uitkomst.Waarde);
    }).Check(Thousands);

    [Fact]
    public void Larger_instances_are_proven_whatever_the_order_of_the_rows() => Prop.ForAll(Gevallen.ScarceAndLarger, geval =>
    {
        var turned = new Geval { Vragen = geval.Vragen, Aanbod = geval.Aanbod, Mogelijkheden = [.. geval.Mogelijkheden.Reverse()] };
        var (one, other) = (geval.Solve(), turned.Solve());
        return one.IsOptimal && BruteForce.IsAllowed(geval, one.Chosen) && one.Waarde == BruteForce.Value(geval, one.Chosen)
            && one.Chosen.Select(it => geval.Mogelijkheden[it]).ToHashSet().SetEquals(other.Chosen.Select(it => turned.Mogelijkheden[it]));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    private static bool IsBest(Geval geval)
    {
        var uitkomst = Solve(geval, maximumNodes: 200);
        return uitkomst.IsOptimal && BruteForce.IsAllowed(geval, Original(geval, uitkomst)) && uitkomst.Waarde == BruteForce.Best(geval);
    }

    private static Uitkomst Solve(Geval geval, int maximumNodes)
    {
        var opgave = Opgave.Create(geval.Vragen, geval.Aanbod, geval.Mogelijkheden);
        var helpers = Enumerable.Range(0, opgave.Aanbod.Length).Where(it => opgave.ItemsOf(it).Length > 0).ToArray();
        var nothing = opgave.WaardeOf([]);
        return helpers.Length == 0
            ? new Uitkomst([], IsOptimal: true, nothing, nothing, Nodes: 0)
            : RoosterSearch.Solve(new Deel(opgave, new Agendas(opgave, Geval.Travel), helpers), [], maximumNodes, CancellationToken.None);
    }

    private static int[] Original(Geval geval, Uitkomst uitkomst)
    {
        var opgave = Opgave.Create(geval.Vragen, geval.Aanbod, geval.Mogelijkheden);
        return [.. uitkomst.Chosen.Select(it => opgave.Original[it])];
    }
}
