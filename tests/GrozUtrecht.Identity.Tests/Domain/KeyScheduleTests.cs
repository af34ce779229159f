using FsCheck;
using FsCheck.Fluent;
using GrozUtrecht.Identity.Domain;

namespace GrozUtrecht.Identity.Tests.Domain;

public sealed class KeyScheduleTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly KeyPolicy Policy = new(TimeSpan.FromDays(30), TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(10));

    // Moments of looking, minutes apart: mostly close together, so that the minutes around a switch are seen, with months of
    // standing still between.
    private static readonly Arbitrary<int[]> Pauses = Gen.OneOf(Gen.Choose(1, 8), Gen.Choose(1, 8), Gen.Choose(1, 100_000)).ArrayOf().ToArbitrary();

    [Fact]
    public void Whenever_replicas_look_the_key_that_signs_was_published_for_the_lead_before() =>
        Prop.ForAll(Pauses, pauses => Live(pauses).All(moment =>
        {
            var signing = KeySchedule.Signing(moment.Keys, moment.Now);
            return signing.MadeAt == Start || signing.MadeAt + Policy.Lead <= moment.Now;
        })).QuickCheckThrowOnFailure();

    [Fact]
    public void Whenever_replicas_look_every_token_that_is_still_valid_can_be_checked() =>
        Prop.ForAll(Pauses, pauses => Live(pauses).All(moment =>
        {
            var published = KeySchedule.Published(moment.Keys, moment.Now, Policy);
            return Enumerable.Range(0, 10)
                .Select(minutes => moment.Now.AddMinutes(-minutes))
                .Where(signedAt => signedAt >= Start)
                .All(signedAt => published.Contains(KeySchedule.Signing(moment.Keys, signedAt)));
        })).QuickCheckThrowOnFailure();

    [Fact]
    public void Keys_that_nobody_needs_are_not_kept() =>
        Prop.ForAll(Pauses, pauses => Live(pauses).All(moment => KeySchedule.Published(moment.Keys, moment.Now, Policy).Count <= 2))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void The_first_key_signs_at_once() => Assert.Equal(Start, KeySchedule.NextIfDue<Key>([], Start, Policy));

    [Fact]
    public void The_first_key_signs_for_a_replica_whose_clock_runs_behind_too()
    {
        var first = new Key(Start, Start);

        Assert.Same(first, KeySchedule.Signing([first], Start.AddSeconds(-2)));
    }

    [Fact]
    public void A_key_that_waits_is_followed_by_no_other()
    {
        Key[] keys = [new(Start, Start), new(Start, Start.AddMinutes(10))];

        Assert.Same(keys[1], KeySchedule.Pending(keys, Start));
        Assert.Null(KeySchedule.NextIfDue(keys, Start.AddMinutes(1), Policy));
    }

    private static IEnumerable<(DateTimeOffset Now, List<Key> Keys)> Live(int[] pauses)
    {
        var keys = new List<Key>();
        var now = Start;
        foreach (var minutes in pauses.Prepend(0))
        {
            now = now.AddMinutes(minutes);
            if (KeySchedule.NextIfDue(keys, now, Policy) is { } signsFrom)
            {
                keys.Add(new Key(now, signsFrom));
            }

            yield return (now, keys);
        }
    }

    private sealed record Key(DateTimeOffset MadeAt, DateTimeOffset SignsFrom) : IScheduledKey;
}
