namespace GrozUtrecht.Lifestyle.Domain.Metingen;

/// <summary>A moment to measure, and the days on which that can be done; the last one counts.</summary>
internal sealed record Meetmoment(int Maanden, DateOnly OpentDatum, DateOnly SluitDatum);

/// <summary>When to measure: at the start, and after 3, 6 and 12 months.</summary>
internal static class Meetplan
{
    /// <summary>How long after it was sent in a measurement may still be corrected.</summary>
    public static readonly TimeSpan CorrectionTime = TimeSpan.FromDays(7);

    // People go on holiday: a year is not missed by a week.
    private static readonly (int Months, int DaysBefore, int DaysAfter)[] Windows = [(0, 0, 28), (3, 14, 28), (6, 14, 42), (12, 28, 56)];

    public static IReadOnlyList<int> Months { get; } = [.. Windows.Select(window => window.Months)];

    public static IReadOnlyList<Meetmoment> From(DateOnly start) =>
    [
        .. Windows.Select(window =>
        {
            var day = start.AddMonths(window.Months);
            return new Meetmoment(window.Months, day.AddDays(-window.DaysBefore), day.AddDays(window.DaysAfter));
        }),
    ];

    /// <summary>Where a moment stands on this day.</summary>
    public static MeetmomentStatus StatusOf(Meetmoment moment, bool isDone, DateOnly today) =>
        isDone ? MeetmomentStatus.Gedaan
        : today < moment.OpentDatum ? MeetmomentStatus.Komt
        : today > moment.SluitDatum ? MeetmomentStatus.Gemist
        : MeetmomentStatus.Open;
}
