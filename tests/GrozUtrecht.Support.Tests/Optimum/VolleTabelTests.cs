using FsCheck;
using FsCheck.Fluent;
using GrozUtrecht.Support.Domain.Optimum;

namespace GrozUtrecht.Support.Tests.Optimum;

/// <summary>A full table and the network are two ways to the same value.</summary>
public sealed class VolleTabelTests
{
    [Fact]
    public void The_table_finds_what_trying_everything_finds() => Prop.ForAll(Arb.From(Tables(1, 4)), geval =>
    {
        var uitkomst = VolleTabel.Solve(geval.Vragen, geval.Aanbod, geval.Mogelijkheden, CancellationToken.None)!;
        return BruteForce.IsAllowed(geval, uitkomst.Chosen) && uitkomst.Waarde == BruteForce.Value(geval, uitkomst.Chosen)
            && uitkomst.Waarde == BruteForce.Best(geval);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));

    [Fact]
    public void The_table_finds_what_the_network_finds() => Prop.ForAll(Arb.From(Tables(20, 60)), geval =>
    {
        var table = VolleTabel.Solve(geval.Vragen, geval.Aanbod, geval.Mogelijkheden, CancellationToken.None)!;
        return BruteForce.IsAllowed(geval, table.Chosen) && table.Waarde == Toewijzing.Solve(geval.Vragen, geval.Aanbod, geval.Mogelijkheden).Waarde;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(50));

    [Fact]
    public void A_table_is_for_many_pairs_without_times_one_each()
    {
        var vragen = Enumerable.Repeat(new Vraag(1, 0), 100).ToArray();
        var aanbod = Enumerable.Repeat(new Aanbod(1), 100).ToArray();
        var items = Enumerable.Range(0, 10_000).Select(it => new Mogelijkheid(it / 100, it % 100, 1, false)).ToArray();

        Assert.True(VolleTabel.Suits(vragen, aanbod, items));
        Assert.False(VolleTabel.Suits(vragen, aanbod, items[..2_000]));
        Assert.False(VolleTabel.Suits(vragen[..^1].Append(new Vraag(2, 0)).ToArray(), aanbod, items));
        Assert.False(VolleTabel.Suits(vragen, aanbod[..^1].Append(new Aanbod(2)).ToArray(), items));
        Assert.False(VolleTabel.Suits(vragen, aanbod, items[..^1].Append(items[^1] with { Beslag = new Beslag([], []) }).ToArray()));
    }

    private static Gen<Geval> Tables(int least, int most) =>
        from asks in Gen.Choose(least, most)
        from helpers in Gen.Choose(least, most)
        from highest in Gen.Elements(1, 100, Toewijzing.MaximumPoints)
        from share in Gen.Choose(3, 10)
        from urgency in Gen.Choose(0, 2).ArrayOf(asks)
        from points in Gen.Choose(0, highest).ArrayOf(asks * helpers)
        from luck in Gen.Choose(1, 10).ArrayOf(asks * helpers)
        select new Geval
        {
            Vragen = [.. urgency.Select(it => new Vraag(1, it))],
            Aanbod = [.. Enumerable.Repeat(new Aanbod(1), helpers)],
            Mogelijkheden =
            [
                .. Enumerable.Range(0, asks * helpers)
                    .Where(it => luck[it] <= share)
                    .Select(it => new Mogelijkheid(it / helpers, it % helpers, points[it], NeverAsked: luck[it] % 2 == 0)),
            ],
        };
}
