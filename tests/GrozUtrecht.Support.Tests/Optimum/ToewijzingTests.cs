using FsCheck;
using FsCheck.Fluent;
using GrozUtrecht.Support.Domain.Optimum;

namespace GrozUtrecht.Support.Tests.Optimum;

public sealed class ToewijzingTests
{
    private static readonly Config Thousands = Config.QuickThrowOnFailure.WithMaxTest(2_000);

    [Fact]
    public void Nothing_is_better_than_what_is_chosen() => Prop.ForAll(Gevallen.Any, geval =>
    {
        var uitkomst = geval.Solve();
        return uitkomst.IsOptimal && BruteForce.IsAllowed(geval, uitkomst.Chosen)
            && uitkomst.Waarde == BruteForce.Value(geval, uitkomst.Chosen) && uitkomst.Waarde == BruteForce.Best(geval)
            && uitkomst.Bound == uitkomst.Waarde;
    }).Check(Thousands);

    [Fact]
    public void Nothing_is_better_than_what_is_chosen_when_time_plays_no_part() => Prop.ForAll(Gevallen.WithoutTimes, geval =>
    {
        var uitkomst = geval.Solve();
        return uitkomst.Nodes == 0 && BruteForce.IsAllowed(geval, uitkomst.Chosen) && BruteForce.Value(geval, uitkomst.Chosen) == BruteForce.Best(geval);
    }).Check(Thousands);

    [Fact]
    public void A_search_that_is_cut_short_still_holds_to_every_rule_and_knows_what_it_may_miss() => Prop.ForAll(Gevallen.Any, geval =>
    {
        var uitkomst = geval.Solve(new Zoekgrens(MaximumFlowNodes: 0, MaximumNodesPerTerm: 0));
        var best = BruteForce.Best(geval);
        return BruteForce.IsAllowed(geval, uitkomst.Chosen) && uitkomst.Waarde == BruteForce.Value(geval, uitkomst.Chosen)
            && uitkomst.Waarde.Compare(best) <= 0 && uitkomst.Bound.Compare(best) >= 0
            && uitkomst.IsOptimal == (uitkomst.Bound == uitkomst.Waarde);
    }).Check(Thousands);

    [Fact]
    public void The_order_of_the_rows_does_not_matter() => Prop.ForAll(Gevallen.Larger, geval =>
    {
        var order = new Random(geval.Mogelijkheden.Length).GetItems(Enumerable.Range(0, 1_000_000).ToArray(), geval.Mogelijkheden.Length);
        var shuffled = geval.Mogelijkheden.ToArray();
        Array.Sort(order, shuffled);
        var other = new Geval { Vragen = geval.Vragen, Aanbod = geval.Aanbod, Mogelijkheden = shuffled };
        return Pairs(geval).SequenceEqual(Pairs(other)) && geval.Solve().Chosen.SequenceEqual(geval.Solve().Chosen);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void Larger_instances_are_proven_too() => Prop.ForAll(Gevallen.Larger, geval =>
    {
        var uitkomst = geval.Solve();
        return uitkomst.IsOptimal && BruteForce.IsAllowed(geval, uitkomst.Chosen);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void Two_appointments_that_are_too_much_for_one_week_do_not_go_together()
    {
        // Capacity two: the pair is all that the week can forbid.
        Mogelijkheid[] items = [new(0, 0, 5, false, Hours(0, 2)), new(1, 0, 5, false, Hours(10, 12)), new(2, 0, 1, false, Hours(20, 21))];

        var uitkomst = Toewijzing.Solve([new(1, 0), new(1, 0), new(1, 0)], [new Aanbod(2, MaximumWeekMinutes: 180)], items);

        Assert.Equal(new Waarde([2], 6, 0), uitkomst.Waarde);
    }

    [Fact]
    public void Many_classes_with_many_places_need_weights_of_128_bits() => Prop.ForAll(Gevallen.ManyClasses, geval =>
    {
        var opgave = Opgave.Create(geval.Vragen, geval.Aanbod, geval.Mogelijkheden);
        var gewichten = Gewichten.Create(opgave, [.. Enumerable.Range(0, opgave.Items.Length)], strict: true);
        var uitkomst = geval.Solve();
        return !gewichten.Fit<long>() && gewichten.Fit<Int128>() && uitkomst.IsOptimal && uitkomst.Waarde == BruteForce.Best(geval);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void Nothing_asked_is_nothing_chosen()
    {
        var uitkomst = Toewijzing.Solve([], [], []);

        Assert.True(uitkomst.IsOptimal);
        Assert.Empty(uitkomst.Chosen);
    }

    [Fact]
    public void An_ask_without_candidates_stays_open()
    {
        var uitkomst = Toewijzing.Solve([new(1, 0), new(1, 0)], [new Aanbod(1)], [new(1, 0, 5, false)]);

        Assert.Equal([0], uitkomst.Chosen);
        Assert.Equal(new Waarde([1], 5, 0), uitkomst.Waarde);
    }

    [Fact]
    public void A_helper_without_capacity_gets_nothing() =>
        Assert.Empty(Toewijzing.Solve([new(1, 0)], [new Aanbod(0)], [new(0, 0, 5, true)]).Chosen);

    [Fact]
    public void The_most_urgent_goes_first_even_when_it_stands_in_the_way_of_two()
    {
        // All morning for the urgent one, or an hour each for two others.
        Mogelijkheid[] items = [new(0, 0, 0, false, Hours(0, 4)), new(1, 0, 900, true, Hours(0, 1)), new(2, 0, 900, true, Hours(2, 3))];

        var uitkomst = Toewijzing.Solve([new(1, 0), new(1, 1), new(1, 1)], [new Aanbod(3)], items);

        Assert.Equal([0], uitkomst.Chosen);
    }

    [Fact]
    public void Who_was_never_asked_comes_first_among_equals_only()
    {
        Mogelijkheid[] equals = [new(0, 0, 70, false), new(0, 1, 70, true)];
        Mogelijkheid[] unequal = [new(0, 0, 71, false), new(0, 1, 70, true)];

        Assert.Equal([1], Toewijzing.Solve([new(1, 0)], [new(1), new(1)], equals).Chosen);
        Assert.Equal([0], Toewijzing.Solve([new(1, 0)], [new(1), new(1)], unequal).Chosen);
    }

    [Theory]
    [InlineData(10, 2)]
    [InlineData(11, 1)]
    public void There_is_time_to_travel_between_two_appointments(int travelMinutes, int expected)
    {
        Mogelijkheid[] items =
        [
            new(0, 0, 1, false, new Beslag([new Tijdvak(0, 60, 0)], [])), new(1, 0, 1, false, new Beslag([new Tijdvak(70, 130, 1)], [])),
        ];

        var uitkomst = Toewijzing.Solve([new(1, 0), new(1, 0)], [new Aanbod(2)], items, (_, _) => travelMinutes);

        Assert.Equal(expected, uitkomst.Chosen.Count);
    }

    [Fact]
    public void A_run_that_is_cancelled_stops()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();

        Assert.Throws<OperationCanceledException>(() => Toewijzing.Solve([new(2, 0)], [new Aanbod(1)], [new(0, 0, 5, false)], token: source.Token));
    }

    private static Beslag Hours(int from, int to) => new([new Tijdvak(from * 60, to * 60, 0)], [new WeekMinuten(1, (to - from) * 60)]);

    private static IEnumerable<(int Vraag, int Aanbod)> Pairs(Geval geval) =>
        geval.Solve().Chosen.Select(index => geval.Mogelijkheden[index]).Select(it => (it.Vraag, it.Aanbod)).Order();
}
