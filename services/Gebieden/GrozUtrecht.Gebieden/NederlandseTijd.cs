namespace GrozUtrecht.Gebieden;

/// <summary>Days and hours as people in the Netherlands count them: with summer time, and whatever clock the server has.</summary>
public static class NederlandseTijd
{
    public static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    /// <summary>The day that it is at this moment.</summary>
    public static DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(WallClock(moment));

    /// <summary>The Monday of the week of this moment.</summary>
    public static DateOnly WeekOf(DateTimeOffset moment) => WeekOf(DayOf(moment));

    /// <summary>The Monday of the week of this day.</summary>
    public static DateOnly WeekOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    /// <summary>What a clock on the wall shows at this moment.</summary>
    public static DateTime WallClock(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, Zone).DateTime;

    /// <summary>
    /// The moment at which a clock on the wall shows this. In the hour that summer time skips it is an hour later on the wall, and in
    /// the hour that comes twice it is the first time.
    /// </summary>
    public static DateTimeOffset MomentOf(DateOnly day, TimeOnly time)
    {
        var wall = day.ToDateTime(time, DateTimeKind.Unspecified);
        var offset = Zone.IsAmbiguousTime(wall) ? Zone.GetAmbiguousTimeOffsets(wall).Max()
            : Zone.IsInvalidTime(wall) ? Zone.GetUtcOffset(wall.AddHours(-1))
            : Zone.GetUtcOffset(wall);
        return new DateTimeOffset(wall, offset).ToUniversalTime();
    }
}
