using GrozUtrecht.Gebieden;

namespace GrozUtrecht.Support.Domain.SocialeKaart;

/// <summary>
/// Days in a row on which the Dutch clock differs as much from UTC, judged at noon: what begins after the night of a change belongs to
/// the new season.
/// </summary>
internal sealed record Seizoen(DateOnly From, DateOnly Through, TimeSpan Offset)
{
    private static readonly TimeOnly Noon = new(12, 0);

    /// <summary>The seasons that these days fall in, each cut to these days.</summary>
    public static IReadOnlyList<Seizoen> Between(DateOnly from, DateOnly through)
    {
        var seasons = new List<Seizoen>();
        for (var day = from; day <= through; day = day.AddDays(1))
        {
            var offset = OffsetOf(day);
            if (seasons is [.., var last] && last.Offset == offset)
                seasons[^1] = last with { Through = day };
            else
                seasons.Add(new(day, day, offset));
        }

        return seasons;
    }

    /// <summary>The whole season that this day falls in and the whole one after it, the same on every day of the season.</summary>
    public static IReadOnlyList<Seizoen> CurrentAndNext(DateOnly today) => [.. Between(FirstDayOf(today), today.AddYears(1)).Take(2)];

    private static DateOnly FirstDayOf(DateOnly day)
    {
        var offset = OffsetOf(day);
        while (OffsetOf(day.AddDays(-1)) == offset)
            day = day.AddDays(-1);
        return day;
    }

    private static TimeSpan OffsetOf(DateOnly day) => day.ToDateTime(Noon) - NederlandseTijd.MomentOf(day, Noon).UtcDateTime;
}
