using FsCheck;
using FsCheck.Fluent;
using GrozUtrecht.Gebieden;
using GrozUtrecht.Lifestyle.Domain.Agenda;

namespace GrozUtrecht.Lifestyle.Tests.Agenda;

public sealed class ReeksplanTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly HashSet<DateOnly> None = [];

    [Theory]
    [InlineData("2026-03-22", "18:00")]
    [InlineData("2026-03-29", "17:00")]
    [InlineData("2026-10-18", "17:00")]
    [InlineData("2026-10-25", "18:00")]
    public void Seven_in_the_evening_stays_seven_in_the_evening_when_the_clock_changes(string day, string utc)
    {
        var sessie = Plan(Weekly(Weekdag.Zondag, "19:00")).Sessies.Single(sessie => sessie.Dag == DateOnly.Parse(day, null));

        Assert.Equal($"{day} {utc}", $"{sessie.BegintOp.UtcDateTime:yyyy-MM-dd HH:mm}");
        Assert.Equal(TimeSpan.FromMinutes(60), sessie.EindigtOp - sessie.BegintOp);
    }

    [Theory]
    // The hour that is skipped: half past two is half past three. The hour that comes twice: the first one.
    [InlineData("2026-03-29", "01:30")]
    [InlineData("2026-10-25", "00:30")]
    public void A_time_that_is_not_there_or_twice_is_decided(string day, string utc)
    {
        var sessie = Plan(Weekly(Weekdag.Zondag, "02:30")).Sessies.Single(sessie => sessie.Dag == DateOnly.Parse(day, null));

        Assert.Equal($"{day} {utc}", $"{sessie.BegintOp.UtcDateTime:yyyy-MM-dd HH:mm}");
    }

    [Fact]
    public void School_holidays_and_public_holidays_are_passed_over_and_say_so()
    {
        var regel = Weekly(Weekdag.Maandag, "10:00") with { Vanaf = new(2026, 3, 30), Tot = new(2026, 5, 4), OverslaanInVakanties = true, OverslaanOpFeestdagen = true };

        var dagen = Plan(regel).Dagen;

        Assert.Equal(
            [(30, null), (6, Overslagreden.Feestdag), (13, null), (20, null), (27, Overslagreden.Vakantie), (4, null)],
            dagen.Select(dag => (dag.Dag.Day, dag.Reden)));
    }

    [Fact]
    public void A_course_of_ten_has_ten_sessions_whatever_is_passed_over()
    {
        var regel = Weekly(Weekdag.Dinsdag, "10:00") with { Vanaf = new(2026, 2, 3), Aantal = 10, OverslaanInVakanties = true };

        var plan = Plan(regel);

        Assert.Equal(10, plan.Sessies.Count);
        Assert.Equal(new DateOnly(2026, 4, 14), plan.Sessies[^1].Dag);
    }

    [Fact]
    public void Where_no_holidays_are_known_the_series_waits_instead_of_guessing()
    {
        var regel = Weekly(Weekdag.Maandag, "10:00") with { Vanaf = new(2029, 8, 13), OverslaanInVakanties = true };

        var plan = Reeksplan.Of(regel, None, regel.Vanaf, new(2029, 12, 1), 0, Now);

        Assert.Equal(Overslagreden.VakantiesOnbekend, plan.Dagen[^1].Reden);
        Assert.Equal(new DateOnly(2029, 8, 20), plan.GeplandTot);
        Assert.Empty(plan.Sessies);
    }

    [Fact]
    public void Planned_in_parts_or_at_once_a_series_is_the_same() => Prop.ForAll(
        Regels.Any(), Gen.Choose(1, 200).ToArbitrary(), Gen.Choose(1, 60).ToArbitrary(), (regel, split, aantal) =>
        {
            var whole = new Reeksregel(regel.Herhaling, regel.Start.AddYears(1), new TimeOnly(19, 0), 60) { Aantal = aantal, OverslaanInVakanties = true };
            var (from, half, end) = (whole.Vanaf, whole.Vanaf.AddDays(split), whole.Vanaf.AddDays(400));

            var atOnce = Reeksplan.Of(whole, None, from, end, 0, Now).Sessies;
            var first = Reeksplan.Of(whole, None, from, half, 0, Now);
            var second = Reeksplan.Of(whole, None, first.GeplandTot, end, first.Sessies.Count, Now);

            return atOnce.SequenceEqual([.. first.Sessies, .. second.Sessies])
                && atOnce.Count <= aantal
                && atOnce.All(sessie => NederlandseTijd.WallClock(sessie.BegintOp).TimeOfDay == TimeSpan.FromHours(19));
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("2026-04-03", "Goede Vrijdag")]
    [InlineData("2026-04-05", "Eerste paasdag")]
    [InlineData("2027-03-29", "Tweede paasdag")]
    [InlineData("2026-05-14", "Hemelvaartsdag")]
    [InlineData("2026-05-25", "Tweede pinksterdag")]
    [InlineData("2025-04-26", "Koningsdag")]
    [InlineData("2025-04-27", null)]
    [InlineData("2026-04-27", "Koningsdag")]
    [InlineData("2026-12-26", "Tweede kerstdag")]
    [InlineData("2026-12-24", null)]
    public void Public_holidays_are_those_of_the_calendar(string day, string? name) => Assert.Equal(name, Feestdagen.NameOf(DateOnly.Parse(day, null)));

    [Fact]
    public void School_holidays_run_from_a_saturday_to_a_sunday_in_order_five_a_year() =>
        Assert.All(Schoolvakanties.All.Chunk(5), year =>
        {
            Assert.Equal(["Herfstvakantie", "Kerstvakantie", "Voorjaarsvakantie", "Meivakantie", "Zomervakantie"], year.Select(vakantie => vakantie.Naam));
            Assert.Equal([9, 16, 9, 9, 44], year.Select(vakantie => vakantie.TotEnMet.DayNumber - vakantie.Van.DayNumber + 1));
            Assert.All(year, vakantie => Assert.Equal((DayOfWeek.Saturday, DayOfWeek.Sunday), (vakantie.Van.DayOfWeek, vakantie.TotEnMet.DayOfWeek)));
            Assert.True(year.SequenceEqual(year.OrderBy(vakantie => vakantie.Van)));
        });

    private static Reeksregel Weekly(Weekdag dag, string time) =>
        new(new Herhaling(Frequentie.Wekelijks, 1, [dag]), new(2026, 1, 4), TimeOnly.Parse(time, null), 60);

    private static Reeksplan Plan(Reeksregel regel) => Reeksplan.Of(regel, None, regel.Vanaf, new(2026, 12, 31), 0, Now);
}
