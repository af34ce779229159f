namespace GrozUtrecht.Tijdbank.Domain.Giften;

/// <summary>What became of one month of a monthly gift.</summary>
/// <param name="Maand">Its first day.</param>
internal sealed record Maandbeurt(DateOnly Maand, bool IsGiven, int Attempts, DateOnly LastAttempt)
{
    /// <summary>The first, and on each of the three days after it once more.</summary>
    public const int MaximumAttempts = 4;

    public bool IsDone => IsGiven || Attempts >= MaximumAttempts;
}

/// <summary>On which days a monthly gift is due. Up to day 28, because every month has that one.</summary>
internal sealed record Maandplan(DateOnly Start, int Day, DateOnly? End)
{
    public const int MaximumDay = 28;

    /// <summary>How far ahead a first gift can be planned.</summary>
    public const int MaximumYearsAhead = 5;

    /// <summary>
    /// For which month to give today, if any: this month or the one before it. What was missed longer ago stays missed, because nobody
    /// expects half a year at once.
    /// </summary>
    public DateOnly? MonthToGive(DateOnly today, IReadOnlyList<Maandbeurt> turns)
    {
        foreach (var month in new[] { FirstOf(today).AddMonths(-1), FirstOf(today) })
        {
            var turn = turns.FirstOrDefault(item => item.Maand == month);
            if (DueIn(month) <= today && (turn is null || (!turn.IsDone && turn.LastAttempt < today)))
                return month;
        }

        return null;
    }

    /// <summary>When to look again after nothing is left for today; null when no gift will ever be due any more.</summary>
    public DateOnly? NextDay(DateOnly today, IReadOnlyList<Maandbeurt> turns)
    {
        if (turns.Any(turn => !turn.IsDone && turn.Maand >= FirstOf(today).AddMonths(-1)))
            return today.AddDays(1);

        var month = FirstOf(Start > today ? Start : today);
        var due = Enumerable.Range(0, 2).Select(ahead => On(month.AddMonths(ahead))).FirstOrDefault(date => date > today && date >= Start);
        return due == default || due > End ? null : due;
    }

    private DateOnly? DueIn(DateOnly month) => On(month) is var due && due >= Start && !(due > End) ? due : null;

    private DateOnly On(DateOnly month) => new(month.Year, month.Month, Day);

    private static DateOnly FirstOf(DateOnly date) => new(date.Year, date.Month, 1);
}
