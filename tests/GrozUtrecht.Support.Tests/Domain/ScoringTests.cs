using FsCheck;
using FsCheck.Fluent;
using GrozUtrecht.Support.Domain;

namespace GrozUtrecht.Support.Tests.Domain;

public sealed class ScoringTests
{
    private const int DurationMinutes = 60;
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_score_is_the_sum_of_its_reasons_and_lies_between_0_and_100() => Prop.ForAll(Kandidaten(), kandidaat =>
    {
        var match = Score(kandidaat);
        return match.Score == match.Redenen.Sum(reden => reden.Punten) && match.Score is >= 0 and <= 100;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_reason_is_a_sentence() => Prop.ForAll(Kandidaten(), kandidaat =>
        Score(kandidaat).Redenen.All(reden => char.IsUpper(reden.Tekst[0]) && reden.Tekst.EndsWith('.'))).QuickCheckThrowOnFailure();

    [Fact]
    public void Living_nearer_never_lowers_the_score() => Prop.ForAll(Kandidaten(), kandidaat =>
        Score(kandidaat with { DistanceMeters = kandidaat.DistanceMeters / 2 }).Score >= Score(kandidaat).Score).QuickCheckThrowOnFailure();

    [Fact]
    public void Having_less_to_do_never_lowers_the_score() => Prop.ForAll(Kandidaten(), kandidaat =>
        Score(kandidaat with { WeekMinutes = kandidaat.WeekMinutes / 2 }).Score >= Score(kandidaat).Score).QuickCheckThrowOnFailure();

    [Fact]
    public void Having_been_asked_longer_ago_never_lowers_the_score() => Prop.ForAll(Kandidaten(), kandidaat =>
        Score(kandidaat with { LaatstGevraagdOp = kandidaat.LaatstGevraagdOp?.AddDays(-7) }).Score >= Score(kandidaat).Score).QuickCheckThrowOnFailure();

    [Fact]
    public void Ranking_is_best_first_and_the_same_whatever_the_order_of_the_input() => Prop.ForAll(
        Arb.From(Generator().ArrayOf()), kandidaten =>
        {
            var ranked = Scoring.Rank(kandidaten, DurationMinutes, Now);
            var reversed = Scoring.Rank(kandidaten.Reverse(), DurationMinutes, Now);
            return ranked.Select(match => match.HelperId).SequenceEqual(reversed.Select(match => match.HelperId))
                && ranked.Zip(ranked.Skip(1)).All(pair => pair.First.Score > pair.Second.Score
                    || (pair.First.Score == pair.Second.Score && pair.First.HelperId.CompareTo(pair.Second.HelperId) < 0));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Nobody_is_ranked_whom_a_filter_refuses() => Prop.ForAll(Arb.From(Generator().ArrayOf()), kandidaten =>
        Scoring.Rank(kandidaten, DurationMinutes, Now).Select(match => match.HelperId).ToHashSet()
            .SetEquals(kandidaten.Where(it => Eligibility.WhyNot(it, DurationMinutes) is null).Select(it => it.HelperId))).QuickCheckThrowOnFailure();

    [Fact]
    public void A_perfect_candidate_has_100_points()
    {
        var match = Score(Ideal with { CategorieCount = 1, DistanceMeters = 0 });

        Assert.Equal(100, match.Score);
        Assert.Equal(
            [
                "Woont in hetzelfde postcodegebied.", "Biedt alleen dit soort hulp aan.", "Heeft die week nog niets gepland.", "Is nog nooit gevraagd.",
                "Is nog niet eerder gekoppeld en krijgt voorrang.",
            ],
            match.Redenen.Select(reden => reden.Tekst));
    }

    [Theory]
    [InlineData(0, "vandaag nog")]
    [InlineData(1, "gisteren")]
    [InlineData(5, "5 dagen geleden")]
    [InlineData(21, "3 weken geleden")]
    public void The_last_time_asked_is_said_in_words(int days, string words) =>
        Assert.Contains(words, Score(Ideal with { LaatstGevraagdOp = Now.AddDays(-days) }).Redenen[3].Tekst, StringComparison.Ordinal);

    internal static readonly Kandidaat Ideal = new()
    {
        HelperId = new Guid("01990000-0000-7000-8000-000000000001"),
        DistanceMeters = 1_000,
        RadiusKilometers = 5,
        OffersCategorie = true,
        CategorieCount = 2,
        IsHulpvrager = false,
        WasAsked = false,
        IsOccupied = false,
        WeekMinutes = 0,
        MaximumWeekMinutes = 240,
        AfspraakCount = 0,
        LaatstGevraagdOp = null,
    };

    private static Match Score(Kandidaat kandidaat) => Scoring.Score(kandidaat, Now, ScoreWeights.Default);

    private static Arbitrary<Kandidaat> Kandidaten() => Arb.From(Generator());

    private static Gen<Kandidaat> Generator() =>
        from id in Gen.Choose(1, 1_000_000)
        from meters in Gen.Choose(0, 12_000)
        from radius in Gen.Choose(1, 50)
        from categorieen in Gen.Choose(1, 7)
        from week in Gen.Choose(0, 600)
        from maximum in Gen.Elements<int?>(null, 60, 240, 600)
        from afspraken in Gen.Choose(0, 3)
        from days in Gen.Elements<int?>(null, 0, 3, 10, 40)
        from odd in Gen.Choose(0, 15)
        select Ideal with
        {
            HelperId = new Guid(id, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]),
            DistanceMeters = meters,
            RadiusKilometers = radius,
            CategorieCount = categorieen,
            WeekMinutes = week,
            MaximumWeekMinutes = maximum,
            AfspraakCount = afspraken,
            LaatstGevraagdOp = days is { } ago ? Now.AddDays(-ago) : null,
            IsHulpvrager = odd == 1,
            WasAsked = odd == 2,
            IsOccupied = odd == 3,
            OffersCategorie = odd != 4,
        };
}
