namespace GrozUtrecht.Tijdbank.Domain.Uren;

/// <summary>When somebody worked: a day in the Netherlands, perhaps from a time of that day, and for how long.</summary>
internal sealed record Werktijd(DateOnly UitgevoerdDatum, TimeOnly? BeginTijd, int Minuten)
{
    public const int MaximumMinutesPerDay = 24 * 60;

    /// <summary>A year and a day: later than that nobody can confirm it from memory.</summary>
    public const int MaximumDaysBack = 366;

    /// <summary>What is wrong with it whatever else this person did, or null.</summary>
    public Werktijdfout? Check(DateOnly today) => this switch
    {
        { Minuten: < Urenstand.MinimumMinutes or > Urenstand.MaximumMinutes } => Werktijdfout.MinutesOutOfRange,
        _ when UitgevoerdDatum > today => Werktijdfout.InTheFuture,
        _ when UitgevoerdDatum < today.AddDays(-MaximumDaysBack) => Werktijdfout.TooLongAgo,
        _ => null,
    };

    /// <summary>What is wrong with it beside other hours of the same person around that day, or null.</summary>
    public Werktijdfout? CheckBeside(IEnumerable<Werktijd> others)
    {
        var total = Minuten;
        foreach (var other in others)
        {
            total += other.UitgevoerdDatum == UitgevoerdDatum ? other.Minuten : 0;
            if (Overlaps(other))
                return Werktijdfout.Overlaps;
        }

        return total > MaximumMinutesPerDay ? Werktijdfout.DayTooLong : null;
    }

    // Only known times can overlap; without them the total of the day is what guards.
    private bool Overlaps(Werktijd other) =>
        BeginTijd is { } begin && other.BeginTijd is { } otherBegin
        && UitgevoerdDatum.ToDateTime(begin) < other.UitgevoerdDatum.ToDateTime(otherBegin).AddMinutes(other.Minuten)
        && other.UitgevoerdDatum.ToDateTime(otherBegin) < UitgevoerdDatum.ToDateTime(begin).AddMinutes(Minuten);
}

/// <summary>Why hours cannot have been worked then.</summary>
internal enum Werktijdfout
{
    MinutesOutOfRange,
    InTheFuture,
    TooLongAgo,
    DayTooLong,
    Overlaps,
}
