namespace GrozUtrecht.Support.Domain.SocialeKaart;

/// <summary>A day of the week as ISO 8601 counts it.</summary>
public enum Weekdag
{
    Maandag = 1,
    Dinsdag,
    Woensdag,
    Donderdag,
    Vrijdag,
    Zaterdag,
    Zondag,
}

/// <summary>
/// Open every week on this day. Minutes are those of a clock on the wall; an end that is not after the beginning lies on the next day,
/// so equal ones are a whole day. Without a locatie it holds wherever the voorziening is.
/// </summary>
internal sealed record Openingstijd(Weekdag Dag, int VanMinuut, int TotMinuut, Guid? LocatieId);

/// <summary>
/// Other hours than usual on these days, or without hours: closed. It replaces the weekly hours of its locatie, or without one of all.
/// </summary>
internal sealed record AfwijkendeTijd(DateOnly VanDatum, DateOnly TotEnMetDatum, int? VanMinuut, int? TotMinuut, string? Reden, Guid? LocatieId)
{
    public bool Covers(DateOnly day) => VanDatum <= day && day <= TotEnMetDatum;
}

/// <summary>A period in which a voorziening is open, between two moments.</summary>
internal sealed record Opening(DateTimeOffset Begin, DateTimeOffset End, Guid? LocatieId);

/// <summary>What can be wrong with opening hours.</summary>
internal enum OpeningstijdenFault
{
    TimeIncomplete,
    DatesReversed,
    DateUnlikely,
    PeriodTooLong,
    LocatieForeign,
    Overlap,
}

/// <summary>
/// The opening hours of one voorziening. They are said in hours on the wall, so they stay the same hours when summer time begins or
/// ends. The hour that comes twice counts as one: what is open at its first time is open until the end of that time.
/// </summary>
internal sealed record Openingstijden(IReadOnlyList<Openingstijd> Week, IReadOnlyList<AfwijkendeTijd> Afwijkend)
{
    private const int MinutesPerDay = 1440;
    private const int MaximumDays = 366;
    private static readonly DateOnly FirstDay = new(2000, 1, 1);
    private static readonly DateOnly LastDay = new(2199, 12, 31);

    /// <summary>What is wrong with these hours; null when nothing is.</summary>
    public OpeningstijdenFault? Check(IReadOnlyCollection<Guid> locatieIds)
    {
        var places = Week.Select(week => week.LocatieId).Concat(Afwijkend.Select(deviation => deviation.LocatieId));
        if (places.Any(place => place is { } id && !locatieIds.Contains(id)))
            return OpeningstijdenFault.LocatieForeign;
        if (Afwijkend.Any(deviation => (deviation.VanMinuut is null) != (deviation.TotMinuut is null)))
            return OpeningstijdenFault.TimeIncomplete;
        if (Afwijkend.Any(deviation => deviation.VanDatum < FirstDay || deviation.TotEnMetDatum > LastDay))
            return OpeningstijdenFault.DateUnlikely;
        if (Afwijkend.Any(deviation => deviation.TotEnMetDatum < deviation.VanDatum))
            return OpeningstijdenFault.DatesReversed;
        if (Afwijkend.Any(deviation => deviation.TotEnMetDatum.DayNumber - deviation.VanDatum.DayNumber > MaximumDays))
            return OpeningstijdenFault.PeriodTooLong;
        return Week.Index().Any(week => Week.Skip(week.Index + 1).Any(other => Overlap(week.Item, other))) ? OpeningstijdenFault.Overlap : null;
    }

    /// <summary>Whether the voorziening is open somewhere at this moment.</summary>
    public bool IsOpenAt(DateTimeOffset moment)
    {
        var (day, minute) = Wandtijd.Of(moment);
        return PeriodsOf(day).Any(period => period.Begin <= minute && minute < period.End)
            || PeriodsOf(day.AddDays(-1)).Any(period => period.Begin <= minute + MinutesPerDay && minute + MinutesPerDay < period.End);
    }

    /// <summary>The periods that begin on these days, the last included, in order.</summary>
    public IEnumerable<Opening> Between(DateOnly from, DateOnly through) =>
        Enumerable.Range(0, through.DayNumber - from.DayNumber + 1)
            .Select(from.AddDays)
            .SelectMany(day => PeriodsOf(day)
                .OrderBy(period => period.Begin)
                .Select(period => new Opening(Wandtijd.MomentOf(day, period.Begin), Wandtijd.MomentOf(day, period.End), period.LocatieId)))
            // What lies wholly in the hour that summer time skips does not exist.
            .Where(opening => opening.Begin < opening.End);

    private IEnumerable<(int Begin, int End, Guid? LocatieId)> PeriodsOf(DateOnly day)
    {
        var deviations = Afwijkend.Where(deviation => deviation.Covers(day)).ToList();
        var usual = Week
            .Where(week => week.Dag == DayOfWeek(day) && !deviations.Exists(it => it.LocatieId is null || it.LocatieId == week.LocatieId))
            .Select(week => (week.VanMinuut, EndOf(week.VanMinuut, week.TotMinuut), week.LocatieId));
        var unusual = deviations
            .Where(deviation => deviation.VanMinuut is not null)
            .Select(deviation => (deviation.VanMinuut!.Value, EndOf(deviation.VanMinuut.Value, deviation.TotMinuut!.Value), deviation.LocatieId));
        return usual.Concat(unusual);
    }

    private static bool Overlap(Openingstijd one, Openingstijd other) =>
        one.Dag == other.Dag && one.LocatieId == other.LocatieId
        && one.VanMinuut < EndOf(other.VanMinuut, other.TotMinuut) && other.VanMinuut < EndOf(one.VanMinuut, one.TotMinuut);

    private static int EndOf(int from, int to) => to > from ? to : to + MinutesPerDay;

    private static Weekdag DayOfWeek(DateOnly day) => (Weekdag)(((int)day.DayOfWeek + 6) % 7 + 1);
}
