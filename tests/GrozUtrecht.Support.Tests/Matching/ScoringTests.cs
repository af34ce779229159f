using FsCheck;
using FsCheck.Fluent;
using GrozUtrecht.Support.Domain;
using GrozUtrecht.Support.Domain.Agenda;
using GrozUtrecht.Support.Domain.Matching;
using static GrozUtrecht.Support.Tests.Matching.Beelden;

namespace GrozUtrecht.Support.Tests.Matching;

public sealed class ScoringTests
{
    private static readonly Plan OnTuesday = new([new(0, Moment.MinuteOf(Tuesday))]);

    [Fact]
    public void The_score_is_the_sum_of_its_reasons_and_lies_between_0_and_100() => Prop.ForAll(Profielen(), profiel =>
        Score(profiel) == Reasons(profiel).Sum(reden => reden.Punten) && Score(profiel) is >= 0 and <= 100).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_reason_is_a_sentence() => Prop.ForAll(Profielen(), profiel =>
        Reasons(profiel).All(reden => char.IsUpper(reden.Tekst[0]) && reden.Tekst.EndsWith('.'))).QuickCheckThrowOnFailure();

    [Fact]
    public void Living_nearer_never_lowers_the_score() => Prop.ForAll(Profielen(), profiel =>
        Score(profiel with { Plaats = profiel.Plaats / 2 }) >= Score(profiel)).QuickCheckThrowOnFailure();

    [Fact]
    public void Having_less_to_do_never_lowers_the_score() => Prop.ForAll(Profielen(), profiel =>
        Score(profiel with { Agenda = profiel.Agenda with { Bezet = [] } }) >= Score(profiel)).QuickCheckThrowOnFailure();

    [Fact]
    public void Having_been_asked_longer_ago_never_lowers_the_score() => Prop.ForAll(Profielen(), profiel =>
        Score(profiel with { LaatstGevraagdOp = profiel.LaatstGevraagdOp?.AddDays(-7) }) >= Score(profiel)).QuickCheckThrowOnFailure();

    [Fact]
    public void Having_helped_this_person_well_raises_the_score() => Prop.ForAll(Profielen(), profiel =>
        Score(profiel, Vraag with { HelpedBefore = new HashSet<Guid> { profiel.HelperId } }) == Score(profiel) + 10).QuickCheckThrowOnFailure();

    [Fact]
    public void Each_wished_skill_counts()
    {
        var vraag = Vraag with { GewensteVaardigheden = Bits.Of<Vaardigheid>([Vaardigheid.Tuin, Vaardigheid.Koken]) };
        Assert.Equal(
            [0, 5, 10],
            new[] { 0u, Bits.Of(Vaardigheid.Tuin), Bits.Of<Vaardigheid>([Vaardigheid.Tuin, Vaardigheid.Koken]) }
                .Select(skills => Of(vraag).Score(Ideal with { Vaardigheden = skills }, OnTuesday).Vaardigheden));
    }

    [Fact]
    public void A_shared_language_counts()
    {
        var vraag = Vraag with { Talen = ["ar", "nl"] };
        Assert.Equal(0, Of(vraag).Score(Ideal with { Talen = ["en"] }, OnTuesday).Taal);
        Assert.Equal(10, Of(vraag).Score(Ideal with { Talen = ["en", "nl"] }, OnTuesday).Taal);
    }

    [Fact]
    public void Half_of_a_series_is_half_the_points_for_time()
    {
        var vraag = Vraag with { Bezoeken = [Beelden.Bezoek(Tuesday, 60), Beelden.Bezoek(Tuesday.AddDays(7), 60)] };
        Assert.Equal(5, Of(vraag).Score(Ideal, OnTuesday).Tijd);
    }

    [Fact]
    public void Weights_are_what_the_region_made_them()
    {
        var regels = Matchingregels.Default with { Gewichten = new(Afstand: 0, Tijd: 0, Vaardigheden: 0, Taal: 0, EerderGoed: 0, LaatstGevraagd: 0, Belasting: 0, Nieuwkomer: 100) };
        Assert.Equal(100, new Scoring(Vraag, Line, regels, Now).Score(Ideal, OnTuesday).Score);
        Assert.Equal(0, new Scoring(Vraag, Line, regels, Now).Score(Ideal with { AfspraakCount = 1 }, OnTuesday).Score);
    }

    [Fact]
    public void The_usual_weights_add_up() => Assert.Equal(Gewichten.Sum, Gewichten.Default.Total);

    [Fact]
    public void Ranking_is_best_first_and_the_same_whatever_the_order_of_the_input() => Prop.ForAll(
        Arb.From(Generator().ArrayOf()), profielen =>
        {
            var ranked = Rank(profielen);
            return ranked.Select(kandidaat => kandidaat.Profiel.HelperId).SequenceEqual(Rank(profielen.Reverse()).Select(kandidaat => kandidaat.Profiel.HelperId))
                && ranked.Zip(ranked.Skip(1)).All(pair => pair.First.Punten.Score >= pair.Second.Punten.Score);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Among_equals_who_was_never_asked_comes_first_and_then_who_was_asked_longest_ago()
    {
        var (recent, longAgo, never) = (Asked(1, Now.AddDays(-30)), Asked(2, Now.AddDays(-60)), Asked(3, null));

        Assert.Equal([never.HelperId, longAgo.HelperId, recent.HelperId], Rank([recent, longAgo, never]).Select(kandidaat => kandidaat.Profiel.HelperId));

        static Profiel Asked(int id, DateTimeOffset? askedOp) => Ideal with { HelperId = new Guid(id, 0, 0, new byte[8]), LaatstGevraagdOp = askedOp };
    }

    [Fact]
    public void Nobody_is_ranked_whom_a_filter_refuses() => Prop.ForAll(Arb.From(Generator().ArrayOf()), profielen =>
    {
        var eligibility = new Eligibility(Vraag, Line, Matchingregels.Default, Now);
        return Rank(profielen).Select(kandidaat => kandidaat.Profiel.HelperId).ToHashSet()
            .SetEquals(profielen.Where(it => eligibility.Explain(it).Count == 0).Select(it => it.HelperId));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_perfect_candidate_has_100_points()
    {
        var vraag = Vraag with { HelpedBefore = new HashSet<Guid> { Ideal.HelperId } };
        Assert.Equal(100, Of(vraag).Score(Ideal, OnTuesday).Score);
    }

    [Theory]
    [InlineData(0, "vandaag nog")]
    [InlineData(1, "gisteren")]
    [InlineData(5, "5 dagen geleden")]
    [InlineData(21, "3 weken geleden")]
    public void The_last_time_asked_is_said_in_words(int days, string words) => Assert.Contains(
        Reasons(Ideal with { LaatstGevraagdOp = Now.AddDays(-days) }), reden => reden.Code == "laatst-gevraagd" && reden.Tekst.Contains(words, StringComparison.Ordinal));

    private static Scoring Of(Vraagbeeld vraag) => new(vraag, Line, Matchingregels.Default, Now);

    private static int Score(Profiel profiel, Vraagbeeld? vraag = null) => Of(vraag ?? Vraag).Score(profiel, OnTuesday).Score;

    private static IReadOnlyList<Reden> Reasons(Profiel profiel) => Of(Vraag).Explain(profiel, OnTuesday, Of(Vraag).Score(profiel, OnTuesday));

    private static List<Kandidaat> Rank(IEnumerable<Profiel> profielen) => Ranking.Rank(Vraag, profielen, Line, Matchingregels.Default, Now);
}
