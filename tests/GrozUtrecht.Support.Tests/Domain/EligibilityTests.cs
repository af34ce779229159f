using GrozUtrecht.Support.Domain;

namespace GrozUtrecht.Support.Tests.Domain;

public sealed class EligibilityTests
{
    [Fact]
    public void A_helper_who_meets_no_filter_is_a_candidate() => Assert.Null(Eligibility.WhyNot(ScoringTests.Ideal, 60));

    [Fact]
    public void Nobody_helps_himself() => AssertRefused(ScoringTests.Ideal with { IsHulpvrager = true }, "hulpvrager");

    [Fact]
    public void Help_that_is_not_offered_is_not_asked() => AssertRefused(ScoringTests.Ideal with { OffersCategorie = false }, "categorie");

    [Fact]
    public void Nobody_is_asked_beyond_the_own_radius()
    {
        AssertRefused(ScoringTests.Ideal with { DistanceMeters = 5_001 }, "afstand");
        Assert.Null(Eligibility.WhyNot(ScoringTests.Ideal with { DistanceMeters = 5_000 }, 60));
    }

    [Fact]
    public void Nobody_is_asked_twice() => AssertRefused(ScoringTests.Ideal with { WasAsked = true }, "al-gevraagd");

    [Fact]
    public void Nobody_is_in_two_places_at_once() => AssertRefused(ScoringTests.Ideal with { IsOccupied = true }, "bezet");

    [Fact]
    public void A_full_week_stays_full()
    {
        AssertRefused(ScoringTests.Ideal with { WeekMinutes = 181 }, "week-vol");
        Assert.Null(Eligibility.WhyNot(ScoringTests.Ideal with { WeekMinutes = 180 }, 60));
        Assert.Null(Eligibility.WhyNot(ScoringTests.Ideal with { WeekMinutes = 5_000, MaximumWeekMinutes = null }, 60));
    }

    private static void AssertRefused(Kandidaat kandidaat, string code) => Assert.Equal(code, Eligibility.WhyNot(kandidaat, 60)!.Code);
}
