using FsCheck;
using FsCheck.Fluent;
using GrozUtrecht.VitaalWerken.Domain;
using GrozUtrecht.VitaalWerken.Domain.Koppelingen;
using static GrozUtrecht.VitaalWerken.Tests.Koppelingen.Beelden;

namespace GrozUtrecht.VitaalWerken.Tests.Koppelingen;

public sealed class KoppelkeuzeTests
{
    [Fact]
    public void What_is_proposed_fits_is_in_order_and_is_never_more_than_two_of_one_supplier() => Prop.ForAll(Lists(), aanbod =>
    {
        var found = Koppelkeuze.Choose(aanbod, Vraag, 6).Items;
        return found.Count <= 6
            && found.All(item => new Koppelgeschiktheid(Vraag).Obstacles(item.Aanbod).Count == 0)
            && found.Zip(found.Skip(1)).All(pair => pair.First.Punten.Score >= pair.Second.Punten.Score)
            && found.GroupBy(item => item.Aanbod.Leverancier.Id).All(group => group.Count() <= 2);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_is_left_out_does_not_fit_scores_less_or_is_a_third_of_its_supplier() => Prop.ForAll(Lists(), aanbod =>
    {
        var found = Koppelkeuze.Choose(aanbod, Vraag, 6).Items;
        var lowest = found.Count == 6 ? found[^1].Punten.Score : -1;
        return aanbod.Where(item => found.All(shown => shown.Aanbod.Id != item.Id)).All(item =>
            !new Koppelgeschiktheid(Vraag).Fits(item)
            || new Koppelscore(Vraag).Score(item).Score <= lowest
            || found.Count(shown => shown.Aanbod.Leverancier.Id == item.Leverancier.Id) == 2);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_order_of_the_input_does_not_matter() => Prop.ForAll(Lists(), aanbod =>
        Ids(Koppelkeuze.Choose(aanbod, Vraag, 6)).SequenceEqual(Ids(Koppelkeuze.Choose([.. aanbod.Reverse()], Vraag, 6)))).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(Koppelbelemmering.NietActief)]
    [InlineData(Koppelbelemmering.EigenAanbod)]
    [InlineData(Koppelbelemmering.Gebied)]
    [InlineData(Koppelbelemmering.Onderwerp)]
    [InlineData(Koppelbelemmering.Groepsgrootte)]
    [InlineData(Koppelbelemmering.TeDuur)]
    [InlineData(Koppelbelemmering.Dagdelen)]
    [InlineData(Koppelbelemmering.Periode)]
    [InlineData(Koppelbelemmering.AlGekoppeld)]
    internal void Each_obstacle_stands_in_the_way_by_itself_and_is_told(Koppelbelemmering obstacle)
    {
        var aanbod = obstacle switch
        {
            Koppelbelemmering.NietActief => Ideaal with { Leverancier = Ideaal.Leverancier with { Status = LeverancierStatus.Gestopt } },
            Koppelbelemmering.EigenAanbod => Ideaal with { Leverancier = Ideaal.Leverancier with { PartnerId = EigenPartner } },
            Koppelbelemmering.Gebied => Ideaal with { Gebieden = ["papendorp"] },
            Koppelbelemmering.Onderwerp => Ideaal with { Onderwerp = Onderwerp.Zingeving },
            Koppelbelemmering.Groepsgrootte => Ideaal with { GroepMaximum = 11 },
            Koppelbelemmering.TeDuur => Ideaal with { Prijssoort = Prijssoort.Euro, PrijsCenten = 40_001 },
            Koppelbelemmering.Dagdelen => Ideaal with { Beschikbaar = 0b1000 },
            Koppelbelemmering.Periode => Ideaal with { TotEnMetDag = Vandaag - 1 },
            _ => Ideaal with { GekoppeldMet = [Vraag.BedrijfId] },
        };

        Assert.Equal([obstacle], new Koppelgeschiktheid(Vraag).Obstacles(aanbod));
        Assert.Empty(new Koppelgeschiktheid(Vraag).Obstacles(Ideaal));
        Assert.Empty(Koppelkeuze.Choose([aanbod], Vraag, 6).Items);
    }

    [Fact]
    public void A_comparison_tells_no_points_of_the_other_and_nothing_of_its_price_or_place()
    {
        var score = new Koppelscore(Vraag);
        var own = new Koppelwaarom(Vraag, score).Explain(Ideaal with { Vorm = Aanbodvorm.Lezing }, score.Score(Ideaal with { Vorm = Aanbodvorm.Lezing }));
        var chosen = new Koppelwaarom(Vraag, score).Explain(Ideaal, score.Score(Ideaal));

        var comparison = Koppelvergelijking.Of(own, chosen);

        Assert.Equal((90, true), (comparison.Score, comparison.LagereScoreDanGekozen));
        Assert.Equal(
            [("onderwerp", false), ("vorm", true), ("beschikbaarheid", false)],
            comparison.Termen.Where(term => term.MinderDanGekozen is not null).Select(term => (term.Code, term.MinderDanGekozen!.Value)));
    }

    private static Arbitrary<AanbodProfiel[]> Lists() =>
        Arb.From(Generator().ArrayOf(40).Select(items => items.DistinctBy(item => item.Id).ToArray()));

    private static IEnumerable<Guid> Ids(Koppelvoorstellen found) => found.Items.Select(item => item.Aanbod.Id);
}
