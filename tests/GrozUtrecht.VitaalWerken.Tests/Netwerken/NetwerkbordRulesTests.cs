using GrozUtrecht.Testing;
using GrozUtrecht.VitaalWerken.Domain.Netwerken;

namespace GrozUtrecht.VitaalWerken.Tests.Netwerken;

public sealed class NetwerkbordRulesTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    private static Draad Waiting(Stilstand soort, int days) =>
        new(soort, TestId.Guid(), TestId.Guid(), new DateTimeOffset(Today.AddDays(-days), new TimeOnly(11, 0), TimeSpan.Zero));

    [Fact]
    public void A_meeting_lies_still_from_the_fourteenth_day_on_and_not_before()
    {
        var signalen = Netwerkbord.Judge(
            [Waiting(Stilstand.BijeenkomstZonderOpvolging, 13), Waiting(Stilstand.BijeenkomstZonderOpvolging, 14), Waiting(Stilstand.BijeenkomstZonderOpvolging, 15)],
            Today);

        Assert.Equal([1, 0], signalen.Select(signaal => signaal.DagenTeLaat));
        Assert.Equal("De bijeenkomst was 15 dagen geleden, en er is niets afgesproken.", signalen[0].Waarom);
    }

    [Fact]
    public void The_longest_too_late_comes_first_whatever_it_is()
    {
        var disputed = Waiting(Stilstand.BijdrageBetwist, 9);
        var unanswered = Waiting(Stilstand.KoppelingZonderAntwoord, 15);
        var interested = Waiting(Stilstand.BedrijfZonderBijeenkomst, 40);

        Assert.Equal([interested, disputed, unanswered], Netwerkbord.Judge([unanswered, interested, disputed], Today).Select(signaal => signaal.Draad));
    }

    [Fact]
    public void A_day_is_a_day_of_the_Netherlands()
    {
        // A quarter past midnight in the Netherlands, still the day before in UTC.
        var late = new Draad(Stilstand.BijdrageBetwist, TestId.Guid(), TestId.Guid(), new DateTimeOffset(2026, 11, 21, 23, 15, 0, TimeSpan.Zero));

        Assert.Equal("De bijdrage is 0 dagen geleden betwist.", Assert.Single(Netwerkbord.Judge([late], Today)).Waarom);
    }

    [Fact]
    public void Everything_that_can_lie_still_has_words_of_its_own_and_something_to_do()
    {
        var signalen = Netwerkbord.Judge(Enum.GetValues<Stilstand>().Select(soort => Waiting(soort, 90)), Today);

        Assert.Equal(Enum.GetValues<Stilstand>().Length, signalen.Select(signaal => signaal.Waarom).Distinct().Count());
        Assert.Equal(Enum.GetValues<Stilstand>().Length, signalen.Select(signaal => signaal.VolgendeActie).Distinct().Count());
    }

    [Theory]
    [InlineData(0, 15)]
    [InlineData(14, 1)]
    [InlineData(15, 0)]
    [InlineData(40, 0)]
    public void What_is_missing_to_the_target_is_never_below_zero(int reached, int missing) =>
        Assert.Equal(missing, Doelstelling.Missing(Doelstelling.TargetLeden, reached));
}
