using FsCheck;
using FsCheck.Fluent;
using GrozUtrecht.VitaalWerken.Domain;

namespace GrozUtrecht.VitaalWerken.Tests.Inspiratie;

public sealed class KeuzetellingTests
{
    private static readonly Onderwerp[] All = Enum.GetValues<Onderwerp>();

    [Theory]
    [InlineData(5)]
    [InlineData(15)]
    public void Whatever_an_attacker_computes_is_about_nobody_or_about_enough_people(int fewest) =>
        Prop.ForAll(Answers.ToArbitrary(), Weights.ToArbitrary(), (antwoorden, weights) =>
        {
            if (Keuzetelling.Publish(antwoorden, fewest) is not { } cijfers)
                return antwoorden.Count < fewest;
            var shown = cijfers.Onderwerpen.Select(cijfer => cijfer.Onderwerp).ToHashSet();
            // The outcome of the attacker's computation counts each person so many times.
            int Counted(HashSet<Onderwerp> keuzes, int ofTotal) => ofTotal + keuzes.Where(shown.Contains).Sum(keuze => weights[(int)keuze]);
            // Beside weights at random: those that make whole kinds of people fall out.
            var totals = antwoorden.Select(keuzes => -Counted(keuzes, 0)).Append(weights[^1]).Distinct();
            return totals.Select(ofTotal => antwoorden.Count(keuzes => Counted(keuzes, ofTotal) != 0)).All(about => about == 0 || about >= fewest);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_number_is_in_fives_and_never_more_than_there_are() =>
        Prop.ForAll(Answers.ToArbitrary(), antwoorden =>
            Keuzetelling.Publish(antwoorden, 5) is not { } cijfers
            || (cijfers.Aantal <= antwoorden.Count && cijfers.Onderwerpen.All(cijfer => cijfer.Aantal % 5 == 0 && cijfer.Aantal >= 5
                && cijfer.Aantal <= antwoorden.Count(keuzes => keuzes.Contains(cijfer.Onderwerp))))).QuickCheckThrowOnFailure();

    [Fact]
    public void What_everybody_chose_or_all_but_a_few_is_kept_silent()
    {
        Assert.Empty(Publish(all: 20, without: 0).Onderwerpen);
        Assert.Empty(Publish(all: 20, without: 4).Onderwerpen);
        Assert.Single(Publish(all: 20, without: 5).Onderwerpen);
    }

    [Fact]
    public void The_most_chosen_subject_is_shown_first()
    {
        var antwoorden = Enumerable.Range(0, 40).Select(person => (HashSet<Onderwerp>)[person < 25 ? Onderwerp.Slaap : Onderwerp.Voeding]).ToList();

        var cijfers = Keuzetelling.Publish(antwoorden, 5)!;

        Assert.Equal([new(Onderwerp.Slaap, 25)], cijfers.Onderwerpen);
        Assert.Equal(40, cijfers.Aantal);
    }

    private static Keuzecijfers Publish(int all, int without) => Keuzetelling.Publish(
        [.. Enumerable.Range(0, all).Select(person => (HashSet<Onderwerp>)(person < without ? [Onderwerp.Slaap] : [Onderwerp.Bewegen]))], 5) is { } cijfers
        ? cijfers with { Onderwerpen = [.. cijfers.Onderwerpen.Where(cijfer => cijfer.Onderwerp == Onderwerp.Bewegen)] }
        : throw new InvalidOperationException("There are enough.");

    // A few subjects are much chosen, as in life, so that figures are published and can be played off against each other.
    private static Gen<List<HashSet<Onderwerp>>> Answers =>
        from count in Gen.Choose(0, 120)
        from answers in Gen.ArrayOf(
            from size in Gen.Choose(1, 5)
            from chosen in Gen.ArrayOf(Gen.OneOf(Gen.Elements(All), Gen.Elements(All[..4])), size)
            select chosen.ToHashSet(), count)
        select answers.ToList();

    private static Gen<int[]> Weights => Gen.ArrayOf(Gen.Choose(-2, 2), All.Length + 1);
}
