using GrozUtrecht.Gebieden;
using GrozUtrecht.Tijdbank.Domain;
using GrozUtrecht.Tijdbank.Domain.Uren;

namespace GrozUtrecht.Tijdbank.Tests.Uren;

public sealed class WerktijdTests
{
    private static readonly DateOnly Day = new(2026, 3, 14);

    [Theory]
    [InlineData(0, 90, null)]
    [InlineData(-366, 90, null)]
    [InlineData(1, 90, nameof(Werktijdfout.InTheFuture))]
    [InlineData(-367, 90, nameof(Werktijdfout.TooLongAgo))]
    [InlineData(0, 0, nameof(Werktijdfout.MinutesOutOfRange))]
    [InlineData(0, 1441, nameof(Werktijdfout.MinutesOutOfRange))]
    public void Hours_are_of_the_last_year_and_fit_in_a_day(int days, int minutes, string? fault) =>
        Assert.Equal(fault, new Werktijd(Day.AddDays(days), null, minutes).Check(Day)?.ToString());

    [Theory]
    [InlineData(840, 600, null)]
    [InlineData(841, 600, nameof(Werktijdfout.DayTooLong))]
    public void All_hours_of_a_day_together_are_at_most_24(int earlier, int minutes, string? fault) =>
        Assert.Equal(fault, new Werktijd(Day, null, minutes).CheckBeside([new(Day, null, earlier), new(Day.AddDays(-1), null, 1440)])?.ToString());

    [Theory]
    [InlineData("10:00", 60, "11:00", 60, false)]
    [InlineData("10:00", 61, "11:00", 60, true)]
    [InlineData("10:30", 10, "10:00", 60, true)]
    [InlineData(null, 60, "10:00", 60, false)]
    public void Known_times_do_not_overlap(string? begin, int minutes, string otherBegin, int otherMinutes, bool overlaps)
    {
        var tijd = new Werktijd(Day, begin is null ? null : TimeOnly.Parse(begin), minutes);
        Assert.Equal(overlaps, tijd.CheckBeside([new(Day, TimeOnly.Parse(otherBegin), otherMinutes)]) == Werktijdfout.Overlaps);
    }

    [Fact]
    public void Work_over_midnight_overlaps_the_next_day() =>
        Assert.Equal(Werktijdfout.Overlaps, new Werktijd(Day, new(0, 30), 60).CheckBeside([new(Day.AddDays(-1), new(23, 0), 120)]));

    [Theory]
    [InlineData("2026-07-01T22:30:00Z", "2026-07-02")]
    [InlineData("2026-01-01T22:30:00Z", "2026-01-01")]
    public void Today_is_today_in_the_Netherlands(string moment, string day) =>
        Assert.Equal(DateOnly.Parse(day), NederlandseTijd.DayOf(DateTimeOffset.Parse(moment)));
}
