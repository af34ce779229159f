using FsCheck;
using FsCheck.Fluent;
using GrozUtrecht.Lifestyle.Domain.Groepscijfers;
using GrozUtrecht.Testing;

namespace GrozUtrecht.Lifestyle.Tests.Groepscijfers;

/// <summary>Programmes that nobody thought up, and an attacker with all reports and a computer.</summary>
public sealed class AanvalTests
{
    private static readonly string[] Gebieden = ["kanaleneiland", "nieuwegein", "overvecht"];
    private static readonly string[] Doelgroepen = ["bewoner", "werknemer"];

    [Fact]
    public void Whatever_is_added_subtracted_and_weighed_over_all_quarters_is_about_fifteen_people_or_more() =>
        Prop.ForAll(Seeds, seed =>
        {
            var random = new Random(seed);
            var attacker = new Aanvaller(Course(random, activiteiten: random.Next(1, 6)).Published);
            return attacker.FewestByPairs() >= 15 && attacker.FewestByElimination(random, tries: 2) >= 15;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(10));

    [Fact]
    public void Four_reports_added_or_subtracted_in_any_way_are_about_fifteen_people_or_more() =>
        Prop.ForAll(Seeds, seed => new Aanvaller(Course(new Random(seed), activiteiten: 3).Published).FewestByFours(figures: 10) >= 15)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(5));

    [Fact]
    public void No_union_of_kinds_of_people_of_fewer_than_fifteen_can_be_isolated_by_any_combination() =>
        Prop.ForAll(Seeds, seed =>
        {
            var random = new Random(seed);
            var wereld = new Wereld();
            for (var quarter = 0; quarter < 2; quarter++)
            {
                for (var kind = 0; kind < 5; kind++)
                    wereld.JoinMany(random.Next(1, 22), Pick(random, Gebieden), Pick(random, Doelgroepen), Chosen(random, 2));
                wereld.Publish();
            }

            var attacker = new Aanvaller(wereld.Published);
            return Unions(attacker.Kinds()).All(people => !attacker.CanIsolate(people));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(25));

    [Fact]
    public void A_programme_of_some_size_sees_most_of_its_groups()
    {
        var random = new Random(7);
        var wereld = new Wereld();
        for (var person = 0; person < 400; person++)
            Join(wereld, random, activiteiten: 6);

        var shown = wereld.Publish();

        // The programme, three areas, two doelgroepen and six activities, at the start.
        Assert.Equal(12, shown.Count);
    }

    [Fact]
    public void A_programme_that_grows_renews_its_figures()
    {
        var random = new Random(8);
        var wereld = new Wereld();
        for (var quarter = 0; quarter < 4; quarter++)
        {
            for (var person = 0; person < 150; person++)
                Join(wereld, random, activiteiten: 3);
            wereld.Forget(Pick(random, [.. wereld.Leden.Keys]));

            Assert.True(wereld.Publish().Count >= 8);
        }
    }

    [Fact]
    public void Twenty_thousand_people_with_four_measurements_take_seconds()
    {
        var random = new Random(9);
        var leden = Enumerable.Range(0, 20_000).Select(_ => new Groepslid(
            TestId.Guid(), Pick(random, Gebieden), Pick(random, Doelgroepen), [.. Chosen(random, 12).Take(3)],
            [.. new[] { 0, 3, 6, 12 }.Select(months => new Groepsscore(Wereld.Meedoen, months, random.Next(0, 11)))])).ToList();
        var began = TimeProvider.System.GetTimestamp();

        var made = Groepscijferronde.Make(leden, []);

        Assert.True(TimeProvider.System.GetElapsedTime(began) < TimeSpan.FromSeconds(20));
        Assert.True(made.Count > 80);
    }

    private static Arbitrary<int> Seeds => Gen.Choose(0, 1_000_000).ToArbitrary();

    // A year in which people join, measure again, change their choice, move, withdraw and are erased.
    private static Wereld Course(Random random, int activiteiten)
    {
        var wereld = new Wereld();
        for (var quarter = 0; quarter < 4; quarter++)
        {
            var coming = random.Next(0, 60);
            for (var person = 0; person < coming; person++)
                Join(wereld, random, activiteiten);
            foreach (var (pseudonym, lid) in wereld.Leden.ToList())
                Live(wereld, random, pseudonym, lid, activiteiten);
            wereld.Publish();
        }

        return wereld;
    }

    private static void Live(Wereld wereld, Random random, Guid pseudonym, Groepslid lid, int activiteiten)
    {
        var fate = random.Next(100);
        if (fate < 2)
            wereld.Forget(pseudonym);
        else if (fate < 4)
            wereld.Leden[pseudonym] = lid with { Gebied = Pick(random, Gebieden) };
        else if (fate < 7)
            wereld.Leden[pseudonym] = lid with { Activiteiten = Chosen(random, activiteiten) };
        else if (fate < 75 && lid.Scores.Count < 4)
            wereld.Measure(pseudonym, random.Next(0, 11));
    }

    private static void Join(Wereld wereld, Random random, int activiteiten) =>
        wereld.Join(Pick(random, Gebieden), Pick(random, Doelgroepen), Chosen(random, activiteiten), random.Next(0, 11));

    private static Guid[] Chosen(Random random, int activiteiten) =>
        [.. Enumerable.Range(1, activiteiten).Where(_ => random.Next(3) == 0).Select(number => new Guid(number, 0, 0, new byte[8]))];

    private static T Pick<T>(Random random, T[] choices) => choices[random.Next(choices.Length)];

    // Every union of kinds with one to fourteen people together.
    private static IEnumerable<HashSet<int>> Unions(List<List<int>> kinds)
    {
        var small = kinds.Where(kind => kind.Count < 15).ToList();
        for (var choice = 1; choice < 1 << small.Count; choice++)
        {
            var people = small.Where((_, index) => (choice & (1 << index)) != 0).SelectMany(kind => kind).ToHashSet();
            if (people.Count < 15)
                yield return people;
        }
    }
}
