using FsCheck;
using FsCheck.Fluent;
using GrozUtrecht.VitaalWerken.Domain.Deelnemers;

namespace GrozUtrecht.VitaalWerken.Tests.Deelnemers;

public sealed class BereikTests
{
    private static readonly int[] Modules = [1, 2, 3];

    [Fact]
    public void Whatever_an_attacker_adds_and_subtracts_is_about_nobody_or_about_five_people() =>
        Prop.ForAll(Programmes, patronen =>
        {
            var bereik = Bereik.Of(patronen, Modules);
            foreach (var weights in Weights(Sets(bereik).Count))
                Assert.False(About(patronen, Sets(bereik), weights) is > 0 and < 5, $"{string.Join(',', weights)} is about a few");
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Generated_programmes_show_something_and_withhold_something()
    {
        // Otherwise the attack above would have nothing to attack.
        var told = Gen.Sample(Programmes.Generator, 200, 1).Select(patronen => Bereik.Of(patronen, Modules)).ToList();

        Assert.Contains(told, bereik => bereik.Modules.Count == 3);
        Assert.Contains(told, bereik => bereik.Modules.Count is 1 or 2);
        Assert.Contains(told, bereik => bereik is { ToontIngeschreven: true, ToontDeelgenomen: false });
    }

    [Fact]
    public void Two_modules_and_their_total_do_not_tell_who_did_both()
    {
        Patroon[] patronen = [At(9, 1), At(9, 2), At(1, 1, 2)];

        Assert.Single(Bereik.Of(patronen, [1, 2]).Modules);
    }

    [Theory]
    [InlineData(4, false)]
    [InlineData(5, true)]
    public void A_module_is_told_when_five_of_those_who_came_were_not_there(int others, bool isTold) =>
        Assert.Equal(isTold, Bereik.Of([At(20, 1), At(others, 2)], [1, 2]).Modules.Contains(1));

    [Fact]
    public void A_module_where_everybody_was_tells_nothing_new_and_is_told() =>
        Assert.Equal([1], Bereik.Of([At(20, 1)], [1]).Modules);

    [Fact]
    public void How_many_came_is_not_told_when_a_few_did_not()
    {
        var bereik = Bereik.Of([At(20, 1), new(new HashSet<int>(), WasErbij: false, 2)], [1]);

        Assert.True(bereik.ToontIngeschreven);
        Assert.False(bereik.ToontDeelgenomen);
        Assert.Empty(bereik.Modules);
    }

    [Fact]
    public void Of_four_people_nothing_is_told() => Assert.Equal(
        (false, false, 0),
        Bereik.Of([At(4, 1)], [1]) is var bereik ? (bereik.ToontIngeschreven, bereik.ToontDeelgenomen, bereik.Modules.Count) : default);

    private static Arbitrary<Patroon[]> Programmes =>
        (from counts in Gen.Frequency((3, Gen.Choose(0, 6)), (1, Gen.Constant(0)), (1, Gen.Choose(5, 20))).ArrayOf(8)
         select (Patroon[])[.. counts.Index().Where(count => count.Item > 0).Select(count => At(count.Item, [.. Modules.Where(module => (count.Index & (1 << (module - 1))) != 0)]))])
        .ToArbitrary();

    private static Patroon At(int count, params int[] modules) => new(modules.ToHashSet(), modules.Length > 0, count);

    private static List<Func<Patroon, bool>> Sets(Bereik bereik)
    {
        List<Func<Patroon, bool>> sets = [.. bereik.Modules.Select(module => (Func<Patroon, bool>)(patroon => patroon.Modules.Contains(module)))];
        if (bereik.ToontIngeschreven)
            sets.Add(_ => true);
        if (bereik.ToontDeelgenomen)
            sets.Add(patroon => patroon.WasErbij);
        return sets;
    }

    private static IEnumerable<int[]> Weights(int count) =>
        Enumerable.Range(0, (int)Math.Pow(5, count)).Select(number => Enumerable.Range(0, count).Select(place => (number / (int)Math.Pow(5, place) % 5) - 2).ToArray());

    private static int About(Patroon[] patronen, List<Func<Patroon, bool>> sets, int[] weights) =>
        patronen.Where(patroon => sets.Zip(weights).Sum(pair => pair.First(patroon) ? pair.Second : 0) != 0).Sum(patroon => patroon.Aantal);
}
