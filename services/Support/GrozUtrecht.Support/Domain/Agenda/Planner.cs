namespace GrozUtrecht.Support.Domain.Agenda;

/// <summary>Finds the moments at which a visit fits into the agenda of a helper.</summary>
internal static class Planner
{
    /// <summary>
    /// The earliest moments at which it fits, in minutes of UTC, at most <paramref name="most"/>: each a duration after the one before,
    /// so that several asks can share one afternoon. Empty when it fits nowhere.
    /// </summary>
    /// <param name="bezoek">The visit.</param>
    /// <param name="agenda">The helper's.</param>
    /// <param name="reistijd">How long it takes to get from one place to the other.</param>
    /// <param name="most">1 or more.</param>
    /// <param name="ignoreTaken">True to ask whether the helper would have had time, had there been no other appointments.</param>
    public static IReadOnlyList<int> Starts(Bezoek bezoek, HelperAgenda agenda, Reistijd reistijd, int most, bool ignoreTaken = false)
    {
        var free = FreeOf(bezoek, agenda);
        List<int>? starts = null;
        foreach (var interval in free)
        {
            var from = interval.Van;
            while (from + bezoek.DurationMinutes <= interval.Tot)
            {
                var wanted = new Minuten(from, from + bezoek.DurationMinutes);
                if (!ignoreTaken && BlockedUntil(wanted, bezoek.Plaats, agenda.Bezet, reistijd) is { } until)
                {
                    from = until;
                    continue;
                }

                (starts ??= []).Add(from);
                if (starts.Count == most)
                {
                    return starts;
                }

                from += bezoek.DurationMinutes;
            }
        }

        return starts ?? [];
    }

    /// <summary>Whether a visit can begin at exactly this moment.</summary>
    public static bool FitsAt(int start, Bezoek bezoek, HelperAgenda agenda, Reistijd reistijd)
    {
        var wanted = new Minuten(start, start + bezoek.DurationMinutes);
        return FreeOf(bezoek, agenda).Exists(free => free.Van <= wanted.Van && wanted.Tot <= free.Tot)
            && IsFreeAt(start, bezoek, agenda, reistijd);
    }

    /// <summary>Whether nothing is planned at this moment; who said yes to it knows best whether it suits.</summary>
    public static bool IsFreeAt(int start, Bezoek bezoek, HelperAgenda agenda, Reistijd reistijd) =>
        BlockedUntil(new(start, start + bezoek.DurationMinutes), bezoek.Plaats, agenda.Bezet, reistijd) is null;

    /// <summary>Whether the helper's week, exceptions, pause and offers leave room somewhere, taken or not.</summary>
    private static List<Minuten> FreeOf(Bezoek bezoek, HelperAgenda agenda)
    {
        var free = new List<Minuten>(bezoek.Dagdelen.Count);
        foreach (var dagdeel in bezoek.Dagdelen)
        {
            if (!agenda.IsPaused(dagdeel.DayNumber))
            {
                AddWeek(free, dagdeel, agenda);
                AddExtra(free, dagdeel, agenda, bezoek.Categorie);
            }
        }

        return Merge(free);
    }

    private static void AddWeek(List<Minuten> free, Dagdeel dagdeel, HelperAgenda agenda)
    {
        if (agenda.Week is null)
        {
            AddExcept(free, dagdeel, dagdeel.Utc, agenda, 0);
            return;
        }

        foreach (var week in agenda.Week)
        {
            if (week.Dag == dagdeel.DayOfWeek)
            {
                AddExcept(free, dagdeel, dagdeel.Between(week.WallVan, week.WallTot), agenda, 0);
            }
        }
    }

    /// <summary>Adds the piece without the exceptions that take time away from it.</summary>
    private static void AddExcept(List<Minuten> free, Dagdeel dagdeel, Minuten piece, HelperAgenda agenda, int next)
    {
        for (; next < agenda.Uitzonderingen.Count && piece.Length > 0; next++)
        {
            var exception = agenda.Uitzonderingen[next];
            if (exception.Beschikbaar || exception.DayNumber != dagdeel.DayNumber)
            {
                continue;
            }

            var gone = dagdeel.Between(exception.WallVan, exception.WallTot);
            if (gone.Length > 0 && gone.Overlaps(piece))
            {
                AddExcept(free, dagdeel, piece with { Tot = gone.Van }, agenda, next + 1);
                piece = piece with { Van = gone.Tot };
            }
        }

        if (piece.Length > 0)
        {
            free.Add(piece);
        }
    }

    private static void AddExtra(List<Minuten> free, Dagdeel dagdeel, HelperAgenda agenda, uint categorie)
    {
        foreach (var exception in agenda.Uitzonderingen)
        {
            if (exception.Beschikbaar && exception.DayNumber == dagdeel.DayNumber && dagdeel.Between(exception.WallVan, exception.WallTot) is { Length: > 0 } extra)
            {
                free.Add(extra);
            }
        }

        foreach (var offer in agenda.Aanbiedingen)
        {
            if ((offer.Categorieen & categorie) != 0 && offer.Minuten.Overlaps(dagdeel.Utc))
            {
                free.Add(new(Math.Max(offer.Minuten.Van, dagdeel.UtcVan), Math.Min(offer.Minuten.Tot, dagdeel.UtcTot)));
            }
        }
    }

    /// <summary>In order of time, and joined where one goes on in the next: a night is two days.</summary>
    private static List<Minuten> Merge(List<Minuten> free)
    {
        if (free.Count < 2)
        {
            return free;
        }

        free.Sort(static (one, other) => one.Van.CompareTo(other.Van));
        var last = 0;
        for (var index = 1; index < free.Count; index++)
        {
            if (free[index].Van <= free[last].Tot)
            {
                free[last] = free[last] with { Tot = Math.Max(free[last].Tot, free[index].Tot) };
            }
            else
            {
                free[++last] = free[index];
            }
        }

        free.RemoveRange(last + 1, free.Count - last - 1);
        return free;
    }

    /// <summary>When the first appointment in the way is over and travelled from; null when none is in the way.</summary>
    private static int? BlockedUntil(Minuten wanted, int plaats, IReadOnlyList<Bezet> taken, Reistijd reistijd)
    {
        foreach (var appointment in taken)
        {
            var travel = reistijd.Minutes(appointment.Plaats, plaats);
            if (wanted.Van < appointment.Minuten.Tot + travel && appointment.Minuten.Van < wanted.Tot + travel)
            {
                return appointment.Minuten.Tot + travel;
            }
        }

        return null;
    }
}
