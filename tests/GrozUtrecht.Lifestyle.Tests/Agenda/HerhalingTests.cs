using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using GrozUtrecht.Gebieden;
using GrozUtrecht.Lifestyle.Domain.Agenda;

namespace GrozUtrecht.Lifestyle.Tests.Agenda;

public sealed class HerhalingTests
{
    private static readonly DateOnly Start = new(2026, 11, 23);

    [Fact]
    public void The_last_friday_of_the_month_is_found_in_every_month() => Assert.Equal(
        "2026-11-27 2026-12-25 2027-01-29 2027-02-26 2027-03-26 2027-04-30",
        Text(new Herhaling(Frequentie.Maandelijks, 1, [Weekdag.Vrijdag], WeekVanMaand: Maandweek.Laatste).Days(Start, new(2027, 4, 30))));

    [Fact]
    public void A_month_without_a_31st_is_passed_over() => Assert.Equal(
        "2026-12-31 2027-01-31 2027-03-31 2027-05-31 2027-07-31",
        Text(new Herhaling(Frequentie.Maandelijks, 1, [], DagVanMaand: 31).Days(Start, new(2027, 8, 1))));

    [Fact]
    public void The_last_day_of_the_month_is_there_in_every_month_and_knows_leap_years() => Assert.Equal(
        "2027-12-31 2028-01-31 2028-02-29 2028-03-31",
        Text(new Herhaling(Frequentie.Maandelijks, 1, [], DagVanMaand: Herhaling.LaatsteDag).Days(new(2027, 12, 1), new(2028, 4, 1))));

    [Fact]
    public void A_yearly_leap_day_comes_only_in_leap_years() => Assert.Equal(
        "2028-02-29 2032-02-29",
        Text(new Herhaling(Frequentie.Maandelijks, 12, [], DagVanMaand: 29).Days(new(2028, 2, 1), new(2032, 12, 1))));

    [Fact]
    public void Every_other_week_counts_from_the_first_week_that_has_a_day() => Assert.Equal(
        // The Wednesday of the first week is past on a Thursday: counting begins a week later.
        "2026-12-02 2026-12-16 2026-12-30",
        Text(new Herhaling(Frequentie.Wekelijks, 2, [Weekdag.Woensdag]).Days(new(2026, 11, 26), new(2027, 1, 1))));

    [Fact]
    public void A_week_begins_on_monday() => Assert.Equal(
        "2026-11-29 2026-12-07 2026-12-13",
        Text(new Herhaling(Frequentie.Wekelijks, 2, [Weekdag.Zondag, Weekdag.Maandag]).Days(new(2026, 11, 24), new(2026, 12, 20))));

    [Fact]
    public void Every_day_fits_the_rule_and_none_comes_twice() => Prop.ForAll(Regels.Any(), regel =>
    {
        var (herhaling, start) = regel;
        var days = herhaling.Days(start, start.AddYears(3)).ToList();
        return days.SequenceEqual(days.Distinct().Order())
            && days.TrueForAll(day => day >= start && day <= start.AddYears(3) && Fits(herhaling, day, days[0]));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public async Task Another_implementation_of_the_standard_names_the_same_days()
    {
        // A recurrence set begins at its first day, so the other one is asked from the first day that we found.
        var rules = Gen.Sample(Regels.Any().Generator, 400)
            .Select(regel => (regel.Herhaling, Days: regel.Herhaling.Days(regel.Start, regel.Start.AddYears(4)).Take(40).ToArray()))
            .Where(regel => regel.Days.Length > 0)
            .ToList();

        var theirs = await SecondParser.ExpandAsync(rules.Select(rule => (Regels.RRule(rule.Herhaling), rule.Days[0], rule.Days.Length)));

        Assert.True(rules.Count > 300, "Most rules name days.");
        Assert.All(rules.Zip(theirs), pair => Assert.Equal((Regels.RRule(pair.First.Herhaling), Text(pair.First.Days)), (Regels.RRule(pair.First.Herhaling), Text(pair.Second))));
    }

    private static bool Fits(Herhaling herhaling, DateOnly day, DateOnly first) => herhaling.Frequentie switch
    {
        Frequentie.Dagelijks => (day.DayNumber - first.DayNumber) % herhaling.Elke == 0,
        Frequentie.Wekelijks => herhaling.Weekdagen.Any(weekdag => Is(weekdag, day))
            && (NederlandseTijd.WeekOf(day).DayNumber - NederlandseTijd.WeekOf(first).DayNumber) / 7 % herhaling.Elke == 0,
        _ => FitsMonth(herhaling, day) && (((day.Year - first.Year) * 12) + day.Month - first.Month) % herhaling.Elke == 0,
    };

    private static bool FitsMonth(Herhaling herhaling, DateOnly day)
    {
        var isLastDay = day.AddDays(1).Month != day.Month;
        return herhaling.WeekVanMaand switch
        {
            null => herhaling.DagVanMaand == Herhaling.LaatsteDag ? isLastDay : herhaling.DagVanMaand == day.Day,
            Maandweek.Laatste => Is(herhaling.Weekdagen[0], day) && day.AddDays(7).Month != day.Month,
            { } week => Is(herhaling.Weekdagen[0], day) && (day.Day - 1) / 7 == (int)week,
        };
    }

    private static bool Is(Weekdag weekdag, DateOnly day) => (int)day.DayOfWeek == ((int)weekdag + 1) % 7;

    private static string Text(IEnumerable<DateOnly> days) => string.Join(' ', days.Select(day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
}
