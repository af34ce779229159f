using FsCheck;
using FsCheck.Fluent;
using GrozUtrecht.Tijdbank.Domain.Ruil;

namespace GrozUtrecht.Tijdbank.Tests.Ruil;

/// <summary>Random courses of orders: whoever does whatever in whatever order, the minutes and the stock come right.</summary>
public sealed class BestelloopTests
{
    private static readonly Arbitrary<Course> Courses = Arb.From(
        from richting in Gen.Elements(Enum.GetValues<Richting>())
        from moves in Gen.ArrayOf(
            from handeling in Gen.Elements(Enum.GetValues<Handeling>())
            from partij in Gen.Elements(Enum.GetValues<Partij>())
            from uitspraak in Gen.Elements(Enum.GetValues<Uitspraak>())
            select new Move(handeling, partij, uitspraak))
        select new Course(richting, moves));

    [Fact]
    public void Minutes_are_held_at_most_once_and_booked_or_given_back_once_when_it_ends() => Holds(course =>
    {
        var actions = course.Steps().Select(step => step.Reservering).Where(action => action != Reserveringsactie.None).ToList();
        var last = course.Steps()[^1].Naar;
        return actions.Count(action => action is Reserveringsactie.Hold) == (actions.Count > 0 ? 1 : 0)
            && (actions.Count == 0 || actions[0] is Reserveringsactie.Hold)
            && actions.Count == (actions.Count == 0 ? 0 : Bestelloop.Holds(last) ? 1 : 2);
    });

    [Fact]
    public void Minutes_are_booked_in_a_completed_order_and_in_no_other() => Holds(course =>
        course.Steps().Any(step => step.Reservering is Reserveringsactie.Post)
            == course.Steps()[^1].Naar is BestellingStatus.Voltooid or BestellingStatus.Gedeeltelijk);

    [Fact]
    public void Stock_is_taken_at_most_once_and_comes_back_only_if_nothing_was_delivered() => Holds(course =>
    {
        var stock = course.Steps().Sum(step => step.StockChange);
        return stock is 0 or -1 && course.Steps()[^1].Naar switch
        {
            BestellingStatus.Voorgesteld or BestellingStatus.Geweigerd or BestellingStatus.Geannuleerd => stock == 0,
            BestellingStatus.Verlopen => stock == (course.Steps().Any(step => step.Naar is BestellingStatus.Betwist) ? -1 : 0),
            _ => stock == -1,
        };
    });

    [Fact]
    public void An_ended_order_takes_no_step_and_every_open_one_ends_by_itself() => Holds(course =>
    {
        var last = course.Steps()[^1].Naar;
        var byItself = Bestelloop.Next(last, course.Richting, Handeling.Termijn, Partij.Platform);
        return Bestelloop.IsOpen(last)
            ? byItself is { } end && !Bestelloop.IsOpen(end.Naar) && Termijnen.EndsOn(last, default) is not null
            : Termijnen.EndsOn(last, default) is null && Enum.GetValues<Partij>().All(partij => Bestelloop.Possible(last, course.Richting, partij).Count == 0);
    });

    [Fact]
    public void An_order_ends_before_its_hold_does() => Holds(course =>
    {
        var held = course.Steps().SkipWhile(step => step.Reservering != Reserveringsactie.Hold).Select(step => step.Naar);
        return held.Sum(status => (Termijnen.EndsOn(status, default(DateTimeOffset)) - default(DateTimeOffset) ?? TimeSpan.Zero).TotalDays) < Termijnen.Hold.TotalDays;
    });

    [Fact]
    public void Nobody_but_who_pays_can_let_minutes_go_to_the_other_while_they_agree() => Holds(course =>
        course.Taken().TrueForAll(taken => taken.Step.Reservering != Reserveringsactie.Post
            || taken.Move is { Partij: Partij.Koper, Handeling: Handeling.Bevestiging } or { Partij: Partij.Bemiddelaar } or { Handeling: Handeling.Termijn }));

    [Theory]
    [InlineData(Richting.Aanbod, Partij.Aanbieder)]
    [InlineData(Richting.Vraag, Partij.Koper)]
    public void Who_advertises_accepts(Richting richting, Partij advertiser)
    {
        var begin = Bestelloop.Begin(richting).Naar;
        foreach (var partij in Enum.GetValues<Partij>())
            Assert.Equal(partij == advertiser, Bestelloop.Next(begin, richting, Handeling.Aanvaarding, partij) is not null);
    }

    private static void Holds(Func<Course, bool> rule) => Prop.ForAll(Courses, rule).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));

    private sealed record Move(Handeling Handeling, Partij Partij, Uitspraak Uitspraak);

    private sealed record Course(Richting Richting, Move[] Moves)
    {
        public List<Stap> Steps() => [Bestelloop.Begin(Richting), .. Taken().Select(taken => taken.Step)];

        public List<(Move Move, Stap Step)> Taken()
        {
            List<(Move, Stap)> taken = [];
            var status = Bestelloop.Begin(Richting).Naar;
            foreach (var move in Moves)
            {
                if (Bestelloop.Next(status, Richting, move.Handeling, move.Partij, move.Uitspraak) is not { } step)
                    continue;
                taken.Add((move, step));
                status = step.Naar;
            }

            return taken;
        }
    }
}
