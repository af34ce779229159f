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
    public void Whatever_two_moments_are_asked_an_accepted_session_lies_ahead_and_is_of_a_sound_length() =>
        Prop.ForAll<DateTimeOffset, DateTimeOffset>((begins, ends) =>
            SessieRules.Add(0, begins, ends, Now) is not null
            || (begins > Now && ends - begins >= TimeSpan.FromMinutes(15) && ends - begins <= TimeSpan.FromHours(12)))
            .QuickCheckThrowOnFailure();
}
