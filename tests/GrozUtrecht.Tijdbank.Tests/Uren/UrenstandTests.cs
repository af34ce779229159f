using FsCheck;
using FsCheck.Fluent;
using GrozUtrecht.Tijdbank.Domain.Uren;

namespace GrozUtrecht.Tijdbank.Tests.Uren;

public sealed class UrenstandTests
{
    private static readonly Stapzetter Werker = new("werker", IsWerker: true, IsOntvanger: false);
    private static readonly Stapzetter Ontvanger = new("ontvanger", IsWerker: false, IsOntvanger: true);
    private static readonly Stapzetter Bemiddelaar = new("bemiddelaar", IsWerker: false, IsOntvanger: false, IsBemiddelaar: true);
    private static readonly Urenstand Gemeld = new(Urenstatus.Gemeld, Kant.Werker, 90, "werker");

    [Fact]
    public void No_path_credits_twice_and_what_is_credited_is_what_was_confirmed()
    {
        var zetter = Gen.Elements(
            Werker, Ontvanger, Bemiddelaar, Stapzetter.Platform,
            new Stapzetter("werker", IsWerker: true, IsOntvanger: true),
            new Stapzetter("werker-2", IsWerker: true, IsOntvanger: true));
        var step = from stap in Gen.Elements(Enum.GetValues<Urenstap>())
                   from who in zetter
                   from minutes in Gen.Elements(-1, 0, 1, 60, 90, 1440, 1441)
                   select (Stap: stap, By: who, Minutes: minutes);
        var runs = from start in Gen.Elements(Gemeld, Gemeld with { GemeldDoor = Kant.Ontvanger, GenoemdDoorClientId = "ontvanger" })
                   from steps in Gen.ListOf(step)
                   select (Start: start, Steps: steps);

        Prop.ForAll(Arb.From(runs), run => Holds(run.Start, run.Steps)).Check(Config.QuickThrowOnFailure.WithMaxTest(5_000));
    }

    [Fact]
    public void The_other_side_confirms_and_never_the_client_that_named_the_minutes()
    {
        var both = new Stapzetter("werker", IsWerker: true, IsOntvanger: true);

        Assert.Equal(Urenstatus.Bevestigd, Gemeld.Take(Urenstap.Bevestigen, Ontvanger).Next!.Status);
        Assert.Equal(Stapfout.NotYourSide, Gemeld.Take(Urenstap.Bevestigen, Werker).Fault);
        Assert.Equal(Stapfout.SameClient, Gemeld.Take(Urenstap.Bevestigen, both).Fault);
        Assert.Null(Gemeld.Take(Urenstap.Bevestigen, both with { ClientId = "werker-2" }).Fault);
    }

    [Fact]
    public void A_correction_is_for_who_reported_to_accept_or_to_dispute()
    {
        var corrected = Gemeld.Take(Urenstap.Corrigeren, Ontvanger, 60).Next!;

        Assert.Equal((Urenstatus.Gecorrigeerd, 60), (corrected.Status, corrected.Minuten));
        Assert.Equal(Stapfout.NotYourSide, corrected.Take(Urenstap.Aanvaarden, Ontvanger).Fault);
        var accepted = corrected.Take(Urenstap.Aanvaarden, Werker).Next!;
        Assert.Equal((Urenstatus.Bevestigd, 60), (accepted.Status, accepted.Minuten));
        Assert.Equal(Urenstatus.Betwist, corrected.Take(Urenstap.Betwisten, Werker).Next!.Status);
        Assert.Equal(Stapfout.MinutesTheSame, Gemeld.Take(Urenstap.Corrigeren, Ontvanger, 90).Fault);
        Assert.Equal(Stapfout.MinutesOutOfRange, Gemeld.Take(Urenstap.Corrigeren, Ontvanger, 1441).Fault);
    }

    [Fact]
    public void A_dispute_is_decided_by_a_mediator_who_is_no_side()
    {
        var disputed = Gemeld.Take(Urenstap.Betwisten, Ontvanger).Next!;

        Assert.Equal(Stapfout.NotYourSide, disputed.Take(Urenstap.Toekennen, Ontvanger, 60).Fault);
        Assert.Equal(Stapfout.MediatorTakesPart, disputed.Take(Urenstap.Toekennen, Ontvanger with { IsBemiddelaar = true }, 60).Fault);
        var ruled = disputed.Take(Urenstap.Toekennen, Bemiddelaar, 45).Next!;
        Assert.Equal((Urenstatus.Bevestigd, 45), (ruled.Status, ruled.Minuten));
        Assert.Equal(Urenstatus.Afgewezen, disputed.Take(Urenstap.Afwijzen, Bemiddelaar).Next!.Status);
    }

    [Fact]
    public void What_was_paid_out_or_certified_is_not_taken_back()
    {
        var confirmed = Gemeld.Take(Urenstap.Bevestigen, Ontvanger).Next!;

        Assert.Equal(Urenstatus.Teruggeboekt, confirmed.Take(Urenstap.Terugboeken, Ontvanger).Next!.Status);
        Assert.Equal(Stapfout.NotYourSide, confirmed.Take(Urenstap.Terugboeken, Werker).Fault);
        Assert.Equal(Stapfout.AlreadyPaidOut, (confirmed with { IsUitbetaald = true }).Take(Urenstap.Terugboeken, Ontvanger).Fault);
        Assert.Equal(Stapfout.AlreadyCertified, (confirmed with { IsVerklaard = true }).Take(Urenstap.Terugboeken, Ontvanger).Fault);
    }

    private static bool Holds(Urenstand start, IEnumerable<(Urenstap Stap, Stapzetter By, int Minutes)> steps)
    {
        var stand = start;
        var (credits, credited, taken) = (0, 0, 0);
        foreach (var (stap, by, minutes) in steps)
        {
            if (stand.Take(stap, by, minutes).Next is not { } next)
                continue;

            if (next.Status == Urenstatus.Bevestigd)
            {
                // Two clients: the one that named the minutes, and the one that agreed; a mediator names them for both.
                var agreed = stap == Urenstap.Toekennen ? by.IsBemiddelaar : by.ClientId != stand.GenoemdDoorClientId;
                (credits, credited) = (credits + 1, next.Minuten);
                if (!agreed || next.Minuten is < 1 or > 1440)
                    return false;
            }

            taken += next.Status == Urenstatus.Teruggeboekt ? next.Minuten : 0;
            stand = next;
        }

        var kept = stand.Status == Urenstatus.Bevestigd ? stand.Minuten : 0;
        return credits <= 1 && credited - taken == kept;
    }
}
