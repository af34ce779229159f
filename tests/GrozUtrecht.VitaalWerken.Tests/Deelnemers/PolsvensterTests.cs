using FsCheck;
using FsCheck.Fluent;
using GrozUtrecht.VitaalWerken.Domain.Deelnemers;

namespace GrozUtrecht.VitaalWerken.Tests.Deelnemers;

public sealed class PolsvensterTests
{
    private static readonly DateOnly Begin = new(2026, 3, 2);

    [Fact]
    public void At_most_one_pulse_is_open_on_any_day() =>
        Prop.ForAll(Gen.Choose(0, 400).ToArbitrary(), Gen.Choose(-30, 500).ToArbitrary(), Gen.Choose(-1, 450).ToArbitrary(), (length, day, closing) =>
            Assert.InRange(Open(length, Begin.AddDays(day), closing < 0 ? null : Begin.AddDays(closing)).Count(), 0, 1)).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(-20, Polsmoment.Start)]
    [InlineData(7, Polsmoment.Start)]
    [InlineData(30, Polsmoment.Midden)]
    [InlineData(60, Polsmoment.Einde)]
    [InlineData(90, Polsmoment.Einde)]
    public void On_these_days_of_two_months_this_pulse_is_open(int day, Polsmoment moment) =>
        Assert.Equal([moment], Open(60, Begin.AddDays(day), null));

    [Theory]
    [InlineData(8)]
    [InlineData(23)]
    [InlineData(37)]
    public void On_these_days_of_two_months_no_pulse_is_open(int day) => Assert.Empty(Open(60, Begin.AddDays(day), null));

    [Fact]
    public void The_last_pulse_ends_a_fortnight_after_the_closing()
    {
        Assert.NotEmpty(Open(60, Begin.AddDays(79), Begin.AddDays(65)));
        Assert.Empty(Open(60, Begin.AddDays(80), Begin.AddDays(65)));
    }

    [Fact]
    public void A_programme_of_less_than_four_weeks_has_no_middle() => Assert.Null(Polsvenster.Of(Polsmoment.Midden, Begin, Begin.AddDays(27), null));

    private static IEnumerable<Polsmoment> Open(int length, DateOnly day, DateOnly? afgesloten) =>
        Enum.GetValues<Polsmoment>().Where(moment => Polsvenster.Of(moment, Begin, Begin.AddDays(length), afgesloten) is { } venster && venster.IsOpenOn(day));
}
