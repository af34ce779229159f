namespace GrozUtrecht.Tijdbank.Domain.Overzichten;

/// <summary>
/// A calendar month, the only period that there are reports of: periods that overlap could be subtracted from each other, and what is
/// left can be the hours of one person. A year is the sum of its months, and what was withheld in them stays withheld.
/// </summary>
internal static class Rapportmaand
{
    // Whoever waits for an account when the month ends is booked long before this.
    private static readonly TimeSpan Settled = TimeSpan.FromHours(1);

    /// <summary>What is wrong with it, or null.</summary>
    public static Rapportfout? Check(Periode periode, DateTimeOffset now) => periode switch
    {
        _ when periode.Check() is not null => Rapportfout.NoCalendarMonth,
        _ when periode.Van.Day != 1 || periode.Tot != periode.Van.AddMonths(1).AddDays(-1) => Rapportfout.NoCalendarMonth,
        _ when now < periode.End + Settled => Rapportfout.NotOverYet,
        _ => null,
    };
}

/// <summary>Why there is no report of this period.</summary>
internal enum Rapportfout
{
    NoCalendarMonth,
    NotOverYet,
}
