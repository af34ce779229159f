using FsCheck;
using FsCheck.Fluent;
using GrozUtrecht.Lifestyle.Domain;
using GrozUtrecht.Lifestyle.Domain.Metingen;

namespace GrozUtrecht.Lifestyle.Tests.Metingen;

public sealed class ScoringTests
{
    private static readonly Vragenlijst Who5 = Maatstaf.Who5.ToVragenlijst();
    private static readonly Vragenlijst Veerkracht = Maatstaf.Veerkracht.ToVragenlijst();

    // The published scoring: a raw sum of 0 to 25 times four; 50 is a reason to look further, 28 a strong one.
    [Theory]
    [InlineData(new[] { 5, 5, 5, 5, 5 }, 100, "voldoende")]
    [InlineData(new[] { 0, 0, 0, 0, 0 }, 0, "zeer-laag")]
    [InlineData(new[] { 3, 3, 3, 2, 2 }, 52, "voldoende")]
    [InlineData(new[] { 3, 3, 2, 2, 2 }, 48, "laag")]
    [InlineData(new[] { 2, 2, 2, 1, 1 }, 32, "laag")]
    [InlineData(new[] { 2, 2, 1, 1, 1 }, 28, "zeer-laag")]
    public void Who5_is_four_times_the_sum(int[] answers, int score, string band)
    {
        var scored = Assert.Single(Scoring.Of(Who5, Numbered(answers)));

        Assert.Equal((Scoring.Total, (decimal)score, band), (scored.Dimensie, scored.Waarde, Scoring.BandOf(Who5, scored.Waarde)));
    }

    // The published scoring: items 2, 4 and 6 reversed, the mean; 1.00-2.99 low, 3.00-4.30 normal, 4.31-5.00 high.
    [Theory]
    [InlineData(new[] { 5, 1, 5, 1, 5, 1 }, "5", "hoog")]
    [InlineData(new[] { 1, 5, 1, 5, 1, 5 }, "1", "laag")]
    [InlineData(new[] { 3, 3, 3, 3, 3, 3 }, "3", "gemiddeld")]
    [InlineData(new[] { 5, 5, 5, 5, 5, 5 }, "3", "gemiddeld")]
    [InlineData(new[] { 3, 3, 3, 3, 3, 4 }, "2.83", "laag")]
    [InlineData(new[] { 4, 2, 4, 2, 5, 2 }, "4.17", "gemiddeld")]
    [InlineData(new[] { 4, 2, 5, 2, 5, 2 }, "4.33", "hoog")]
    public void The_Brief_Resilience_Scale_is_a_mean_with_three_questions_reversed(int[] answers, string score, string band)
    {
        var scored = Assert.Single(Scoring.Of(Veerkracht, Numbered(answers)));

        Assert.Equal((decimal.Parse(score, System.Globalization.CultureInfo.InvariantCulture), band), (scored.Waarde, Scoring.BandOf(Veerkracht, scored.Waarde)));
    }

    [Fact]
    public void Marks_per_dimension_stand_in_the_order_of_the_web()
    {
        var web = new Vragenlijst(
            Scoringswijze.PerDimensie, 1, [.. Enum.GetValues<Dimensie>().Reverse().Select(dimensie => new Vraag($"{dimensie}", 0, 10, Dimensie: dimensie))], []);

        var scores = Scoring.Of(web, [.. Enum.GetValues<Dimensie>().Select(dimensie => new Antwoord($"{dimensie}", (int)dimensie))]);

        Assert.Equal(Dimensies.Words, scores.Select(score => score.Dimensie));
        Assert.Equal([0, 1, 2, 3, 4, 5], scores.Select(score => score.Waarde));
        Assert.Null(Scoring.BandOf(web, 3));
    }

    [Fact]
    public void Answers_that_are_missing_double_unknown_or_off_the_scale_have_no_score()
    {
        Assert.Equal(AntwoordRefusal.AnswerMissing, Scoring.Check(Who5, Numbered(5, 5, 5, 5)));
        Assert.Equal(AntwoordRefusal.AnswerMissing, Scoring.Check(Who5, []));
        Assert.Equal(AntwoordRefusal.QuestionUnknown, Scoring.Check(Who5, Numbered(5, 5, 5, 5, 5, 5)));
        Assert.Equal(AntwoordRefusal.QuestionTwice, Scoring.Check(Who5, [.. Numbered(5, 5, 5, 5), new("1", 5)]));
        Assert.Equal(AntwoordRefusal.OffTheScale, Scoring.Check(Who5, Numbered(5, 5, 5, 5, 6)));
        Assert.Equal(AntwoordRefusal.OffTheScale, Scoring.Check(Veerkracht, Numbered(0, 1, 1, 1, 1, 1)));
        Assert.Throws<ArgumentException>(() => Scoring.Of(Who5, []));
    }

    [Fact]
    public void Every_score_lies_on_its_scale_and_in_a_band() => Prop.ForAll(
        Answers(5, 0, 5),
        Answers(6, 1, 5),
        (who5, veerkracht) =>
        {
            var (wellbeing, resilience) = (Scoring.Of(Who5, Numbered(who5))[0].Waarde, Scoring.Of(Veerkracht, Numbered(veerkracht))[0].Waarde);
            return wellbeing is >= 0 and <= 100 && wellbeing % 4 == 0 && resilience is >= 1 and <= 5
                && Scoring.BandOf(Who5, wellbeing) is not null && Scoring.BandOf(Veerkracht, resilience) is not null;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Turning_every_answer_around_turns_the_score_around() => Prop.ForAll(
        Answers(6, 1, 5),
        answers =>
        {
            var turned = answers.Select(answer => 6 - answer).ToArray();
            return Math.Abs(Scoring.Of(Veerkracht, Numbered(answers))[0].Waarde + Scoring.Of(Veerkracht, Numbered(turned))[0].Waarde - 6) <= 0.01m;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_order_of_answers_does_not_matter() => Prop.ForAll(
        Answers(6, 1, 5),
        answers => Scoring.Of(Veerkracht, Numbered(answers)).SequenceEqual(Scoring.Of(Veerkracht, [.. Numbered(answers).Reverse()]))).QuickCheckThrowOnFailure();

    [Fact]
    public void Only_a_questionnaire_that_can_be_scored_is_published()
    {
        Assert.Null(VragenlijstRules.Check("eigen", Who5));
        Assert.Equal(VragenlijstRefusal.QuestionTwice, VragenlijstRules.Check("eigen", Who5 with { Vragen = [.. Who5.Vragen, Who5.Vragen[0]] }));
        Assert.Equal(VragenlijstRefusal.ScaleUpsideDown, VragenlijstRules.Check("eigen", Who5 with { Vragen = [new("1", 5, 5)] }));
        Assert.Equal(VragenlijstRefusal.FactorNotPositive, VragenlijstRules.Check("eigen", Who5 with { Factor = 0 }));
        Assert.Equal(VragenlijstRefusal.DimensieMissing, VragenlijstRules.Check("eigen", Who5 with { Wijze = Scoringswijze.PerDimensie }));
        Assert.Equal(VragenlijstRefusal.DimensieWithoutUse, VragenlijstRules.Check("eigen", Who5 with { Vragen = [new("1", 0, 5, Dimensie: Dimensie.Meedoen)] }));
        Assert.Equal(VragenlijstRefusal.BandsOutOfOrder, VragenlijstRules.Check("eigen", Who5 with { Banden = [new(0, "a"), new(0, "b")] }));
        Assert.Equal(VragenlijstRefusal.BandTwice, VragenlijstRules.Check("eigen", Who5 with { Banden = [new(0, "a"), new(1, "a")] }));
        Assert.Equal(VragenlijstRefusal.ScoreWithoutBand, VragenlijstRules.Check("eigen", Who5 with { Banden = [new(1, "a")] }));
    }

    [Fact]
    public void A_known_questionnaire_comes_with_its_published_scoring_or_not_at_all()
    {
        Assert.Null(VragenlijstRules.Check("who-5", Who5));
        Assert.Null(VragenlijstRules.Check("veerkracht", Veerkracht));
        Assert.Equal(VragenlijstRefusal.NotThePublishedScoring, VragenlijstRules.Check("who-5", Who5 with { Factor = 1 }));
        Assert.Equal(
            VragenlijstRefusal.NotThePublishedScoring,
            VragenlijstRules.Check("veerkracht", Veerkracht with { Vragen = [.. Veerkracht.Vragen.Select(vraag => vraag with { Omgekeerd = false })] }));
    }

    private static Antwoord[] Numbered(params int[] answers) => [.. answers.Select((answer, index) => new Antwoord($"{index + 1}", answer))];

    private static Arbitrary<int[]> Answers(int count, int lowest, int highest) => Gen.ArrayOf(Gen.Choose(lowest, highest), count).ToArbitrary();
}
