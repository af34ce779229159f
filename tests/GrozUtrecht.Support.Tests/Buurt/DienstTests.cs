using GrozUtrecht.Gebieden;
using GrozUtrecht.Support.Domain;
using GrozUtrecht.Support.Domain.Buurten;

namespace GrozUtrecht.Support.Tests.Buurt;

public sealed class DienstTests
{
    [Fact]
    public void A_weekly_duty_keeps_its_hours_when_summer_time_ends()
    {
        var diensten = Dienst.Weekly(new(2026, 10, 20), new(9, 0), new(17, 0), 2);

        Assert.Equal(new DateTimeOffset(2026, 10, 20, 7, 0, 0, TimeSpan.Zero), diensten[0].BegintOp);
        Assert.Equal(new DateTimeOffset(2026, 10, 27, 8, 0, 0, TimeSpan.Zero), diensten[1].BegintOp);
        Assert.All(diensten, dienst => Assert.Equal(TimeSpan.FromHours(8), dienst.EindigtOp - dienst.BegintOp));
    }

    [Fact]
    public void A_night_in_which_the_clock_changes_is_an_hour_longer_or_shorter()
    {
        Assert.Equal(TimeSpan.FromHours(9), Length(Dienst.Weekly(new(2026, 10, 24), new(22, 0), new(6, 0), 1)[0]));
        Assert.Equal(TimeSpan.FromHours(7), Length(Dienst.Weekly(new(2026, 3, 28), new(22, 0), new(6, 0), 1)[0]));
    }

    [Fact]
    public void Every_duty_has_a_length_and_the_hours_that_were_asked_in_every_week_of_two_years()
    {
        TimeOnly[] hours = [new(0, 0), new(1, 30), new(2, 0), new(2, 30), new(3, 0), new(9, 0), new(18, 0), new(23, 59)];
        foreach (var (from, until) in hours.SelectMany(from => hours.Where(until => until != from).Select(until => (from, until))))
        {
            foreach (var dienst in Dienst.Weekly(new(2026, 3, 1), from, until, 104))
            {
                Assert.True(dienst.EindigtOp > dienst.BegintOp, $"{from} {until} {dienst}");
                // The hour that summer time skips cannot be on the wall.
                Assert.True(TimeOnly.FromDateTime(NederlandseTijd.WallClock(dienst.BegintOp)) == from || from.Hour == 2, $"{from} {until} {dienst}");
            }
        }
    }

    [Fact]
    public void A_duty_has_an_end_after_its_begin_and_is_not_too_long_or_far_away()
    {
        var now = new DateTimeOffset(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

        Assert.True(new Dienst(now, now.AddHours(16)).CanStand(now));
        Assert.False(new Dienst(now, now).CanStand(now));
        Assert.False(new Dienst(now, now.AddHours(16.1)).CanStand(now));
        Assert.False(new Dienst(now.AddDays(-8), now.AddDays(-8).AddHours(1)).CanStand(now));
        Assert.False(new Dienst(now.AddDays(367), now.AddDays(367).AddHours(1)).CanStand(now));
    }

    private static TimeSpan Length(Dienst dienst) => dienst.EindigtOp - dienst.BegintOp;
}
