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
        Prop.ForAll(Alike.ToArbitrary(), antwoorden =>
        {
            if (Keuzetelling.Publish(antwoorden, fewest) is not { } cijfers)
                return antwoorden.Count < fewest;
            var shown = cijfers.Onderwerpen.Select(cijfer => cijfer.Onderwerp).ToList();
            return Attacks(shown).All(weights =>
            {
                // How often the outcome of the computation counts each person.
                var counted = antwoorden.Select(keuzes => shown.Index().Sum(pair => keuzes.Contains(pair.Item) ? weights[pair.Index] : 0)).ToList();
                // With the total as often as makes one kind of people fall out, or not at all.
                return counted.Distinct().Append(0).All(ofTotal => counted.Count(times => times != ofTotal) is var about && (about == 0 || about >= fewest));
            });
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

    // Four subjects of which each is nearly another one, or nearly what the others did not choose: what an attacker hopes for.
    private static Gen<List<HashSet<Onderwerp>>> Alike =>
        from count in Gen.Choose(0, 60)
        from first in Gen.ArrayOf(Gen.Choose(0, 1), count)
        from columns in Gen.ArrayOf(
            from isOpposite in Gen.Choose(0, 1)
            from differing in Gen.ArrayOf(Gen.Choose(0, Math.Max(0, count - 1)), 20)
            from differences in Gen.Choose(0, 20)
            select (isOpposite, differing: differing.Take(differences).ToHashSet()), 3)
        select Enumerable.Range(0, count).Select(person =>
        {
            var bits = new List<int> { first[person] };
            foreach (var (isOpposite, differing) in columns)
                bits.Add(bits[^1] ^ isOpposite ^ (differing.Contains(person) ? 1 : 0));
            return bits.Index().Where(bit => bit.Item == 1).Select(bit => All[bit.Index]).ToHashSet();
        }).ToList();

    // Every way of adding, subtracting and leaving out.
    private static IEnumerable<int[]> Attacks(List<Onderwerp> shown) =>
        Enumerable.Range(0, (int)Math.Pow(3, shown.Count)).Select(number => shown.Select((_, place) => (number / (int)Math.Pow(3, place) % 3) - 1).ToArray());
}
