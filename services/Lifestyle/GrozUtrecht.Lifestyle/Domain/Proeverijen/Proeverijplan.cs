using GrozUtrecht.Gebieden;

namespace GrozUtrecht.Lifestyle.Domain.Proeverijen;

/// <summary>Why a plan is refused.</summary>
internal enum Planfout
{
    EndsBeforeItBegins,
    InThePast,
    TooFarAhead,
    NotOneDay,
    RondesOutside,
    RondesOutOfOrder,
    RuimteTwice,
}

/// <summary>When and in what a proeverij takes place, decided without I/O; null means that the plan holds.</summary>
internal static class Proeverijplan
{
    public const int MaximumDaysAhead = 730;

    public static Planfout? Time(DateTimeOffset beginsAt, DateTimeOffset endsAt, DateTimeOffset now)
    {
        if (endsAt <= beginsAt)
            return Planfout.EndsBeforeItBegins;
        if (beginsAt <= now)
            return Planfout.InThePast;
        if (beginsAt > now.AddDays(MaximumDaysAhead))
            return Planfout.TooFarAhead;
        return NederlandseTijd.DayOf(beginsAt) == NederlandseTijd.DayOf(endsAt) ? null : Planfout.NotOneDay;
    }

    /// <summary>Rounds follow each other within the day; rooms can be told apart by name.</summary>
    public static Planfout? Layout(
        DateTimeOffset beginsAt, DateTimeOffset endsAt, IReadOnlyList<(DateTimeOffset BeginsAt, DateTimeOffset EndsAt)> rondes, IReadOnlyCollection<string> ruimtes)
    {
        if (rondes.Any(ronde => ronde.BeginsAt < beginsAt || ronde.EndsAt > endsAt))
            return Planfout.RondesOutside;
        if (rondes.Any(ronde => ronde.EndsAt <= ronde.BeginsAt) || rondes.Zip(rondes.Skip(1)).Any(pair => pair.Second.BeginsAt < pair.First.EndsAt))
            return Planfout.RondesOutOfOrder;
        return ruimtes.Distinct(StringComparer.OrdinalIgnoreCase).Count() == ruimtes.Count ? null : Planfout.RuimteTwice;
    }
}
