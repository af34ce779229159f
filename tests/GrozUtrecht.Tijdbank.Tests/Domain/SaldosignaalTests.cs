using GrozUtrecht.Tijdbank.Domain;

namespace GrozUtrecht.Tijdbank.Tests.Domain;

public sealed class SaldosignaalTests
{
    [Theory]
    [InlineData(61, 0, 0, null)]
    [InlineData(60, 0, 0, 60L)]
    [InlineData(0, 0, 0, 0L)]
    [InlineData(100, 39, 0, null)]
    [InlineData(100, 40, 0, 60L)]
    [InlineData(-540, 0, -600, 60L)]
    [InlineData(-539, 0, -600, null)]
    public void Little_left_to_spend_is_told_from_the_threshold_on(long saldo, long held, long minimum, long? left) =>
        Assert.Equal(left, Left(Saldosignaal.Of(saldo, held, 0, minimum, null, 60), Saldosignaalsoort.NearMinimum));

    [Theory]
    [InlineData(539, 0, null)]
    [InlineData(540, 0, 60L)]
    [InlineData(600, 0, 0L)]
    [InlineData(500, 39, null)]
    [InlineData(500, 40, 60L)]
    public void Little_room_to_receive_is_told_from_the_threshold_on(long saldo, long heldForIt, long? left) =>
        Assert.Equal(left, Left(Saldosignaal.Of(saldo, 0, heldForIt, -2400, 600, 60), Saldosignaalsoort.NearMaximum));

    [Fact]
    public void Without_a_maximum_there_is_no_end_and_both_limits_can_be_near_at_once()
    {
        Assert.Empty(Saldosignaal.Of(1_000_000, 0, 0, 0, null, 60));
        Assert.Equal(2, Saldosignaal.Of(50, 0, 0, 0, 100, 60).Count);
        Assert.Empty(Saldosignaal.Of(1, 0, 0, 0, null, 0));
    }

    private static long? Left(IReadOnlyList<Saldosignaal> signals, Saldosignaalsoort soort) =>
        signals.Where(signal => signal.Soort == soort).Select(signal => (long?)signal.LeftMinutes).SingleOrDefault();
}
