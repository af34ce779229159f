using GrozUtrecht.Gebieden;
using GrozUtrecht.Support.Domain;
using GrozUtrecht.Support.Domain.Agenda;

namespace GrozUtrecht.Support.Tests.Agenda;

public sealed class PatroonTests
{
    private static readonly Patroon EveryTuesday = new([DayOfWeek.Tuesday], 1, new(10, 0), new(11, 0), new(2026, 10, 20), new(2026, 11, 3));

    [Fact]
    public void Ten_o_clock_stays_ten_o_clock_when_summer_time_ends() => Assert.Equal(
        [Utc(2026, 10, 20, 8), Utc(2026, 10, 27, 9), Utc(2026, 11, 3, 9)],
        EveryTuesday.Expand().Select(venster => venster.Van));

    [Fact]
    public void Every_other_week_goes_on_over_the_end_of_a_year_with_53_weeks() => Assert.Equal(
        [new(2026, 12, 17), new(2026, 12, 31), new(2027, 1, 14)],
        (EveryTuesday with { Dagen = [DayOfWeek.Thursday], IedereWeken = 2, EersteDatum = new(2026, 12, 15), LaatsteDatum = new(2027, 1, 20) })
            .Expand().Select(venster => NederlandseTijd.DayOf(venster.Van)));

    [Fact]
    public void More_days_a_week_come_in_order_of_time() => Assert.Equal(
        [new(2026, 10, 20), new(2026, 10, 23), new(2026, 10, 27)],
        (EveryTuesday with { Dagen = [DayOfWeek.Friday, DayOfWeek.Tuesday], LaatsteDatum = new(2026, 10, 27) })
            .Expand().Select(venster => NederlandseTijd.DayOf(venster.Van)));

    [Fact]
    public void A_night_ends_on_the_next_day_and_is_an_hour_longer_when_the_clock_goes_back()
    {
        var night = new Patroon([DayOfWeek.Saturday], 1, new(22, 0), new(8, 0), new(2026, 10, 17), new(2026, 10, 24));
        Assert.Equal([10, 11], night.Expand().Select(venster => (venster.Tot - venster.Van).TotalHours));
    }

    [Fact]
    public void An_hour_that_summer_time_skips_is_an_hour_later()
    {
        var skipped = new Patroon([DayOfWeek.Sunday], 1, new(2, 30), new(4, 0), new(2027, 3, 28), new(2027, 3, 28));
        Assert.Equal(Utc(2027, 3, 28, 1).AddMinutes(30), skipped.Expand().Single().Van);
    }

    [Theory]
    [InlineData("2026-10-21", "2026-10-26", 60, "geen enkele beurt")]
    [InlineData("2026-10-20", "2026-10-19", 60, "laatste datum")]
    [InlineData("2026-10-20", "2027-10-22", 60, "laatste datum")]
    [InlineData("2026-10-20", "2026-10-20", 61, "past de duur niet")]
    public void What_cannot_be_followed_is_refused_with_the_reason(string first, string last, int durationMinutes, string reason)
    {
        var patroon = EveryTuesday with { EersteDatum = DateOnly.Parse(first, null), LaatsteDatum = DateOnly.Parse(last, null) };
        Assert.Contains(reason, patroon.WhyNot(durationMinutes), StringComparison.Ordinal);
    }

    [Fact]
    public void A_series_has_an_end() => Assert.Contains(
        "200",
        (EveryTuesday with { Dagen = Enum.GetValues<DayOfWeek>(), LaatsteDatum = new(2027, 10, 20) }).WhyNot(60),
        StringComparison.Ordinal);

    private static DateTimeOffset Utc(int year, int month, int day, int hour) => new(year, month, day, hour, 0, 0, TimeSpan.Zero);
}
