using FsCheck;
using FsCheck.Fluent;
using GrozUtrecht.VitaalWerken.Domain;

namespace GrozUtrecht.VitaalWerken.Tests;

public sealed class BedrijfLoopbaanTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Whatever_is_asked_a_company_only_moves_forward_and_keeps_every_moment() =>
        Prop.ForAll(Steps, steps =>
        {
            var loopbaan = new BedrijfLoopbaan(BedrijfStatus.Belangstellend, Start);
            var now = Start;
            foreach (var asked in steps)
            {
                now = now.AddDays(1);
                if (loopbaan.To(asked, now) is not { } next)
                    continue;
                Assert.True(next.Status > loopbaan.Status);
                Assert.Equal(now, next.Status == BedrijfStatus.Lid ? next.LidOp : next.VertrokkenOp);
                Assert.Equal(loopbaan.BelangstellendOp, next.BelangstellendOp);
                Assert.True(loopbaan.LidOp is null || loopbaan.LidOp == next.LidOp);
                loopbaan = next;
            }

            Assert.Equal(loopbaan.Status == BedrijfStatus.Vertrokken, loopbaan.VertrokkenOp is not null);
            Assert.True(loopbaan.Status != BedrijfStatus.Lid || loopbaan.LidOp is not null);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Once_a_company_has_left_no_walk_brings_it_back() =>
        Prop.ForAll(Steps, steps =>
        {
            var left = new BedrijfLoopbaan(BedrijfStatus.Vertrokken, Start, null, Start.AddDays(1));
            Assert.All(steps, step => Assert.Null(left.To(step, Start.AddDays(2))));
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(BedrijfStatus.Belangstellend, BedrijfStatus.Lid)]
    [InlineData(BedrijfStatus.Belangstellend, BedrijfStatus.Vertrokken)]
    [InlineData(BedrijfStatus.Lid, BedrijfStatus.Vertrokken)]
    public void These_steps_are_allowed(BedrijfStatus from, BedrijfStatus to) => Assert.True(BedrijfLoopbaan.Allows(from, to));

    [Fact]
    public void No_other_step_is_allowed()
    {
        var all = Enum.GetValues<BedrijfStatus>().SelectMany(from => Enum.GetValues<BedrijfStatus>(), (from, to) => (from, to));

        Assert.Equal(3, all.Count(step => BedrijfLoopbaan.Allows(step.from, step.to)));
    }

    private static Arbitrary<BedrijfStatus[]> Steps => Gen.Elements(Enum.GetValues<BedrijfStatus>()).ArrayOf().ToArbitrary();
}
