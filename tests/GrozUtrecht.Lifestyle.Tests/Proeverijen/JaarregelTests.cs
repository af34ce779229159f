using FsCheck;
using FsCheck.Fluent;
using GrozUtrecht.Lifestyle.Domain.Proeverijen;

namespace GrozUtrecht.Lifestyle.Tests.Proeverijen;

public sealed class JaarregelTests
{
    [Theory]
    [InlineData("2026-02-28", 0, "", Jaaroordeel.OpKoers, 2)]
    [InlineData("2026-03-01", 0, "", Jaaroordeel.DreigtGemistTeWorden, 2)]
    [InlineData("2026-03-01", 0, "2026-05-20", Jaaroordeel.OpKoers, 1)]
    [InlineData("2026-08-31", 1, "", Jaaroordeel.OpKoers, 1)]
    [InlineData("2026-09-01", 1, "", Jaaroordeel.DreigtGemistTeWorden, 1)]
    [InlineData("2026-09-01", 1, "2026-10-10", Jaaroordeel.OpKoers, 0)]
    [InlineData("2026-11-07", 1, "2026-10-10", Jaaroordeel.DreigtGemistTeWorden, 1)]
    [InlineData("2026-12-31", 2, "", Jaaroordeel.Gehaald, 0)]
    [InlineData("2027-01-01", 1, "", Jaaroordeel.Gemist, 1)]
    [InlineData("2025-12-31", 0, "", Jaaroordeel.OpKoers, 2)]
    public void An_area_is_judged_by_what_was_held_and_what_is_still_to_come(
        string today, int held, string planned, Jaaroordeel oordeel, int needed)
    {
        var stand = Jaarregel.Of(2026, held, planned.Length == 0 ? [] : [Day(planned)], Day(today));

        Assert.Equal((oordeel, needed), (stand.Oordeel, stand.NogNodig));
        Assert.Equal(oordeel is Jaaroordeel.DreigtGemistTeWorden or Jaaroordeel.Gemist, stand.Redenen.Count > 0);
    }

    [Fact]
    public void One_whose_day_has_passed_counts_only_once_it_is_said_to_be_held()
    {
        var stand = Jaarregel.Of(2026, 1, [Day("2026-08-01")], Day("2026-08-02"));

        Assert.Equal((Jaaroordeel.OpKoers, 1, 0), (stand.Oordeel, stand.NogNodig, stand.Gepland));
        Assert.Contains("meld ze als gehouden", Assert.Single(stand.Redenen), StringComparison.Ordinal);
    }

    [Fact]
    public void Planning_one_more_never_makes_it_worse() => Prop.ForAll(
        Gen.Choose(0, 364).ToArbitrary(),
        Gen.Choose(0, 3).ToArbitrary(),
        Gen.Choose(0, 364).ToArbitrary(),
        (today, held, planned) =>
        {
            var newYear = new DateOnly(2026, 1, 1);
            var without = Jaarregel.Of(2026, held, [], newYear.AddDays(today));
            var with = Jaarregel.Of(2026, held, [newYear.AddDays(planned)], newYear.AddDays(today));
            return with.Oordeel <= without.Oordeel && with.NogNodig <= without.NogNodig;
        }).QuickCheckThrowOnFailure();

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");
}
