using GrozUtrecht.Gebieden;

namespace GrozUtrecht.Lifestyle.Domain.Agenda;

/// <summary>Why there is no session on a day that the rule names.</summary>
public enum Overslagreden
{
    Overgeslagen,
    Vakantie,
    VakantiesOnbekend,
    Feestdag,
    Voorbij,
    Botst,
}

/// <summary>What a series is: on which days, at what time on a Dutch clock, and when not.</summary>
internal sealed record Reeksregel(Herhaling Herhaling, DateOnly Vanaf, TimeOnly Begintijd, int DuurMinuten)
{
    /// <summary>The last day, when there is one.</summary>
    public DateOnly? Tot { get; init; }

    /// <summary>How many sessions there will be, when that is what ends the series. A day that is skipped does not count.</summary>
    public int? Aantal { get; init; }

    public bool OverslaanInVakanties { get; init; }

    public bool OverslaanOpFeestdagen { get; init; }
}

/// <summary>One day that the rule names, with its session, or why there is none.</summary>
internal sealed record Reeksdag(DateOnly Dag, DateTimeOffset BegintOp, DateTimeOffset EindigtOp, Overslagreden? Reden)
{
    public bool Overlaps(DateTimeOffset begins, DateTimeOffset ends) => BegintOp < ends && begins < EindigtOp;
}

/// <summary>The days of a stretch of the series, and the first day that was not looked at.</summary>
internal sealed record Reeksplan(IReadOnlyList<Reeksdag> Dagen, DateOnly GeplandTot)
{
    /// <summary>How far ahead sessions are made.</summary>
    public const int HorizonDays = 26 * 7;

    /// <summary>The sessions to make.</summary>
    public IReadOnlyList<Reeksdag> Sessies => [.. Dagen.Where(dag => dag.Reden is null)];

    /// <summary>The first day after the stretch for which a series has sessions now.</summary>
    public static DateOnly Horizon(Reeksregel regel, DateOnly today) => (regel.Vanaf > today ? regel.Vanaf : today).AddDays(HorizonDays);

    /// <summary>Plans the days from <paramref name="van"/> until <paramref name="horizon"/>, which is not planned itself.</summary>
    /// <param name="regel">The series.</param>
    /// <param name="overgeslagen">Days that somebody took out by hand.</param>
    /// <param name="van">The first day to plan; earlier days are done.</param>
    /// <param name="horizon">Where to stop.</param>
    /// <param name="alreadyPlanned">How many sessions of <see cref="Reeksregel.Aantal"/> there are already.</param>
    /// <param name="now">Sessions are made in the future only.</param>
    public static Reeksplan Of(
        Reeksregel regel, IReadOnlySet<DateOnly> overgeslagen, DateOnly van, DateOnly horizon, int alreadyPlanned, DateTimeOffset now)
    {
        var left = (regel.Aantal ?? int.MaxValue) - alreadyPlanned;
        var last = regel.Tot < horizon ? regel.Tot.Value : horizon.AddDays(-1);
        List<Reeksdag> days = [];
        foreach (var day in regel.Herhaling.Days(regel.Vanaf, last).SkipWhile(day => day < van).TakeWhile(_ => left > 0))
        {
            var planned = Of(regel, overgeslagen, day, now);
            days.Add(planned);
            left -= planned.Reden is null ? 1 : 0;
            // Beyond what is known of holidays the series waits, rather than have sessions that turn out to lie in one.
            if (planned.Reden == Overslagreden.VakantiesOnbekend)
                return new Reeksplan(days, day);
        }

        return new Reeksplan(days, horizon);
    }

    private static Reeksdag Of(Reeksregel regel, IReadOnlySet<DateOnly> overgeslagen, DateOnly day, DateTimeOffset now)
    {
        var begins = NederlandseTijd.MomentOf(day, regel.Begintijd);
        return new(day, begins, begins.AddMinutes(regel.DuurMinuten), Reason());

        Overslagreden? Reason()
        {
            if (begins <= now)
                return Overslagreden.Voorbij;
            if (overgeslagen.Contains(day))
                return Overslagreden.Overgeslagen;
            if (regel.OverslaanInVakanties && day > Schoolvakanties.KnownUntil)
                return Overslagreden.VakantiesOnbekend;
            if (regel.OverslaanInVakanties && Schoolvakanties.NameOf(day) is not null)
                return Overslagreden.Vakantie;
            return regel.OverslaanOpFeestdagen && Feestdagen.NameOf(day) is not null ? Overslagreden.Feestdag : null;
        }
    }
}
