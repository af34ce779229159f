using GrozUtrecht.ServiceDefaults.Messaging;

namespace GrozUtrecht.ServiceDefaults.Tests;

public sealed class OutageTests
{
    private readonly Outage outage = new(TimeSpan.FromSeconds(3));

    [Fact]
    public void Only_the_first_failure_begins_an_outage_and_only_the_first_success_ends_it()
    {
        Assert.False(outage.End());

        Assert.Equal([true, false, false], new[] { outage.Begin(), outage.Begin(), outage.Begin() });
        Assert.Equal([true, false], new[] { outage.End(), outage.End() });
        Assert.True(outage.Begin());
    }

    [Fact]
    public void Pauses_grow_with_each_failure_up_to_their_limit()
    {
        for (var failure = 1; failure <= 100; failure++)
        {
            outage.Begin();
            var longest = Math.Min(3000, 100 * Math.Pow(2, failure));

            Assert.InRange(outage.NextPause().TotalMilliseconds, longest / 2, longest);
        }
    }
}
