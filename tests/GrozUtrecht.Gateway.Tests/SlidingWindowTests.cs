using FsCheck;
using FsCheck.Fluent;
using GrozUtrecht.Gateway.RateLimiting;
using GrozUtrecht.Gateway.Tests.Support;

namespace GrozUtrecht.Gateway.Tests;

/// <summary>The rule of the limit, without I/O.</summary>
public sealed class SlidingWindowTests
{
    private static readonly Gen<(int Permits, int[] GapsMilliseconds)> Traffic =
        from permits in Gen.Choose(1, 20)
        from gaps in Gen.Choose(0, 9_000).ArrayOf(80)
        select (permits, gaps);

    [Fact]
    public void Within_a_window_of_the_clock_never_more_than_the_limit_is_admitted() => Check(traffic =>
    {
        var clock = ManualClock.InThisMinute();
        var counter = new LocalCounter(clock);
        var admitted = new Dictionary<long, int>();
        foreach (var gap in traffic.GapsMilliseconds)
        {
            clock.Advance(TimeSpan.FromMilliseconds(gap));
            var window = SlidingWindow.At(clock.GetUtcNow()).Index;
            admitted[window] = admitted.GetValueOrDefault(window) + (counter.Take(new Bucket("een", traffic.Permits)).Admitted ? 1 : 0);
        }

        return admitted.Values.All(count => count <= traffic.Permits);
    });

    [Fact]
    public void Whoever_waits_as_long_as_told_is_admitted() => Check(traffic =>
    {
        var clock = ManualClock.InThisMinute();
        var counter = new LocalCounter(clock);
        foreach (var gap in traffic.GapsMilliseconds)
        {
            clock.Advance(TimeSpan.FromMilliseconds(gap));
            var answer = counter.Take(new Bucket("een", traffic.Permits));
            if (!answer.Admitted)
            {
                clock.Advance(TimeSpan.FromSeconds(answer.RetryAfterSeconds));
                if (!counter.Take(new Bucket("een", traffic.Permits)).Admitted)
                {
                    return false;
                }
            }
        }

        return true;
    });

    [Fact]
    public void The_remaining_requests_are_really_there() => Check(traffic =>
    {
        var clock = ManualClock.InThisMinute();
        var counter = new LocalCounter(clock);
        var promised = 0L;
        foreach (var gap in traffic.GapsMilliseconds)
        {
            clock.Advance(TimeSpan.FromMilliseconds(gap / 100));
            var answer = counter.Take(new Bucket("een", traffic.Permits));
            if (promised > 0 && !answer.Admitted)
            {
                return false;
            }

            promised = answer.Remaining;
        }

        return true;
    });

    [Fact]
    public void At_the_turn_of_a_minute_a_full_minute_still_counts()
    {
        var clock = ManualClock.InThisMinute();
        var counter = new LocalCounter(clock);
        var bucket = new Bucket("een", 10);
        clock.Advance(TimeSpan.FromSeconds(49));
        Assert.All(Enumerable.Range(0, 10), _ => Assert.True(counter.Take(bucket).Admitted));
        clock.Advance(TimeSpan.FromSeconds(2));
        Assert.False(counter.Take(bucket).Admitted);
    }

    [Fact]
    public void More_clients_than_there_is_room_for_share_one_counter()
    {
        var counter = new LocalCounter(ManualClock.InThisMinute());
        for (var client = 0; client < LocalCounter.MaximumBuckets; client++)
        {
            Assert.True(counter.Take(new Bucket($"{client}", 1)).Admitted);
        }

        Assert.True(counter.Take(new Bucket("een te veel", 1)).Admitted);
        Assert.False(counter.Take(new Bucket("nog een te veel", 1)).Admitted);
    }

    private static void Check(Func<(int Permits, int[] GapsMilliseconds), bool> holds) =>
        Prop.ForAll(Traffic.ToArbitrary(), holds).QuickCheckThrowOnFailure();
}
