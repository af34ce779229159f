using GrozUtrecht.Tijdbank.Domain.Onderwijs;
using GrozUtrecht.Tijdbank.Domain.Uren;

namespace GrozUtrecht.Tijdbank.Tests.Onderwijs;

public sealed class PraktijkuurTests
{
    private static readonly Guid Student = new("019a0000-0000-7000-8000-000000000001");
    private static readonly Guid Organisatie = new("019a0000-0000-7000-8000-000000000002");
    private static readonly Praktijkperiode Periode = new(Student, Organisatie, new(2026, 2, 2), new(2026, 7, 3));
    private static readonly Praktijkuur Good = new(Student, Organisatie, Urensoort.Beroepspraktijkvorming, Urenstatus.Bevestigd, new(2026, 2, 2));

    [Theory]
    [InlineData("2026-02-01", false)]
    [InlineData("2026-02-02", true)]
    [InlineData("2026-07-03", true)]
    [InlineData("2026-07-04", false)]
    public void Hours_count_from_the_first_day_to_the_last(string date, bool counts) =>
        Assert.Equal(counts ? null : Praktijkuurfout.OutsideAgreement, (Good with { Datum = DateOnly.Parse(date) }).Check(Periode));

    [Fact]
    public void Each_rule_says_no_by_itself()
    {
        Assert.Equal(Praktijkuurfout.OtherPerson, (Good with { PersoonId = Organisatie }).Check(Periode));
        Assert.Equal(Praktijkuurfout.OtherOrganisatie, (Good with { VoorPartnerId = null }).Check(Periode));
        Assert.All(Enum.GetValues<Urensoort>().Except([Urensoort.Beroepspraktijkvorming]),
            soort => Assert.Equal(Praktijkuurfout.OtherKind, (Good with { Soort = soort }).Check(Periode)));
        Assert.All(Enum.GetValues<Urenstatus>().Except([Urenstatus.Bevestigd]),
            status => Assert.Equal(Praktijkuurfout.NotConfirmed, (Good with { Status = status }).Check(Periode)));
    }

    [Theory]
    [InlineData(null, "2026-07-03")]
    [InlineData("2026-05-01", "2026-05-01")]
    [InlineData("2026-08-01", "2026-07-03")]
    public void An_agreement_that_ended_early_counts_up_to_that_day(string? ended, string last) =>
        Assert.Equal(DateOnly.Parse(last), Praktijkperiode.LastDay(new(2026, 7, 3), ended is null ? null : DateOnly.Parse(ended)));
}
