namespace GrozUtrecht.VitaalWerken.Domain.Programmas;

/// <summary>What a plan must be like before anybody is asked to agree to it.</summary>
internal static class Programmaplan
{
    public const int MaximumDays = 1100;

    public static bool IsPeriod(DateOnly begin, DateOnly end) => begin <= end && end.DayNumber - begin.DayNumber <= MaximumDays;
}
