using System.Globalization;
using GrozUtrecht.Tijdbank.Domain.Overzichten;

namespace GrozUtrecht.Tijdbank.Tests.Overzichten;

public sealed class RapportageTests
{
    [Theory]
    [InlineData("2008-03-01", "0-17")]
    [InlineData("2008-02-28", "18-20")]
    [InlineData("2005-03-01", "18-20")]
    [InlineData("2005-02-28", "21-34")]
    [InlineData("1991-03-01", "21-34")]
    [InlineData("1991-02-28", "35-49")]
    [InlineData("1976-02-28", "50-64")]
    [InlineData("1961-02-28", "65-79")]
    [InlineData("1946-02-28", "80-plus")]
    [InlineData("2026-03-01", "onbekend")]
    public void An_age_is_taken_on_the_last_day(string born, string group) =>
        Assert.Equal(group, Rapportage.AgeGroup(DateOnly.Parse(born, CultureInfo.InvariantCulture), new(2026, 2, 28)));

    [Fact]
    public void Who_is_born_on_a_leap_day_is_older_on_the_first_of_March() =>
        Assert.Equal("0-17", Rapportage.AgeGroup(new DateOnly(2008, 2, 29), new(2026, 2, 28)));

    [Theory]
    [InlineData("2026-02-01", "2026-02-28", "2026-02-28T23:59:59Z", nameof(Rapportfout.NotOverYet))]
    [InlineData("2026-02-01", "2026-02-28", "2026-03-01T00:00:00Z", null)]
    [InlineData("2024-02-01", "2024-02-29", "2026-03-01T00:00:00Z", null)]
    [InlineData("2024-02-01", "2024-02-28", "2026-03-01T00:00:00Z", nameof(Rapportfout.NoCalendarMonth))]
    [InlineData("2025-01-01", "2025-12-31", "2026-03-01T00:00:00Z", nameof(Rapportfout.NoCalendarMonth))]
    [InlineData("2025-01-02", "2025-01-31", "2026-03-01T00:00:00Z", nameof(Rapportfout.NoCalendarMonth))]
    [InlineData("2025-02-01", "2025-01-31", "2026-03-01T00:00:00Z", nameof(Rapportfout.NoCalendarMonth))]
    [InlineData("0001-01-01", "0001-01-31", "2026-03-01T00:00:00Z", nameof(Rapportfout.NoCalendarMonth))]
    public void A_report_is_of_one_month_that_is_over(string van, string tot, string now, string? fault) => Assert.Equal(
        fault,
        Rapportmaand.Check(
            new(DateOnly.Parse(van, CultureInfo.InvariantCulture), DateOnly.Parse(tot, CultureInfo.InvariantCulture)),
            DateTimeOffset.Parse(now, CultureInfo.InvariantCulture))?.ToString());
}
