using FsCheck;
using FsCheck.Fluent;
using GrozUtrecht.Lifestyle.Domain;

namespace GrozUtrecht.Lifestyle.Tests;

public sealed class RulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(ActiviteitStatus.Concept, 1, null)]
    [InlineData(ActiviteitStatus.Ingetrokken, 1, null)]
    [InlineData(ActiviteitStatus.Concept, 0, ActiviteitRefusal.NoSessieToCome)]
    [InlineData(ActiviteitStatus.Ingetrokken, 0, ActiviteitRefusal.NoSessieToCome)]
    [InlineData(ActiviteitStatus.Gepubliceerd, 1, ActiviteitRefusal.AlreadyPublished)]
    [InlineData(ActiviteitStatus.Gepubliceerd, 0, ActiviteitRefusal.AlreadyPublished)]
    internal void Only_an_unpublished_activity_with_a_session_to_come_is_published(
        ActiviteitStatus status, int sessiesToCome, ActiviteitRefusal? refusal) =>
        Assert.Equal(refusal, ActiviteitRules.Publish(status, sessiesToCome));

    [Theory]
    [InlineData(ActiviteitStatus.Concept, ActiviteitRefusal.NotPublished)]
    [InlineData(ActiviteitStatus.Gepubliceerd, null)]
    [InlineData(ActiviteitStatus.Ingetrokken, ActiviteitRefusal.NotPublished)]
    internal void Only_a_published_activity_is_withdrawn(ActiviteitStatus status, ActiviteitRefusal? refusal) =>
        Assert.Equal(refusal, ActiviteitRules.Withdraw(status));

    [Theory]
    [InlineData(0, true, null)]
    [InlineData(1, true, ActiviteitRefusal.GratisHasPrice)]
    [InlineData(1, false, null)]
    [InlineData(0, false, null)]
    internal void What_is_called_free_costs_nothing(int prijsCenten, bool calledFree, ActiviteitRefusal? refusal) =>
        Assert.Equal(refusal, ActiviteitRules.Describe([Dimensie.Meedoen], calledFree ? [Drempel.Gratis] : [], prijsCenten));

    [Theory]
    [InlineData(1, 15, null)]
    [InlineData(1, 14, SessieRefusal.TooShort)]
    [InlineData(1, 720, null)]
    [InlineData(1, 721, SessieRefusal.TooLong)]
    [InlineData(1, 0, SessieRefusal.EndsBeforeItBegins)]
    [InlineData(0, 60, SessieRefusal.InThePast)]
    [InlineData(730 * 24 * 60, 60, null)]
    [InlineData((730 * 24 * 60) + 1, 60, SessieRefusal.TooFarAhead)]
    internal void A_session_keeps_within_its_limits(int minutesAhead, int lengthMinutes, SessieRefusal? refusal)
    {
        var begins = Now.AddMinutes(minutesAhead);

        Assert.Equal(refusal, SessieRules.Add(0, begins, begins.AddMinutes(lengthMinutes), Now));
    }

    [Fact]
    public void An_activity_with_its_fill_of_sessions_takes_no_more()
    {
        Assert.Null(SessieRules.Add(SessieRules.MaximumToCome - 1, Now.AddDays(1), Now.AddDays(1).AddHours(1), Now));
        Assert.Equal(SessieRefusal.TooMany, SessieRules.Add(SessieRules.MaximumToCome, Now.AddDays(1), Now.AddDays(1).AddHours(1), Now));
    }

    [Fact]
    public void A_session_is_accepted_when_and_only_when_it_lies_ahead_and_is_of_a_sound_length() =>
        Prop.ForAll(Minutes(-2_000, 2_000_000), Minutes(-100, 1_000), (ahead, length) =>
        {
            var refused = SessieRules.Add(0, Now.AddMinutes(ahead), Now.AddMinutes(ahead + length), Now) is not null;
            return refused == (ahead is < 1 or > 730 * 24 * 60 || length is < 15 or > 12 * 60);
        }).QuickCheckThrowOnFailure();

    private static Arbitrary<int> Minutes(int lowest, int highest) => Gen.Choose(lowest, highest).ToArbitrary();
}
