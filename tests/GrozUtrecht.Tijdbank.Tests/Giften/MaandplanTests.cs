using System.Globalization;
using GrozUtrecht.Tijdbank.Domain.Giften;

namespace GrozUtrecht.Tijdbank.Tests.Giften;

public sealed class MaandplanTests
{
    [Theory]
    [InlineData("2030-01-31", 1, null, "2030-01-31", null, "2030-02-01")]
    [InlineData("2030-01-31", 28, null, "2030-01-31", null, "2030-02-28")]
    [InlineData("2030-12-15", 10, null, "2030-12-31", null, "2031-01-10")]
    [InlineData("2030-12-01", 28, null, "2030-12-28", "2030-12-01", "2031-01-28")]
    [InlineData("2030-12-01", 28, null, "2031-01-05", "2030-12-01", "2031-01-28")]
    [InlineData("2030-01-01", 10, null, "2030-06-20", "2030-05-01", "2030-07-10")]
    [InlineData("2030-05-11", 10, null, "2030-05-20", null, "2030-06-10")]
    [InlineData("2030-01-01", 10, "2030-05-31", "2030-06-20", "2030-05-01", null)]
    [InlineData("2030-05-01", 10, "2030-05-09", "2030-05-10", null, null)]
    [InlineData("2032-01-31", 28, null, "2032-02-29", "2032-02-01", "2032-03-28")]
    public void A_day_gives_for_its_month_or_the_one_before_and_plans_the_next(
        string start, int day, string? end, string today, string? month, string? next)
    {
        var plan = new Maandplan(Date(start), day, end is null ? null : Date(end));
        Assert.Equal(month is null ? null : Date(month), plan.MonthToGive(Date(today), []));
        Assert.Equal(next is null ? null : Date(next), plan.NextDay(Date(today), []));
    }

    [Fact]
    public void A_round_that_was_missed_for_half_a_year_catches_up_one_month_and_this_one()
    {
        var plan = new Maandplan(Date("2030-01-01"), 10, null);
        var today = Date("2030-07-15");
        List<Maandbeurt> turns = [];
        while (plan.MonthToGive(today, turns) is { } month)
            turns.Add(new(month, IsGiven: true, 1, today));
        Assert.Equal([Date("2030-06-01"), Date("2030-07-01")], turns.Select(turn => turn.Maand));
        Assert.Equal(Date("2030-08-10"), plan.NextDay(today, turns));
    }

    [Fact]
    public void A_refusal_is_tried_once_a_day_on_three_more_days_also_across_the_year()
    {
        var plan = new Maandplan(Date("2030-12-01"), 28, null);
        var month = Date("2030-12-01");
        List<DateOnly> tried = [];
        Maandbeurt? turn = null;
        for (var today = Date("2030-12-28"); today < Date("2031-01-28"); today = today.AddDays(1))
        {
            while (plan.MonthToGive(today, turn is null ? [] : [turn]) is { } due)
            {
                Assert.Equal(month, due);
                tried.Add(today);
                turn = new(month, IsGiven: false, tried.Count, today);
            }

            if (tried.Count < Maandbeurt.MaximumAttempts)
                Assert.Equal(today.AddDays(1), plan.NextDay(today, [turn!]));
        }

        Assert.Equal([Date("2030-12-28"), Date("2030-12-29"), Date("2030-12-30"), Date("2030-12-31")], tried);
        Assert.Equal(Date("2031-01-28"), plan.NextDay(Date("2031-01-01"), [turn!]));
    }

    [Fact]
    public void A_month_that_was_given_is_not_given_again_on_a_later_day_of_it()
    {
        var turn = new Maandbeurt(Date("2030-03-01"), IsGiven: true, 1, Date("2030-03-01"));
        Assert.Null(new Maandplan(Date("2030-03-10"), 20, null).MonthToGive(Date("2030-03-25"), [turn]));
    }

    private static DateOnly Date(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
