namespace GrozUtrecht.Lifestyle.Domain;

/// <summary>Part of a day, on a Dutch clock.</summary>
public enum Dagdeel
{
    /// <summary>Until noon.</summary>
    Ochtend,

    /// <summary>From noon until 18:00.</summary>
    Middag,

    /// <summary>From 18:00.</summary>
    Avond,
}

/// <summary>From when until when a search looks.</summary>
internal sealed record Zoekperiode(DateOnly From, DateOnly Until)
{
    public const int DefaultDays = 56;
    public const int MaximumDays = 366;

    /// <summary>What was asked, or eight weeks from today; null when it ends before it begins or is longer than a year.</summary>
    public static Zoekperiode? Of(DateOnly? from, DateOnly? until, DateOnly today)
    {
        var first = from ?? today;
        var last = until ?? first.AddDays(DefaultDays);
        return last < first || last.DayNumber - first.DayNumber > MaximumDays ? null : new(first, last);
    }
}
