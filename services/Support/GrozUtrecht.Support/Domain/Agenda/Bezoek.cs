using GrozUtrecht.Gebieden;

namespace GrozUtrecht.Support.Domain.Agenda;

/// <summary>A beurt as the planner sees it: how long, of which kind (as a bit), where, and the pieces of time within which it fits.</summary>
internal sealed record Bezoek(Guid BeurtId, int DurationMinutes, uint Categorie, int Plaats, IReadOnlyList<Dagdeel> Dagdelen, IReadOnlyList<Minuten> Weken)
{
    public static Bezoek Of(Beurt beurt, Categorie categorie, int plaats)
    {
        var vensters = beurt.Vensters.Select(venster => LongEnough(venster, beurt.DurationMinutes)).OrderBy(venster => venster.Van);
        Dagdeel[] dagdelen = [.. vensters.SelectMany(Dagdeel.Split)];
        return new(beurt.Id, beurt.DurationMinutes, Bits.Of(categorie), plaats, dagdelen, [.. dagdelen.Select(WeekOf).Distinct()]);
    }

    /// <summary>The week, from Monday to Monday, of a moment within one of the pieces.</summary>
    public Minuten WeekOf(int minute)
    {
        foreach (var week in Weken)
        {
            if (minute >= week.Van && minute < week.Tot)
            {
                return week;
            }
        }

        throw new ArgumentOutOfRangeException(nameof(minute), minute, "This moment is in no week of the visit.");
    }

    private static Minuten WeekOf(Dagdeel dagdeel)
    {
        var monday = NederlandseTijd.WeekOf(DateOnly.FromDayNumber(dagdeel.DayNumber));
        return new(
            Moment.MinuteOf(NederlandseTijd.MomentOf(monday, TimeOnly.MinValue)),
            Moment.MinuteOf(NederlandseTijd.MomentOf(monday.AddDays(7), TimeOnly.MinValue)));
    }

    private static Venster LongEnough(Venster venster, int durationMinutes) =>
        venster.Tot - venster.Van >= TimeSpan.FromMinutes(durationMinutes) ? venster : venster with { Tot = venster.Van.AddMinutes(durationMinutes) };
}
