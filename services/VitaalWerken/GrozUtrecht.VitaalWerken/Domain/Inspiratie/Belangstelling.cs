using GrozUtrecht.Gebieden;

namespace GrozUtrecht.VitaalWerken.Domain.Inspiratie;

/// <summary>What employees would like to know more of after a meeting.</summary>
internal static class Belangstelling
{
    /// <summary>About how many people a figure of interest is at least.</summary>
    public const int Fewest = 5;

    public const int MostOnderwerpen = 5;

    private const int DaysAfter = 7;
    private const int AnswersPerPerson = 2;

    /// <summary>The last day on which somebody may tell it.</summary>
    public static DateOnly LastDay(DateTimeOffset eindigtOp) => NederlandseTijd.DayOf(eindigtOp).AddDays(DaysAfter);

    /// <summary>Meetings that ended on this day or later still take answers today.</summary>
    public static DateOnly FirstOpenDay(DateOnly today) => today.AddDays(-DaysAfter);

    /// <summary>
    /// How many answers are kept. Nobody is known, so nobody can be held to one answer: twice the people of the room is where making up
    /// answers ends.
    /// </summary>
    public static int MostAntwoorden(int verwachtAantal, int? aanwezigAantal) => AnswersPerPerson * (aanwezigAantal ?? verwachtAantal);
}
