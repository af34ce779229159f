using FsCheck;
using FsCheck.Fluent;
using GrozUtrecht.VitaalWerken.Domain.Deelnemers;

namespace GrozUtrecht.VitaalWerken.Tests.Deelnemers;

public sealed class PolscijferTests
{
    [Fact]
    public void Every_mark_that_is_told_is_a_mean_over_one_set_of_at_least_fifteen_people() =>
        Prop.ForAll(People, people =>
        {
            var cijfer = Told(people);
            if (cijfer.Aantal is null)
            {
                Assert.Equal((null, null, null, null), (cijfer.Start, cijfer.Midden, cijfer.Einde, cijfer.Verandering));
                return;
            }

            var set = people.Where(person => person.Einde is not null && (cijfer.Midden is null || person.Midden is not null)).ToList();
            Assert.InRange(set.Count, 15, people.Length);
            Assert.Equal(set.Count / 5 * 5, cijfer.Aantal);
            Assert.Equal(Mean(set, person => person.Start), cijfer.Start);
            Assert.Equal(Mean(set, person => person.Einde!.Value), cijfer.Einde);
            Assert.Equal(Mean(set, person => person.Einde!.Value - person.Start), cijfer.Verandering);
            Assert.Equal(cijfer.Midden is null ? null : Mean(set, person => person.Midden!.Value), cijfer.Midden);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(14, null)]
    [InlineData(15, 15)]
    [InlineData(19, 15)]
    [InlineData(20, 20)]
    public void Fourteen_people_are_too_few_and_numbers_go_down_to_fives(int count, int? told) =>
        Assert.Equal(told, Told([.. Enumerable.Range(0, count).Select(number => (number % 3, (int?)null, (int?)(5 + (number % 2))))]).Aantal);

    [Fact]
    public void When_everybody_said_the_same_at_the_end_nothing_is_told() =>
        Assert.Null(Told([.. Enumerable.Range(0, 30).Select(number => (number % 5, (int?)null, (int?)8))]).Verandering);

    [Fact]
    public void When_everybody_changed_the_same_nothing_is_told() =>
        Assert.Null(Told([.. Enumerable.Range(0, 30).Select(number => (number % 5, (int?)null, (int?)((number % 5) + 2)))]).Start);

    [Fact]
    public void The_middle_is_told_of_the_same_people_or_not_at_all()
    {
        // Three quarters of twenty gave a middle, and then of twenty-four.
        Assert.Equal(15, Told(WithMidden(15, 20)).Aantal);
        Assert.NotNull(Told(WithMidden(15, 20)).Midden);
        Assert.Equal(20, Told(WithMidden(15, 24)).Aantal);
        Assert.Null(Told(WithMidden(15, 24)).Midden);
    }

    [Theory]
    [InlineData(14, 7, null, null)]
    [InlineData(20, 20, 20, 90)]
    [InlineData(20, 0, 20, 10)]
    [InlineData(21, 11, 20, 50)]
    public void An_experience_never_says_that_everybody_or_nobody_would_recommend_it(int count, int aanraden, int? told, int? percent)
    {
        var cijfer = Ervaringscijfer.Of(count, new(count * 7, 6, 9), aanraden);

        Assert.Equal((told, percent), (cijfer.Aantal, cijfer.AanradenProcent));
    }

    [Fact]
    public void An_experience_of_which_all_marks_are_the_same_is_not_told() =>
        Assert.Null(Ervaringscijfer.Of(30, new(240, 8, 8), 20).Gemiddelde);

    private static Arbitrary<(int Start, int? Midden, int? Einde)[]> People =>
        (from count in Gen.Choose(0, 40)
         from people in (from start in Gen.Choose(0, 10)
                         from midden in Gen.Frequency((5, Gen.Choose(0, 10).Select(mark => (int?)mark)), (1, Gen.Constant((int?)null)))
                         from einde in Gen.Frequency((9, Gen.Choose(0, 10).Select(mark => (int?)mark)), (1, Gen.Constant((int?)null)))
                         select (start, midden, einde)).ArrayOf(count)
         select people).ToArbitrary();

    private static (int Start, int? Midden, int? Einde)[] WithMidden(int with, int all) =>
        [.. Enumerable.Range(0, all).Select(number => (number % 4, number < with ? (int?)(number % 3) : null, (int?)(5 + (number % 2))))];

    private static Polscijfer Told((int Start, int? Midden, int? Einde)[] people)
    {
        var two = people.Where(person => person.Einde is not null).ToList();
        return Polscijfer.Of("slaap", Group(two, withMidden: false), Group([.. two.Where(person => person.Midden is not null)], withMidden: true));
    }

    private static Polsgroep? Group(List<(int Start, int? Midden, int? Einde)> people, bool withMidden) => people.Count == 0
        ? null
        : new(
            people.Count, Sum(people.Select(person => person.Start)), withMidden ? Sum(people.Select(person => person.Midden!.Value)) : null,
            Sum(people.Select(person => person.Einde!.Value)), Sum(people.Select(person => person.Einde!.Value - person.Start)));

    private static Polssom Sum(IEnumerable<int> marks) => new(marks.Sum(), marks.Min(), marks.Max());

    private static decimal? Mean(List<(int Start, int? Midden, int? Einde)> set, Func<(int Start, int? Midden, int? Einde), int> mark) =>
        decimal.Round((decimal)set.Sum(mark) / set.Count, 1, MidpointRounding.AwayFromZero);
}
