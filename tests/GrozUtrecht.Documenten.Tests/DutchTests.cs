using GrozUtrecht.Documenten;

namespace GrozUtrecht.Documenten.Tests;

public sealed class DutchTests
{
    [Fact]
    public void A_date_is_written_out_or_short()
    {
        Assert.Equal("5 maart 2026", Dutch.Date(new(2026, 3, 5)));
        Assert.Equal("05-03-2026", Dutch.ShortDate(new(2026, 3, 5)));
    }

    [Theory]
    [InlineData("2026-01-31T23:30:00Z", "1 februari 2026, 00:30 uur")]
    [InlineData("2026-07-01T12:00:00Z", "1 juli 2026, 14:00 uur")]
    [InlineData("2026-10-25T00:30:00Z", "25 oktober 2026, 02:30 uur")]
    [InlineData("2026-10-25T01:30:00Z", "25 oktober 2026, 02:30 uur")]
    public void A_moment_is_told_by_the_Dutch_clock(string moment, string expected) =>
        Assert.Equal(expected, Dutch.Moment(DateTimeOffset.Parse(moment)));

    [Theory]
    [InlineData(0, "0")]
    [InlineData(999, "999")]
    [InlineData(1000, "1.000")]
    [InlineData(-999, "-999")]
    [InlineData(-1234567, "-1.234.567")]
    [InlineData(long.MinValue, "-9.223.372.036.854.775.808")]
    public void A_number_has_points_between_thousands(long number, string expected) => Assert.Equal(expected, Dutch.Number(number));

    [Theory]
    [InlineData(0, "0:00", "0 uur")]
    [InlineData(61, "1:01", "1 uur en 1 minuut")]
    [InlineData(59, "0:59", "59 minuten")]
    [InlineData(-59, "-0:59", "-59 minuten")]
    [InlineData(-90, "-1:30", "-1 uur en 30 minuten")]
    [InlineData(72000, "1.200:00", "1.200 uur")]
    public void Minutes_are_told_as_hours(long minutes, string column, string words) =>
        Assert.Equal((column, words), (Dutch.Hours(minutes), Dutch.HoursInWords(minutes)));

    [Theory]
    [InlineData(0, "€ 0,00")]
    [InlineData(123450, "€ 1.234,50")]
    [InlineData(-5, "€ -0,05")]
    public void Cents_are_told_as_euros(long cents, string expected) => Assert.Equal(expected, Dutch.Euros(cents));
}
