using System.Globalization;
using GrozUtrecht.Gebieden;
using GrozUtrecht.Tijdbank.Domain;
using GrozUtrecht.Tijdbank.Domain.Uitbetalingen;

namespace GrozUtrecht.Tijdbank.Tests.Uitbetalingen;

public sealed class BankdagTests
{
    [Theory]
    [InlineData("2025-11-20", "2025-11-21")] // Thursday → Friday
    [InlineData("2025-11-21", "2025-11-24")] // over the weekend
    [InlineData("2026-04-02", "2026-04-07")] // over Good Friday and Easter Monday
    [InlineData("2026-04-30", "2026-05-04")] // over 1 May and the weekend
    [InlineData("2026-12-24", "2026-12-28")] // over Christmas
    [InlineData("2026-12-31", "2027-01-04")] // over New Year
    [InlineData("2026-04-26", "2026-04-27")] // King's Day is a day on which banks pay
    public void A_payment_is_made_on_the_next_day_that_banks_settle(string today, string day) =>
        Assert.Equal(Date(day), Bankdag.After(Date(today)));

    [Theory]
    [InlineData("2025-12-31T22:59:59Z", "2025-12-31")]
    [InlineData("2025-12-31T23:00:00Z", "2026-01-01")]
    [InlineData("2026-03-29T22:00:00Z", "2026-03-30")] // the clock went forward that morning
    [InlineData("2026-10-25T22:59:59Z", "2026-10-25")] // and back that morning
    public void Today_is_the_day_in_the_Netherlands(string moment, string day) =>
        Assert.Equal(Date(day), NederlandseTijd.DayOf(DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture)));

    private static DateOnly Date(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
