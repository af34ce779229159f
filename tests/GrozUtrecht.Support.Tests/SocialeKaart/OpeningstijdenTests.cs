using GrozUtrecht.Gebieden;
using GrozUtrecht.Support.Domain;
using GrozUtrecht.Support.Domain.SocialeKaart;

namespace GrozUtrecht.Support.Tests.SocialeKaart;

public sealed class OpeningstijdenTests
{
    private static readonly Guid Here = new("019a0000-0000-7000-8000-000000000001");
    private static readonly Guid There = new("019a0000-0000-7000-8000-000000000002");
    private static readonly DateOnly Sunday = new(2026, 11, 22);

    [Theory]
    [InlineData("2026-11-23T08:00:00Z", true)]
    [InlineData("2026-11-23T07:59:59Z", false)]
    [InlineData("2026-11-23T11:29:59Z", true)]
    [InlineData("2026-11-23T11:30:00Z", false)]
    [InlineData("2026-11-24T09:00:00Z", false)]
    [InlineData("2026-07-06T07:00:00Z", true)]
    [InlineData("2026-07-06T10:30:00Z", false)]
    public void It_is_open_in_hours_on_the_wall_in_winter_and_in_summer(string moment, bool isOpen) =>
        Assert.Equal(isOpen, Weekly(Weekdag.Maandag, 540, 750).IsOpenAt(DateTimeOffset.Parse(moment)));

    [Theory]
    [InlineData("2026-11-27T21:00:00Z", true)]
    [InlineData("2026-11-28T01:29:00Z", true)]
    [InlineData("2026-11-28T01:30:00Z", false)]
    [InlineData("2026-11-28T21:00:00Z", false)]
    public void A_period_may_run_past_midnight(string moment, bool isOpen) =>
        Assert.Equal(isOpen, Weekly(Weekdag.Vrijdag, 1320, 150).IsOpenAt(DateTimeOffset.Parse(moment)));

    [Fact]
    public void Equal_times_are_a_whole_day()
    {
        var opening = Assert.Single(Weekly(Weekdag.Zondag, 0, 0).Between(Sunday, Sunday));

        Assert.Equal(TimeSpan.FromHours(24), opening.End - opening.Begin);
    }

    [Theory]
    [InlineData("2026-03-29", 23)]
    [InlineData("2026-10-25", 25)]
    public void A_whole_day_is_as_long_as_the_day_on_which_the_clock_changes(string day, int hours)
    {
        var opening = Assert.Single(Weekly(Weekdag.Zondag, 0, 0).Between(DateOnly.Parse(day), DateOnly.Parse(day)));

        Assert.Equal(TimeSpan.FromHours(hours), opening.End - opening.Begin);
    }

    [Theory]
    // The clock goes from 02:00 to 03:00 at 01:00 UTC.
    [InlineData("2026-03-29", 60, 150, "2026-03-29T00:00:00Z", "2026-03-29T01:00:00Z")]
    [InlineData("2026-03-29", 150, 240, "2026-03-29T01:00:00Z", "2026-03-29T02:00:00Z")]
    [InlineData("2026-03-29", 60, 240, "2026-03-29T00:00:00Z", "2026-03-29T02:00:00Z")]
    // The clock goes from 03:00 back to 02:00 at 01:00 UTC.
    [InlineData("2026-10-25", 60, 150, "2026-10-24T23:00:00Z", "2026-10-25T00:30:00Z")]
    [InlineData("2026-10-25", 60, 180, "2026-10-24T23:00:00Z", "2026-10-25T02:00:00Z")]
    [InlineData("2026-10-25", 150, 240, "2026-10-25T00:30:00Z", "2026-10-25T03:00:00Z")]
    public void The_nights_on_which_the_clock_changes_have_the_hours_of_the_wall(string day, int from, int to, string begin, string end)
    {
        var opening = Assert.Single(Weekly(Weekdag.Zondag, from, to).Between(DateOnly.Parse(day), DateOnly.Parse(day)));

        Assert.Equal((DateTimeOffset.Parse(begin), DateTimeOffset.Parse(end)), (opening.Begin, opening.End));
    }

    [Fact]
    public void What_lies_in_the_hour_that_is_skipped_is_not_open() =>
        Assert.Empty(Weekly(Weekdag.Zondag, 130, 170).Between(new(2026, 3, 29), new(2026, 3, 29)));

    [Fact]
    public void A_day_that_differs_replaces_the_usual_hours()
    {
        var tijden = Weekly(Weekdag.Zondag, 600, 720) with
        {
            Afwijkend = [new(Sunday, Sunday.AddDays(1), 780, 840, "Feest", null), new(Sunday.AddDays(7), Sunday.AddDays(7), null, null, null, null)],
        };

        Assert.Equal(
            [(Sunday, 13), (Sunday.AddDays(1), 13), (Sunday.AddDays(14), 10)],
            tijden.Between(Sunday, Sunday.AddDays(14)).Select(it => (NederlandseTijd.DayOf(it.Begin), NederlandseTijd.WallClock(it.Begin).Hour)));
    }

    [Fact]
    public void Closed_at_one_place_is_open_at_another()
    {
        var tijden = new Openingstijden(
            [new(Weekdag.Zondag, 600, 720, Here), new(Weekdag.Zondag, 780, 840, There), new(Weekdag.Zondag, 900, 960, null)],
            [new(Sunday, Sunday, null, null, null, Here)]);

        Assert.Equal([There, (Guid?)null], tijden.Between(Sunday, Sunday).Select(opening => opening.LocatieId));
    }

    [Fact]
    public void Wrong_hours_are_told_apart()
    {
        var good = Weekly(Weekdag.Zondag, 600, 720);
        Assert.Null(good.Check([]));
        Assert.Null((good with { Week = [.. good.Week, new(Weekdag.Zondag, 720, 800, null), new(Weekdag.Zondag, 600, 720, Here)] }).Check([Here]));
        Assert.Equal(OpeningstijdenFault.LocatieForeign, (good with { Week = [new(Weekdag.Zondag, 600, 720, Here)] }).Check([There]));
        Assert.Equal(OpeningstijdenFault.LocatieForeign, Deviating(Sunday, Sunday, null, null, Here).Check([]));
        Assert.Equal(OpeningstijdenFault.Overlap, (good with { Week = [.. good.Week, new(Weekdag.Zondag, 719, 800, null)] }).Check([]));
        Assert.Equal(OpeningstijdenFault.TimeIncomplete, Deviating(Sunday, Sunday, 600, null).Check([]));
        Assert.Equal(OpeningstijdenFault.DatesReversed, Deviating(Sunday, Sunday.AddDays(-1), null, null).Check([]));
        Assert.Equal(OpeningstijdenFault.DateUnlikely, Deviating(DateOnly.MaxValue, DateOnly.MaxValue, null, null).Check([]));
        Assert.Equal(OpeningstijdenFault.DateUnlikely, Deviating(DateOnly.MinValue, DateOnly.MinValue, null, null).Check([]));
        Assert.Equal(OpeningstijdenFault.PeriodTooLong, Deviating(Sunday, Sunday.AddDays(367), null, null).Check([]));
    }

    [Fact]
    public void The_seasons_of_a_year_touch_and_change_their_offset_on_the_last_Sundays()
    {
        Assert.Equal(
            [
                new(new(2026, 10, 25), new(2027, 3, 27), TimeSpan.FromHours(1)),
                new(new(2027, 3, 28), new(2027, 10, 30), TimeSpan.FromHours(2)),
            ],
            Seizoen.CurrentAndNext(Sunday));
        Assert.Equal(Seizoen.CurrentAndNext(Sunday), Seizoen.CurrentAndNext(new(2027, 3, 27)));
        Assert.Equal(Seizoen.CurrentAndNext(Sunday)[1], Seizoen.CurrentAndNext(new(2027, 3, 28))[0]);
    }

    [Fact]
    public void An_entry_verified_at_the_end_of_a_month_is_due_at_the_end_of_another() =>
        Assert.Equal(new DateOnly(2027, 2, 28), Verificatie.On(new(2026, 8, 31), 6).VoorDatum);

    private static Openingstijden Weekly(Weekdag day, int from, int to) => new([new(day, from, to, null)], []);

    private static Openingstijden Deviating(DateOnly from, DateOnly to, int? begin, int? end, Guid? locatieId = null) =>
        new([], [new(from, to, begin, end, null, locatieId)]);
}
