using FsCheck;
using FsCheck.Fluent;
using GrozUtrecht.VitaalWerken.Domain;
using GrozUtrecht.VitaalWerken.Domain.Behoeften;

namespace GrozUtrecht.VitaalWerken.Tests.Behoeften;

public sealed class RangordeTests
{
    private static readonly Scanuitslag Scan = new(
        20, [], [new(0, Onderwerp.Slaap, 4.2m), new(1, Onderwerp.Slaap, 1.0m), new(0, Onderwerp.Voeding, 8.0m)], [new(Onderwerp.Slaap, 15)]);

    private static readonly Keuzecijfers Belangstelling = new(20, [new(Onderwerp.Slaap, 10), new(Onderwerp.Bewegen, 5)]);

    [Fact]
    public void A_score_is_the_sum_of_its_reasons_and_each_reason_says_why()
    {
        var ranked = Rangorde.Rank([new(Onderwerp.Slaap, 2, 3)], Scan, Belangstelling);

        Assert.Equal([Onderwerp.Slaap, Onderwerp.Voeding, Onderwerp.Bewegen], ranked.Select(one => one.Onderwerp));
        var slaap = ranked[0];
        Assert.Equal(
            [
                new(Behoeftereden.Urgentie, 20, "Het bedrijf vindt dit dringend."),
                new(Behoeftereden.Gereedheid, 10, "Het bedrijf kan hier meteen mee beginnen."),
                new(Behoeftereden.Cijfer, 17, "Medewerkers geven dit gemiddeld een 4,2."),
                new(Behoeftereden.Wens, 8, "Ten minste 15 medewerkers willen hier iets aan doen."),
                new(Behoeftereden.Belangstelling, 10, "Na een inspiratiebijeenkomst wilden ten minste 10 mensen hier meer over weten."),
            ],
            slaap.Redenen);
        Assert.Equal(65, slaap.Score);
    }

    [Fact]
    public void What_is_not_known_gives_no_points() => Assert.Empty(Rangorde.Rank([new(Onderwerp.Werkplek, 0, 0)], Scanuitslag.Nothing, null));

    [Fact]
    public void More_urgent_is_never_lower_in_the_order_and_a_score_stays_within_a_hundred() =>
        Prop.ForAll(
            (from urgency in Gen.Choose(0, 2) from ready in Gen.Choose(0, 3) from mark in Gen.Choose(0, 100) from wish in Gen.Choose(3, 4) select (urgency, ready, mark, wish))
                .ToArbitrary(),
            drawn =>
            {
                var scan = new Scanuitslag(20, [], [new(0, Onderwerp.Slaap, drawn.mark / 10m)], [new(Onderwerp.Slaap, 5 * drawn.wish)]);
                int Score(int urgency) => Rangorde.Rank([new(Onderwerp.Slaap, urgency, drawn.ready)], scan, new(10, [new(Onderwerp.Slaap, 10)])).Single().Score;
                return Score(drawn.urgency) < Score(drawn.urgency + 1) && Score(drawn.urgency + 1) <= 100;
            }).QuickCheckThrowOnFailure();
}
