using GrozUtrecht.Gebieden;

namespace GrozUtrecht.Support.Domain.SocialeKaart;

/// <summary>
/// Moments as a day and a minute on the wall, and back, so that opening hours can be compared as whole numbers, here and in the
/// database, and both agree on the two nights on which the clock changes.
/// </summary>
internal static class Wandtijd
{
    private const int MinutesPerHour = 60;
    private const int MinutesPerDay = 1440;

    /// <summary>
    /// The day and minute at this moment. The second time of the hour that comes twice is held at its last minute: everything that ends
    /// within the hour ended the first time, and everything that begins in it has begun.
    /// </summary>
    public static (DateOnly Day, int Minute) Of(DateTimeOffset moment)
    {
        var day = NederlandseTijd.DayOf(moment);
        var time = TimeOnly.FromDateTime(NederlandseTijd.WallClock(moment));
        var isSecondTime = moment - NederlandseTijd.MomentOf(day, time) >= TimeSpan.FromHours(1);
        return (day, (time.Hour * MinutesPerHour) + (isSecondTime ? MinutesPerHour - 1 : time.Minute));
    }

    /// <summary>The moment of a minute of this day, which may lie on the next. In the hour that is skipped it is the moment of skipping.</summary>
    public static DateTimeOffset MomentOf(DateOnly day, int minute)
    {
        var moment = NederlandseTijd.MomentOf(day.AddDays(minute / MinutesPerDay), TimeOf(minute % MinutesPerDay));
        var shown = NederlandseTijd.WallClock(moment);
        return shown.Hour == minute % MinutesPerDay / MinutesPerHour ? moment : moment.AddMinutes(-shown.Minute);
    }

    public static TimeOnly TimeOf(int minute) => new(minute / MinutesPerHour, minute % MinutesPerHour);
}
