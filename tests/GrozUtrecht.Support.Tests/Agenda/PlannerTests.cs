using FsCheck;
using FsCheck.Fluent;
using GrozUtrecht.Gebieden;
using GrozUtrecht.Support.Domain;
using GrozUtrecht.Support.Domain.Agenda;
using GrozUtrecht.Support.Tests.Matching;

namespace GrozUtrecht.Support.Tests.Agenda;

/// <summary>The planner against the slowest one there is: minute by minute, asking the clock on the wall each time.</summary>
public sealed class PlannerTests
{
    private static readonly DateTimeOffset Origin = new(2026, 10, 24, 0, 0, 0, TimeSpan.Zero);

    private sealed record Case(Bezoek Bezoek, HelperAgenda Agenda);

    [Fact]
    public void The_first_start_is_the_first_minute_at_which_everything_fits() => Prop.ForAll(Arb.From(Cases()), one =>
        Planner.Starts(one.Bezoek, one.Agenda, Beelden.Line, 1).Cast<int?>().FirstOrDefault() == FirstMinute(one)).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Fact]
    public void Each_start_fits_and_none_overlaps_the_one_before() => Prop.ForAll(Arb.From(Cases()), one =>
    {
        var starts = Planner.Starts(one.Bezoek, one.Agenda, Beelden.Line, 3);
        return starts.Count <= 3
            && starts.All(start => Fits(one, start) && Planner.FitsAt(start, one.Bezoek, one.Agenda, Beelden.Line))
            && starts.Zip(starts.Skip(1)).All(pair => pair.Second >= pair.First + one.Bezoek.DurationMinutes);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Without_any_times_a_helper_can_come_at_any_time() =>
        Assert.Equal([Moment.MinuteOf(Origin)], Planner.Starts(Beelden.Bezoek(Origin, 60), HelperAgenda.Free, Beelden.Line, 1));

    private static int? FirstMinute(Case one) =>
        one.Bezoek.Dagdelen.SelectMany(piece => Enumerable.Range(piece.UtcVan, piece.UtcTot - piece.UtcVan)).Cast<int?>().FirstOrDefault(minute => Fits(one, minute!.Value));

    private static bool Fits(Case one, int start) =>
        Enumerable.Range(start, one.Bezoek.DurationMinutes).All(minute => IsAsked(one.Bezoek, minute) && IsAvailable(one, minute))
        && one.Agenda.Bezet.All(taken => IsFarEnough(taken, start, one.Bezoek));

    private static bool IsAsked(Bezoek bezoek, int minute) => bezoek.Dagdelen.Any(piece => minute >= piece.UtcVan && minute < piece.UtcTot);

    private static bool IsAvailable(Case one, int minute)
    {
        var wall = NederlandseTijd.WallClock(Moment.Of(minute));
        var (day, time) = (DateOnly.FromDateTime(wall).DayNumber, (wall.Hour * 60) + wall.Minute);
        var exceptions = one.Agenda.Uitzonderingen.Where(it => it.DayNumber == day && time >= it.WallVan && time < it.WallTot).ToList();
        var weekly = one.Agenda.Week?.Any(week => week.Dag == wall.DayOfWeek && time >= week.WallVan && time < week.WallTot) ?? true;
        var offered = one.Agenda.Aanbiedingen.Any(it => (it.Categorieen & one.Bezoek.Categorie) != 0 && minute >= it.Minuten.Van && minute < it.Minuten.Tot);
        return !one.Agenda.IsPaused(day)
            && ((weekly && !exceptions.Exists(it => !it.Beschikbaar)) || exceptions.Exists(it => it.Beschikbaar) || offered);
    }

    private static bool IsFarEnough(Bezet taken, int start, Bezoek bezoek)
    {
        var travel = Beelden.Line.Minutes(taken.Plaats, bezoek.Plaats);
        return start >= taken.Minuten.Tot + travel || start + bezoek.DurationMinutes + travel <= taken.Minuten.Van;
    }

    // Two days around the night in which the clock goes back.
    private static Gen<Case> Cases() =>
        from duration in Gen.Choose(1, 240)
        from vensters in Gen.ListOf(Between(0, 48 * 60), 2)
        from weeks in Gen.ListOf(Between(0, Dagdeel.DayMinutes), 4)
        from anyTime in Gen.Elements(true, false, false)
        from exceptions in Gen.ListOf(Between(0, Dagdeel.DayMinutes), 2)
        from more in Gen.Elements(true, false)
        from paused in Gen.Choose(0, 9)
        from offers in Gen.ListOf(Between(0, 48 * 60), 1)
        from taken in Gen.ListOf(Between(0, 48 * 60), 2)
        let today = DateOnly.FromDateTime(Origin.UtcDateTime).DayNumber
        select new Case(
            Bezoek.Of(new Beurt(Guid.Empty, 1, duration, 1, [.. vensters.Select(it => new Venster(Origin.AddMinutes(it.Van), Origin.AddMinutes(it.Tot)))]), Categorie.Vervoer, 0),
            new()
            {
                Week = anyTime ? null : [.. weeks.Select((it, index) => new WeekVenster(index % 2 == 0 ? DayOfWeek.Saturday : DayOfWeek.Sunday, it.Van, it.Tot))],
                Uitzonderingen = [.. exceptions.Select((it, index) => new Uitzondering(today + index, more, it.Van, it.Tot))],
                Pauze = paused == 0 ? (today, today) : null,
                Aanbiedingen = [.. offers.Select(it => new Aanbieding(Shift(it), paused < 5 ? uint.MaxValue : Bits.Of(Categorie.Taal)))],
                Bezet = [.. taken.OrderBy(it => it.Van).Select((it, index) => new Bezet(new(Shift(it).Van, Shift(it).Van + 30), index))],
            });

    private static Minuten Shift(Minuten minutes) => new(Moment.MinuteOf(Origin) + minutes.Van, Moment.MinuteOf(Origin) + minutes.Tot);

    private static Gen<Minuten> Between(int minimum, int maximum) =>
        from start in Gen.Choose(minimum, maximum - 1)
        from end in Gen.Choose(start + 1, maximum)
        select new Minuten(start, end);
}
