using GrozUtrecht.Gebieden;
using GrozUtrecht.Lifestyle.Domain.Agenda;
using GrozUtrecht.Testing;

namespace GrozUtrecht.Lifestyle.Tests.Agenda;

public sealed class HerplanningTests
{
    [Fact]
    public void What_stays_at_its_time_is_left_alone_whoever_takes_part()
    {
        var plan = Herplanning.Of([Sessie("2026-12-01", 19, people: true), Sessie("2026-12-08", 19)], [Dag("2026-12-01", 19), Dag("2026-12-08", 19)], false);

        Assert.Equal((0, 0, 0, 0), Counts(plan));
    }

    [Fact]
    public void A_session_without_people_moves_within_its_day_or_else_within_its_week()
    {
        var plan = Herplanning.Of([Sessie("2026-12-01", 19), Sessie("2026-12-08", 19)], [Dag("2026-12-01", 20), Dag("2026-12-10", 20)], false);

        Assert.Equal((2, 0, 0, 0), Counts(plan));
        Assert.All(plan.Verplaatst, pair => Assert.Equal(NederlandseTijd.WeekOf(pair.Sessie.Dag), NederlandseTijd.WeekOf(pair.Naar.Dag)));
    }

    [Fact]
    public void A_session_with_people_stays_and_nothing_is_planned_over_it()
    {
        var plan = Herplanning.Of([Sessie("2026-12-01", 19, people: true)], [Dag("2026-12-01", 19, 90), Dag("2026-12-08", 19)], false);

        Assert.Equal((0, 0, 1, 1), Counts(plan));
        Assert.Equal("2026-12-08", $"{plan.Nieuw[0].Dag:yyyy-MM-dd}");
    }

    [Fact]
    public void Asked_to_a_session_takes_its_people_along_before_one_without()
    {
        var withPeople = Sessie("2026-12-03", 19, people: true);

        var plan = Herplanning.Of([Sessie("2026-12-01", 19), withPeople], [Dag("2026-12-04", 19)], true);

        Assert.Equal((1, 1, 0, 0), Counts(plan));
        Assert.Equal(withPeople, plan.Verplaatst[0].Sessie);
    }

    [Fact]
    public void What_no_longer_has_a_day_is_cancelled_unless_people_take_part()
    {
        var plan = Herplanning.Of([Sessie("2026-12-01", 19), Sessie("2026-12-08", 19, people: true)], [], true);

        Assert.Equal((0, 1, 1, 0), Counts(plan));
    }

    private static (int Moved, int Cancelled, int Kept, int Added) Counts(Herplanning plan) =>
        (plan.Verplaatst.Count, plan.Vervallen.Count, plan.Behouden.Count, plan.Nieuw.Count);

    private static Reekssessie Sessie(string day, int hour, bool people = false)
    {
        var dag = Dag(day, hour);
        return new(TestId.Guid(), dag.BegintOp, dag.EindigtOp, people);
    }

    private static Reeksdag Dag(string day, int hour, int minutes = 60)
    {
        var date = DateOnly.Parse(day, null);
        var begins = NederlandseTijd.MomentOf(date, new TimeOnly(hour, 0));
        return new(date, begins, begins.AddMinutes(minutes), null);
    }
}
