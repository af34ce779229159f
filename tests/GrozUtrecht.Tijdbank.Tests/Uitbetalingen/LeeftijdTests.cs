using System.Globalization;
using GrozUtrecht.Tijdbank.Domain.Uitbetalingen;

namespace GrozUtrecht.Tijdbank.Tests.Uitbetalingen;

public sealed class LeeftijdTests
{
    [Theory]
    [InlineData("2004-05-15", "2025-05-14", 20)]
    [InlineData("2004-05-15", "2025-05-15", 21)]
    [InlineData("2004-02-29", "2025-02-28", 20)]
    [InlineData("2004-02-29", "2025-03-01", 21)]
    [InlineData("2004-02-29", "2024-02-28", 19)]
    [InlineData("2004-02-29", "2024-02-29", 20)]
    [InlineData("2003-12-31", "2024-12-31", 21)]
    [InlineData("2004-01-01", "2024-12-31", 20)]
    public void Age_is_whole_years_on_that_day(string born, string day, int age) =>
        Assert.Equal(age, Leeftijd.On(DateOnly.Parse(born, CultureInfo.InvariantCulture), DateOnly.Parse(day, CultureInfo.InvariantCulture)));
}
