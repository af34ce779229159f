using GrozUtrecht.Gebieden;

namespace GrozUtrecht.Support.Domain.Buurten;

/// <summary>From when to when somebody is on duty.</summary>
internal sealed record Dienst(DateTimeOffset BegintOp, DateTimeOffset EindigtOp)
{
    public const int MaximumWeeks = 52;

    /// <summary>Nobody is on duty longer without a break; an hour more in the night in which summer time ends.</summary>
    public static readonly TimeSpan Maximum = TimeSpan.FromHours(16);

    /// <summary>A duty that was agreed by phone is often registered afterwards.</summary>
    public static readonly TimeSpan MaximumAge = TimeSpan.FromDays(7);

    public static readonly TimeSpan MaximumAhead = TimeSpan.FromDays(366);

    /// <summary>Whether it has a length, and is near enough to be no typing error.</summary>
    public bool CanStand(DateTimeOffset now) =>
        EindigtOp > BegintOp && EindigtOp - BegintOp <= Maximum && BegintOp >= now - MaximumAge && BegintOp <= now + MaximumAhead;

    /// <summary>
    /// The same hours on the wall in each of so many weeks, also across the change of summer time. A duty that ends at an earlier hour
    /// than it begins ends the next day. Hours that summer time skips come right after it, with their length.
    /// </summary>
    public static IReadOnlyList<Dienst> Weekly(DateOnly firstDay, TimeOnly from, TimeOnly until, int weeks)
    {
        var length = LengthOf(from, until);
        return [.. Enumerable.Range(0, weeks).Select(week => On(firstDay.AddDays(7 * week)))];

        Dienst On(DateOnly day)
        {
            var begin = NederlandseTijd.MomentOf(day, from);
            var end = NederlandseTijd.MomentOf(until > from ? day : day.AddDays(1), until);
            return new(begin, end > begin ? end : begin + length);
        }
    }

    /// <summary>How long a duty of these hours is on a day without a change of summer time.</summary>
    public static TimeSpan LengthOf(TimeOnly from, TimeOnly until) => until == from ? TimeSpan.FromDays(1) : until - from;
}
