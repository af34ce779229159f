using GrozUtrecht.Gebieden;

namespace GrozUtrecht.Support.Domain.Agenda;

/// <summary>
/// A visit that comes back: on these days of the week, every so many weeks, between two times on a Dutch wall clock. The clock on the
/// wall counts: ten o'clock stays ten o'clock when summer time begins or the year ends.
/// </summary>
internal sealed record Patroon(IReadOnlyList<DayOfWeek> Dagen, int IedereWeken, TimeOnly Van, TimeOnly Tot, DateOnly EersteDatum, DateOnly LaatsteDatum)
{
    public const int MaximumWeeks = 8;
    public const int MaximumDays = 366;
    public const int MaximumBeurten = 200;

    /// <summary>The visits in order of time; weeks are counted from the week of the first day.</summary>
    public IReadOnlyList<Venster> Expand()
    {
        var firstWeek = NederlandseTijd.WeekOf(EersteDatum).DayNumber;
        var dates = Enumerable.Range(EersteDatum.DayNumber, LaatsteDatum.DayNumber - EersteDatum.DayNumber + 1)
            .Where(number => (number - firstWeek) / 7 % IedereWeken == 0)
            .Select(DateOnly.FromDayNumber)
            .Where(date => Dagen.Contains(date.DayOfWeek));
        return [.. dates.Select(date => new Venster(NederlandseTijd.MomentOf(date, Van), EndOf(date)))];
    }

    /// <summary>Why it cannot be followed; null when it can.</summary>
    public string? WhyNot(int durationMinutes)
    {
        if (LaatsteDatum < EersteDatum || LaatsteDatum.DayNumber - EersteDatum.DayNumber > MaximumDays)
        {
            return "De laatste datum ligt op of na de eerste, en hooguit een jaar later.";
        }

        if (Van == Tot || (EndOf(EersteDatum) - NederlandseTijd.MomentOf(EersteDatum, Van)).TotalMinutes < durationMinutes)
        {
            return "Tussen van en tot past de duur niet.";
        }

        return Expand().Count switch
        {
            0 => "In deze periode valt geen enkele beurt.",
            > MaximumBeurten => $"Dit zijn meer dan {MaximumBeurten} beurten. Kies een kortere periode.",
            _ => null,
        };
    }

    // Until an earlier time means until that time of the next day: somebody who stays the night.
    private DateTimeOffset EndOf(DateOnly date) => NederlandseTijd.MomentOf(Tot <= Van ? date.AddDays(1) : date, Tot);
}
