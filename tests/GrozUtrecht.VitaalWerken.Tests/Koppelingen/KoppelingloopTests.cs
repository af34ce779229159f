using FsCheck;
using FsCheck.Fluent;
using GrozUtrecht.Testing;
using GrozUtrecht.VitaalWerken.Domain.Koppelingen;

namespace GrozUtrecht.VitaalWerken.Tests.Koppelingen;

public sealed class KoppelingloopTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);
    private static readonly Koppelingloop New = new(KoppelingStatus.Voorgesteld, Start + Koppelingloop.Term);
    private static readonly Guid Partner = TestId.Guid();

    [Fact]
    public void Whatever_is_tried_it_is_made_exactly_when_both_said_yes_in_time_and_what_ended_stays_ended() => Prop.ForAll(Walks(), walk =>
    {
        var (loop, now) = (New, Start);
        foreach (var (step, hours) in walk)
        {
            now += TimeSpan.FromHours(hours);
            var before = loop;
            loop = Try(loop, step, now) ?? loop;
            var isMade = loop is { Bedrijf: not null, Leverancier: not null };
            if ((loop.Status == KoppelingStatus.Gemaakt) != isMade
                || (before.Status != KoppelingStatus.Voorgesteld && loop != before)
                || (before.Bedrijf is not null && loop.Bedrijf != before.Bedrijf)
                || (before.Leverancier is not null && loop.Leverancier != before.Leverancier)
                || (loop != before && now >= New.VerlooptOp && loop.Status != KoppelingStatus.Verlopen))
            {
                return false;
            }
        }

        return true;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void It_is_open_until_the_term_is_over_and_not_a_moment_longer()
    {
        var late = Start + Koppelingloop.Term;
        Assert.NotNull(New.Agree(Koppelingzijde.Bedrijf, new(late.AddTicks(-1), Partner)));
        Assert.Null(New.Agree(Koppelingzijde.Bedrijf, new(late, Partner)));
        Assert.Null(New.Expire(late.AddTicks(-1)));
        Assert.Equal(KoppelingStatus.Verlopen, New.Expire(late)!.Status);
    }

    [Theory]
    [InlineData(KoppelingStatus.Voorgesteld)]
    [InlineData(KoppelingStatus.Gemaakt)]
    [InlineData(KoppelingStatus.Verlopen)]
    public void Nobody_ends_it_in_another_way_than_by_a_no_or_by_taking_it_back(KoppelingStatus status) => Assert.Null(New.End(status, Start));

    private static Koppelingloop? Try(Koppelingloop loop, int step, DateTimeOffset now) => step switch
    {
        0 => loop.Agree(Koppelingzijde.Bedrijf, new(now, Partner)),
        1 => loop.Agree(Koppelingzijde.Leverancier, new(now, Partner)),
        2 => loop.End(KoppelingStatus.Afgewezen, now),
        3 => loop.End(KoppelingStatus.Ingetrokken, now),
        _ => loop.Expire(now),
    };

    private static Arbitrary<(int Step, int Hours)[]> Walks() => Arb.From(
        (from step in Gen.Frequency((4, Gen.Choose(0, 1)), (1, Gen.Choose(2, 4)))
         from hours in Gen.Choose(0, 200)
         select (step, hours)).ArrayOf(8));
}
