using FsCheck;
using FsCheck.Fluent;
using GrozUtrecht.VitaalWerken.Domain;
using GrozUtrecht.VitaalWerken.Domain.Koppelingen;
using static GrozUtrecht.VitaalWerken.Tests.Koppelingen.Beelden;

namespace GrozUtrecht.VitaalWerken.Tests.Koppelingen;

public sealed class KoppelscoreTests
{
    [Fact]
    public void The_weights_are_a_hundred_together() => Assert.Equal(100, Koppelpunten.Maximum.Score);

    [Fact]
    public void The_best_offer_there_can_be_scores_a_hundred() => Assert.Equal(100, Score(Ideaal));

    [Fact]
    public void The_score_is_the_sum_of_its_reasons_and_no_term_exceeds_its_weight() => Prop.ForAll(Aanbod(), aanbod =>
        Score(aanbod) is >= 0 and <= 100
        && Reasons(aanbod).Sum(reden => reden.Punten) == Score(aanbod)
        && Reasons(aanbod).All(reden => reden.Punten >= 0 && reden.Punten <= reden.Maximum)).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_reason_and_every_obstacle_is_a_sentence() => Prop.ForAll(Aanbod(), aanbod =>
        Reasons(aanbod).Select(reden => reden.Tekst)
            .Concat(new Koppelgeschiktheid(Vraag).Obstacles(aanbod).Select(obstacle => Waarom.Explain(obstacle, aanbod).Tekst))
            .All(tekst => char.IsUpper(tekst[0]) && tekst.EndsWith('.'))).QuickCheckThrowOnFailure();

    [Fact]
    public void Being_nearer_never_scores_less() => Prop.ForAll(Aanbod(), aanbod =>
        Score(With(aanbod, leverancier => leverancier with { Plaats = leverancier.Plaats / 2 })) >= Score(aanbod)).QuickCheckThrowOnFailure();

    [Fact]
    public void Being_cheaper_never_scores_less() => Prop.ForAll(Aanbod(), aanbod =>
        Score(aanbod with { PrijsCenten = aanbod.PrijsCenten / 2 }) >= Score(aanbod)
        && Score(aanbod with { Prijssoort = Prijssoort.Gratis, PrijsCenten = null }) >= Score(aanbod)).QuickCheckThrowOnFailure();

    [Fact]
    public void Being_available_more_never_scores_less() => Prop.ForAll(Aanbod(), aanbod =>
        Score(aanbod with { Beschikbaar = Dagdelen.All }) >= Score(aanbod)
        && Score(aanbod with { VanDag = aanbod.VanDag - 30, TotEnMetDag = aanbod.TotEnMetDag + 30 }) >= Score(aanbod)).QuickCheckThrowOnFailure();

    [Fact]
    public void A_subject_that_is_needed_more_never_scores_less() => Prop.ForAll(Aanbod(), aanbod =>
        Vraag.Onderwerpen.Zip(Vraag.Onderwerpen.Skip(1)).All(pair =>
            Score(aanbod with { Onderwerp = pair.First }) >= Score(aanbod with { Onderwerp = pair.Second }))).QuickCheckThrowOnFailure();

    [Fact]
    public void Having_been_proposed_longer_ago_or_never_does_not_score_less() => Prop.ForAll(Aanbod(), aanbod =>
        Score(With(aanbod, leverancier => leverancier with { LaatstVoorgesteldDag = leverancier.LaatstVoorgesteldDag - 20 })) >= Score(aanbod)
        && Score(With(aanbod, leverancier => leverancier with { LaatstVoorgesteldDag = null })) >= Score(aanbod)).QuickCheckThrowOnFailure();

    [Fact]
    public void Having_fewer_koppelingen_never_scores_less() => Prop.ForAll(Aanbod(), aanbod =>
        Score(With(aanbod, leverancier => leverancier with { GemaaktDagen = [.. leverancier.GemaaktDagen.Skip(1)] })) >= Score(aanbod)).QuickCheckThrowOnFailure();

    [Fact]
    public void A_place_to_learn_and_a_wished_form_score_more() => Prop.ForAll(Aanbod(), aanbod =>
        Score(aanbod with { Leerplek = true }) == Score(aanbod with { Leerplek = false }) + 5
        && Score(aanbod with { Vorm = Aanbodvorm.Workshop }) == Score(aanbod with { Vorm = Aanbodvorm.Lezing }) + 10).QuickCheckThrowOnFailure();

    [Fact]
    public void Without_known_needs_every_subject_weighs_the_same()
    {
        var vraag = Vraag with { Onderwerpen = [] };
        Assert.All(Enum.GetValues<Onderwerp>(), onderwerp => Assert.Equal(30, new Koppelscore(vraag).Score(Ideaal with { Onderwerp = onderwerp }).Onderwerp));
    }

    [Theory]
    [InlineData(-365, 5)]
    [InlineData(-364, 4)]
    public void Koppelingen_count_for_a_year(int day, int points) => Assert.Equal(
        points, new Koppelscore(Vraag).Score(With(Ideaal, leverancier => leverancier with { GemaaktDagen = [Vandaag + day] })).Belasting);

    [Fact]
    public void A_reason_never_tells_what_the_company_would_pay() => Prop.ForAll(Aanbod(), aanbod =>
        Reasons(aanbod).All(reden => !reden.Tekst.Contains("400,00", StringComparison.Ordinal) || aanbod.PrijsCenten == 40_000)).QuickCheckThrowOnFailure();

    private static Koppelwaarom Waarom => new(Vraag, new Koppelscore(Vraag));

    private static int Score(AanbodProfiel aanbod) => new Koppelscore(Vraag).Score(aanbod).Score;

    private static IReadOnlyList<Koppelreden> Reasons(AanbodProfiel aanbod) => Waarom.Explain(aanbod, new Koppelscore(Vraag).Score(aanbod));

    private static AanbodProfiel With(AanbodProfiel aanbod, Func<LeverancierProfiel, LeverancierProfiel> change) =>
        aanbod with { Leverancier = change(aanbod.Leverancier) };
}
