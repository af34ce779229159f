using GrozUtrecht.Gebieden;

namespace GrozUtrecht.Lifestyle.Domain.Agenda;

/// <summary>In what a series counts.</summary>
public enum Frequentie
{
    Dagelijks,
    Wekelijks,
    Maandelijks,
}

/// <summary>A day of the week, in the order in which the Netherlands counts them.</summary>
public enum Weekdag
{
    Maandag,
    Dinsdag,
    Woensdag,
    Donderdag,
    Vrijdag,
    Zaterdag,
    Zondag,
}

/// <summary>The how-manieth of its weekday in a month.</summary>
public enum Maandweek
{
    Eerste,
    Tweede,
    Derde,
    Vierde,
    Laatste,
}

/// <summary>
/// On which days something comes back: the part of an RFC 5545 recurrence rule that activities need. The week begins on Monday, and
/// counting in steps of more than one begins at the first day that fits. A month without the asked day is passed over, as in the RFC.
/// </summary>
/// <param name="Frequentie">Counts in days, weeks or months.</param>
/// <param name="Elke">Every so many of those.</param>
/// <param name="Weekdagen">Weekly: on these days. Monthly by week: on this one.</param>
/// <param name="DagVanMaand">Monthly: on this day, 1 to 31; <see cref="LaatsteDag"/> is the last, however long the month.</param>
/// <param name="WeekVanMaand">Monthly: on the so-manieth of the weekday.</param>
internal sealed record Herhaling(
    Frequentie Frequentie, int Elke, IReadOnlyList<Weekdag> Weekdagen, int? DagVanMaand = null, Maandweek? WeekVanMaand = null)
{
    public const int LaatsteDag = -1;
    private const int WeekDays = 7;

    /// <summary>The days from <paramref name="vanaf"/> up to and including <paramref name="totEnMet"/>, in order.</summary>
    public IEnumerable<DateOnly> Days(DateOnly vanaf, DateOnly totEnMet)
    {
        var period = PeriodOf(vanaf);
        while (period <= totEnMet && !DaysIn(period).Any(day => day >= vanaf))
            period = Later(period, 1);

        for (; period <= totEnMet; period = Later(period, Elke))
        {
            foreach (var day in DaysIn(period))
            {
                if (day >= vanaf && day <= totEnMet)
                    yield return day;
            }
        }
    }

    private DateOnly PeriodOf(DateOnly day) => Frequentie switch
    {
        Frequentie.Dagelijks => day,
        Frequentie.Wekelijks => NederlandseTijd.WeekOf(day),
        _ => new DateOnly(day.Year, day.Month, 1),
    };

    private DateOnly Later(DateOnly period, int periods) => Frequentie switch
    {
        Frequentie.Dagelijks => period.AddDays(periods),
        Frequentie.Wekelijks => period.AddDays(periods * WeekDays),
        _ => period.AddMonths(periods),
    };

    private IEnumerable<DateOnly> DaysIn(DateOnly period) => Frequentie switch
    {
        Frequentie.Dagelijks => [period],
        Frequentie.Wekelijks => Weekdagen.Order().Select(weekdag => period.AddDays((int)weekdag)),
        _ => DayOfMonth(period) is { } day ? [day] : [],
    };

    private DateOnly? DayOfMonth(DateOnly month)
    {
        var length = DateTime.DaysInMonth(month.Year, month.Month);
        if (WeekVanMaand is { } week)
        {
            var first = month.AddDays(((int)Weekdagen[0] - (int)WeekdagOf(month) + WeekDays) % WeekDays);
            return week == Maandweek.Laatste
                ? first.AddDays((length - first.Day) / WeekDays * WeekDays)
                : first.AddDays((int)week * WeekDays);
        }

        if (DagVanMaand == LaatsteDag)
            return month.AddDays(length - 1);
        return DagVanMaand <= length ? month.AddDays(DagVanMaand.Value - 1) : null;
    }

    private static Weekdag WeekdagOf(DateOnly day) => (Weekdag)(((int)day.DayOfWeek + 6) % WeekDays);
}
