using FsCheck;
using FsCheck.Fluent;
using GrozUtrecht.VitaalWerken.Domain.Bijdragen;

namespace GrozUtrecht.VitaalWerken.Tests.Bijdragen;

public sealed class BijdragestandTests
{
    private static readonly DateOnly Start = new(2026, 1, 1);

    [Fact]
    public void Whatever_happens_in_whatever_order_a_contribution_stays_possible() =>
        Prop.ForAll(Walks, walk =>
        {
            var (stand, version, today) = (new Bijdragestand(BijdrageStatus.Toegezegd, walk.IsForWijkpot), 1L, Start);
            foreach (var (step, side, days) in walk.Steps)
            {
                today = today.AddDays(days);
                var next = step < 6 ? stand.Take((Bijdragehandeling)step, (Bijdragekant)side, today, version + 1) : Answer(stand, step, side);
                if (next is null || next == stand)
                    continue;
                AssertPossible(stand, next, (Bijdragekant)side, step);
                (stand, version) = (next, version + 1);
            }
        }).QuickCheckThrowOnFailure();

    private static void AssertPossible(Bijdragestand from, Bijdragestand to, Bijdragekant side, int step)
    {
        Assert.DoesNotContain(from.Status, new[] { BijdrageStatus.Bevestigd, BijdrageStatus.Ingetrokken }.Where(_ => step < 6));
        Assert.True(from.Status != BijdrageStatus.Betwist || to.Status == BijdrageStatus.Betwist);
        Assert.True(to.IsForWijkpot || to.Boeking is null);
        Assert.True(to.Status != BijdrageStatus.Bevestigd || to.Boeking is null or BijdrageBoekstatus.Geboekt);
        Assert.True(to.Status != BijdrageStatus.Bevestigd || step >= 6 || side is Bijdragekant.Ontvanger or Bijdragekant.Platform);
        Assert.True(to.Status != BijdrageStatus.Betwist || from.Status == BijdrageStatus.Betwist || side == Bijdragekant.Ontvanger);
        Assert.True(from.Boeking is not (BijdrageBoekstatus.Teruggeboekt or BijdrageBoekstatus.NietGeboekt));
        Assert.True(to.Boeking is null || to.GevraagdeVersie is not null);
    }

    private static Bijdragestand Answer(Bijdragestand stand, int step, int side) => step switch
    {
        6 => stand.Booked(),
        7 => stand.Refused(side == 0 ? stand.GevraagdeVersie ?? 0 : 0),
        _ => stand.TakenBack(side == 0),
    };

    [Fact]
    public void An_answer_to_an_earlier_request_changes_nothing()
    {
        var asked = new Bijdragestand(BijdrageStatus.Geleverd, true, BijdrageBoekstatus.Gevraagd, GevraagdeVersie: 4, Start);
        Assert.Equal(asked, asked.Refused(2));
        Assert.Equal(BijdrageBoekstatus.Geweigerd, asked.Refused(4).Boeking);
    }

    private sealed record Walk(bool IsForWijkpot, (int Step, int Side, int Days)[] Steps);

    private static Arbitrary<Walk> Walks =>
        (from isForWijkpot in Gen.Elements(true, false)
         from steps in (from step in Gen.Choose(0, 8) from side in Gen.Choose(0, 2) from days in Gen.Choose(0, 12) select (step, side, days)).ArrayOf()
         select new Walk(isForWijkpot, steps)).ToArbitrary();
}
