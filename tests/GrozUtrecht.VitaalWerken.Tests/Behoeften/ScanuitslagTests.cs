using FsCheck;
using FsCheck.Fluent;
using GrozUtrecht.VitaalWerken.Domain;
using GrozUtrecht.VitaalWerken.Domain.Behoeften;

namespace GrozUtrecht.VitaalWerken.Tests.Behoeften;

public sealed class ScanuitslagTests
{
    private static readonly int Onderwerpen = Enum.GetValues<Onderwerp>().Length;

    [Fact]
    public void Whatever_an_attacker_computes_is_about_nobody_or_about_fifteen_people_or_more() =>
        Prop.ForAll(Answers.ToArbitrary(), Weights.ToArbitrary(), (antwoorden, weights) =>
        {
            var uitslag = Scanuitslag.Make(antwoorden);
            return Enum.GetValues<Onderwerp>().All(onderwerp =>
            {
                var shown = uitslag.Cijfers.Where(cijfer => cijfer.Onderwerp == onderwerp).Select(cijfer => cijfer.Groep).ToHashSet();
                // How often the attacker's sum of means counts the mark of this person.
                int Counted(Scanantwoord antwoord, int ofAll) =>
                    (shown.Contains(0) ? ofAll : 0) + (antwoord.Groep > 0 && shown.Contains(antwoord.Groep) ? weights[antwoord.Groep] : 0);
                // Beside weights at random: those that make one group, or all that is withheld, fall out.
                return Enumerable.Range(1, 10).Select(groep => -weights[groep]).Append(weights[0]).Append(0)
                    .Select(ofAll => antwoorden.Count(antwoord => Counted(antwoord, ofAll) != 0))
                    .All(about => about == 0 || about >= Scanuitslag.Fewest);
            });
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_small_group_takes_the_smallest_shown_one_with_it()
    {
        var uitslag = Scanuitslag.Make([.. Group(1, 30), .. Group(2, 20), .. Group(3, 4)]);

        Assert.Equal([new(1, 30)], uitslag.Groepen);
        Assert.Equal(50, uitslag.Aantal);
        Assert.DoesNotContain(uitslag.Cijfers, cijfer => cijfer.Groep is 2 or 3);
    }

    [Fact]
    public void Groups_that_are_all_large_are_all_shown()
    {
        var uitslag = Scanuitslag.Make([.. Group(1, 16), .. Group(2, 24)]);

        Assert.Equal([new(1, 15), new(2, 20)], uitslag.Groepen);
        Assert.Equal(3 * Onderwerpen, uitslag.Cijfers.Count);
    }

    [Fact]
    public void Fewer_than_fifteen_answers_tell_nothing_at_all() => Assert.Equal(Scanuitslag.Nothing, Scanuitslag.Make([.. Group(0, 14)]));

    [Fact]
    public void A_mark_that_everybody_gave_is_not_told()
    {
        var alike = Group(1, 20).Select(antwoord => antwoord with { Cijfers = Marks(8) });

        var together = Scanuitslag.Make([.. alike, .. Group(2, 20)]);
        var alone = Scanuitslag.Make([.. alike]);
        var withheld = Scanuitslag.Make([.. Group(1, 20), .. alike.Take(8).Select(antwoord => antwoord with { Groep = 2 }), .. alike.Take(8).Select(antwoord => antwoord with { Groep = 3 })]);

        Assert.Empty(alone.Cijfers);
        Assert.All(together.Cijfers, cijfer => Assert.Equal(0, cijfer.Groep));
        Assert.Equal(Onderwerpen, together.Cijfers.Count);
        // The sixteen of whom nothing is shown all gave an eight, which the whole and the shown group together would tell.
        Assert.All(withheld.Cijfers, cijfer => Assert.Equal(0, cijfer.Groep));
    }

    [Fact]
    public void A_mean_is_to_a_tenth()
    {
        var uitslag = Scanuitslag.Make([.. Enumerable.Range(0, 15).Select(person => new Scanantwoord(0, Marks(person < 5 ? 5 : 6), []))]);

        Assert.All(uitslag.Cijfers, cijfer => Assert.Equal(5.7m, cijfer.Gemiddeld));
    }

    private static int[] Marks(int mark) => [.. Enumerable.Repeat(mark, Onderwerpen)];

    private static IEnumerable<Scanantwoord> Group(int groep, int people) =>
        Enumerable.Range(0, people).Select(person => new Scanantwoord(groep, Marks(person % 11), [Onderwerp.Slaap]));

    private static Gen<List<Scanantwoord>> Answers =>
        from sizes in Gen.ArrayOf(Gen.OneOf(Gen.Choose(0, 4), Gen.Choose(13, 17), Gen.Choose(0, 40)), 10)
        from groups in Gen.Choose(1, 10)
        from lowest in Gen.Choose(0, 10)
        select sizes.Take(groups).SelectMany((size, index) => Enumerable.Range(0, size).Select(person =>
            new Scanantwoord(groups == 1 ? 0 : index + 1, Marks(Math.Min(10, lowest + (person % 3))), []))).ToList();

    private static Gen<int[]> Weights => Gen.ArrayOf(Gen.Choose(-2, 2), 11);
}
