using GrozUtrecht.Lifestyle.Domain.Arrangementen;
using GrozUtrecht.Lifestyle.Domain.Metingen;

namespace GrozUtrecht.Lifestyle.Tests.Metingen;

public sealed class MeetplanTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void There_are_four_moments_of_which_no_two_are_open_at_once()
    {
        var plan = Meetplan.From(new(2026, 3, 31));

        Assert.Equal([0, 3, 6, 12], plan.Select(moment => moment.Maanden));
        Assert.Equal(new Meetmoment(0, new(2026, 3, 31), new(2026, 4, 28)), plan[0]);
        // The 31st of June does not exist: it is the 30th.
        Assert.Equal(new Meetmoment(3, new(2026, 6, 16), new(2026, 7, 28)), plan[1]);
        Assert.All(plan.Zip(plan.Skip(1)), pair => Assert.True(pair.First.SluitDatum < pair.Second.OpentDatum));
    }

    [Fact]
    public void Both_the_first_and_the_last_day_of_a_moment_count()
    {
        var moment = Meetplan.From(new(2026, 1, 1))[1];

        Assert.Equal(MeetmomentStatus.Komt, Meetplan.StatusOf(moment, false, moment.OpentDatum.AddDays(-1)));
        Assert.Equal(MeetmomentStatus.Open, Meetplan.StatusOf(moment, false, moment.OpentDatum));
        Assert.Equal(MeetmomentStatus.Open, Meetplan.StatusOf(moment, false, moment.SluitDatum));
        Assert.Equal(MeetmomentStatus.Gemist, Meetplan.StatusOf(moment, false, moment.SluitDatum.AddDays(1)));
        Assert.Equal(MeetmomentStatus.Gedaan, Meetplan.StatusOf(moment, true, moment.SluitDatum.AddDays(1)));
    }

    [Theory]
    [InlineData(ArrangementStatus.Lopend, true, MeetmomentStatus.Open, null)]
    [InlineData(ArrangementStatus.Afgerond, true, MeetmomentStatus.Open, null)]
    [InlineData(ArrangementStatus.Gestopt, true, MeetmomentStatus.Open, MetingRefusal.ArrangementNotRunning)]
    [InlineData(ArrangementStatus.Overeengekomen, true, MeetmomentStatus.Komt, MetingRefusal.ArrangementNotRunning)]
    [InlineData(ArrangementStatus.Lopend, false, MeetmomentStatus.Open, MetingRefusal.ToestemmingMissing)]
    [InlineData(ArrangementStatus.Lopend, true, MeetmomentStatus.Komt, MetingRefusal.TooEarly)]
    [InlineData(ArrangementStatus.Lopend, true, MeetmomentStatus.Gemist, MetingRefusal.TooLate)]
    [InlineData(ArrangementStatus.Lopend, true, MeetmomentStatus.Gedaan, MetingRefusal.Settled)]
    internal void A_measurement_is_taken_while_its_moment_is_open(
        ArrangementStatus status, bool hasToestemming, MeetmomentStatus moment, MetingRefusal? refusal) =>
        Assert.Equal(refusal, MetingRules.Submit(status, hasToestemming, moment, sentIn: null, Now));

    [Fact]
    public void A_measurement_is_corrected_for_seven_days_and_no_longer()
    {
        Assert.Null(Correct(Now.AddDays(-7)));
        Assert.Equal(MetingRefusal.Settled, Correct(Now.AddDays(-7).AddSeconds(-1)));

        static MetingRefusal? Correct(DateTimeOffset sentIn) => MetingRules.Submit(ArrangementStatus.Lopend, true, MeetmomentStatus.Gedaan, sentIn, Now);
    }

    [Theory]
    [InlineData(0, false, new Keer[] { })]
    [InlineData(1, false, new[] { Keer.Eerste })]
    [InlineData(2, false, new[] { Keer.Eerste })]
    [InlineData(3, false, new[] { Keer.Eerste, Keer.Derde })]
    [InlineData(9, false, new[] { Keer.Eerste, Keer.Derde })]
    [InlineData(0, true, new Keer[] { })]
    [InlineData(1, true, new[] { Keer.Eerste })]
    [InlineData(2, true, new[] { Keer.Eerste, Keer.Laatste })]
    [InlineData(3, true, new[] { Keer.Eerste, Keer.Derde })]
    [InlineData(4, true, new[] { Keer.Eerste, Keer.Derde, Keer.Laatste })]
    public void After_the_first_the_third_and_the_last_time_people_are_asked_and_never_twice_about_one_time(int times, bool isEnded, Keer[] due) =>
        Assert.Equal(due, Ervaringsvragen.Due(times, isEnded));

    [Fact]
    public void An_arrangement_goes_from_proposal_to_agreement_to_a_start_to_an_end()
    {
        Assert.Equal(ArrangementRefusal.NotAgreed, ArrangementRules.Start(ArrangementStatus.Voorgesteld));
        Assert.Null(ArrangementRules.Agree(ArrangementStatus.Voorgesteld, 2, 2, isAgreed: false));
        Assert.Equal(ArrangementRefusal.NotTheLatestVersion, ArrangementRules.Agree(ArrangementStatus.Lopend, 1, 2, isAgreed: false));
        Assert.Equal(ArrangementRefusal.AgreedBefore, ArrangementRules.Agree(ArrangementStatus.Lopend, 2, 2, isAgreed: true));
        Assert.Null(ArrangementRules.Start(ArrangementStatus.Overeengekomen));
        Assert.Equal(ArrangementRefusal.AlreadyRunning, ArrangementRules.Start(ArrangementStatus.Lopend));
        Assert.Equal(ArrangementRefusal.NotRunning, ArrangementRules.End(ArrangementStatus.Voorgesteld, Afloop.Afgerond));
        Assert.Null(ArrangementRules.End(ArrangementStatus.Voorgesteld, Afloop.Gestopt));
        Assert.Equal(ArrangementRefusal.TooManyVersions, ArrangementRules.Propose(ArrangementStatus.Lopend, ArrangementRules.MaximumVersions));
    }

    [Theory]
    [InlineData(ArrangementStatus.Afgerond)]
    [InlineData(ArrangementStatus.Gestopt)]
    public void What_has_ended_stays_ended(ArrangementStatus ended)
    {
        Assert.Equal(ArrangementRefusal.Ended, ArrangementRules.Propose(ended, 1));
        Assert.Equal(ArrangementRefusal.Ended, ArrangementRules.Agree(ended, 1, 1, isAgreed: false));
        Assert.Equal(ArrangementRefusal.Ended, ArrangementRules.Start(ended));
        Assert.Equal(ArrangementRefusal.Ended, ArrangementRules.End(ended, Afloop.Gestopt));
    }
}
