using System.Runtime.InteropServices;
using GrozUtrecht.Support.Domain.Agenda;

namespace GrozUtrecht.Support.Domain.Matching;

/// <summary>When each beurt would begin with this helper, in order of time.</summary>
internal sealed record Plan(IReadOnlyList<Planmoment> Momenten)
{
    public static readonly Plan Empty = new([]);
}

/// <summary>One beurt, as its position among those weighed, and its start in minutes of UTC.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Planmoment(int Bezoek, int Start);

/// <summary>The hard filters: whoever meets one of these is no candidate, however high the score would be.</summary>
internal sealed class Eligibility(Vraagbeeld vraag, Reistijd reistijd, Matchingregels regels, DateTimeOffset now)
{
    private const int WeekMinutes = 7 * Dagdeel.DayMinutes;

    private static readonly Obstakel[] All = Enum.GetValues<Obstakel>();

    private readonly uint categorie = Bits.Of(vraag.Categorie);
    private readonly int weekAgo = Moment.MinuteOf(now) - WeekMinutes;

    /// <summary>The first thing in the way, with an empty plan; or nothing, with what the helper can do.</summary>
    public (Obstakel? Obstakel, Plan Plan) Check(Profiel profiel)
    {
        if (Refuse(profiel) is { } obstakel)
        {
            return (obstakel, Plan.Empty);
        }

        var plan = PlanOf(profiel);
        return plan.Momenten.Count > 0 ? (null, plan) : (WhyNoTime(profiel), plan);
    }

    /// <summary>The first thing in the way that needs no look into the agenda; null when there is none.</summary>
    public Obstakel? Refuse(Profiel profiel)
    {
        for (var obstakel = Obstakel.Categorie; obstakel < Obstakel.Gepauzeerd; obstakel++)
        {
            if (IsIn(obstakel, profiel))
            {
                return obstakel;
            }
        }

        return null;
    }

    /// <summary>Everything that is in the way, for who asks why.</summary>
    public IReadOnlyList<Reden> Explain(Profiel profiel)
    {
        var found = All.Where(obstakel => obstakel < Obstakel.Gepauzeerd && IsIn(obstakel, profiel)).ToList();
        if (PlanOf(profiel).Momenten.Count == 0)
        {
            found.Add(WhyNoTime(profiel));
        }

        return [.. found.Select(obstakel => Describe(obstakel, profiel))];
    }

    public Reden Describe(Obstakel obstakel, Profiel profiel) => Redenen.Of(obstakel, vraag, profiel, regels, reistijd);

    /// <summary>The moments at which this helper can come, also with the maatje and within the minutes of a week.</summary>
    public Plan PlanOf(Profiel profiel)
    {
        List<Planmoment>? momenten = null;
        for (var index = 0; index < vraag.Bezoeken.Count; index++)
        {
            if (StartOf(vraag.Bezoeken[index], profiel, momenten) is { } start)
            {
                (momenten ??= []).Add(new(index, start));
            }
        }

        return momenten is null ? Plan.Empty : new(momenten);
    }

    /// <summary>The moments at which a hulpvraag of one visit could begin, each as a plan of its own.</summary>
    public IEnumerable<Plan> Alternatives(Profiel profiel, int most) => Planner.Starts(vraag.Bezoeken[0], profiel.Agenda, reistijd, most)
        .Where(start => Suits(vraag.Bezoeken[0], start, profiel, null))
        .Select(start => new Plan([new(0, start)]));

    /// <summary>
    /// Between a proposal and its acceptance time goes on: what of the proposed moments still fits, and, when nothing does, why not.
    /// </summary>
    public (Plan Plan, Obstakel? Obstakel) Still(Profiel profiel, IReadOnlyDictionary<Guid, int> startByBeurt)
    {
        List<Planmoment> momenten = [];
        var isOccupied = true;
        for (var index = 0; index < vraag.Bezoeken.Count; index++)
        {
            var bezoek = vraag.Bezoeken[index];
            if (!startByBeurt.TryGetValue(bezoek.BeurtId, out var start) || !Planner.IsFreeAt(start, bezoek, profiel.Agenda, reistijd))
            {
                continue;
            }

            isOccupied = false;
            if (HasRoomInWeek(bezoek, start, profiel, momenten) && (profiel.Maatje is null || Planner.IsFreeAt(start, bezoek, profiel.Maatje.Agenda, reistijd)))
            {
                momenten.Add(new(index, start));
            }
        }

        return momenten.Count > 0 ? (new(momenten), null) : (Plan.Empty, isOccupied ? Obstakel.Bezet : Obstakel.WeekVol);
    }

    private int? StartOf(Bezoek bezoek, Profiel profiel, List<Planmoment>? sofar)
    {
        foreach (var start in Planner.Starts(bezoek, profiel.Agenda, reistijd, profiel.Maatje is null ? 1 : 3))
        {
            if (Suits(bezoek, start, profiel, sofar))
            {
                return start;
            }
        }

        return null;
    }

    private bool Suits(Bezoek bezoek, int start, Profiel profiel, List<Planmoment>? sofar) =>
        HasRoomInWeek(bezoek, start, profiel, sofar) && (profiel.Maatje is null || Planner.FitsAt(start, bezoek, profiel.Maatje.Agenda, reistijd));

    private bool HasRoomInWeek(Bezoek bezoek, int start, Profiel profiel, List<Planmoment>? sofar)
    {
        if (profiel.MaximumWeekMinutes is not { } maximum)
        {
            return true;
        }

        var week = bezoek.WeekOf(start);
        var planned = sofar?.Where(moment => moment.Start >= week.Van && moment.Start < week.Tot).Sum(moment => vraag.Bezoeken[moment.Bezoek].DurationMinutes) ?? 0;
        return profiel.Agenda.TakenWithin(week) + planned + bezoek.DurationMinutes <= maximum;
    }

    private bool IsIn(Obstakel obstakel, Profiel profiel) => obstakel switch
    {
        Obstakel.Categorie => (profiel.Categorieen & categorie) == 0,
        Obstakel.Hulpvrager => profiel.PersoonId == vraag.HulpvragerId,
        Obstakel.Afstand => reistijd.Meters(profiel.Plaats, vraag.Plaats) > profiel.RadiusKilometers * 1000,
        Obstakel.Vaardigheden => (vraag.VereisteVaardigheden & ~profiel.Vaardigheden) != 0,
        Obstakel.Taal => vraag.VereisteTaal is { } taal && !profiel.Speaks(taal),
        Obstakel.Vog => vraag.VogVereist && !(profiel.VogLastDay >= vraag.LastDay),
        Obstakel.Auto => vraag.AutoVereist && !profiel.HasAuto,
        Obstakel.Omstandigheden => (vraag.Omstandigheden & (profiel.Bezwaren | (profiel.Maatje?.Bezwaren ?? 0))) != 0,
        Obstakel.AlGevraagd => vraag.AlreadyAsked.Contains(profiel.HelperId),
        Obstakel.EerlijkDeel => AsksThisWeek(profiel) >= regels.MaximumAsksPerWeek,
        _ => throw new ArgumentOutOfRangeException(nameof(obstakel), obstakel, "This one is a matter of time, not of the profile."),
    };

    // Counted for thousands of helpers in one request: without a delegate and an enumerator for each.
    private int AsksThisWeek(Profiel profiel)
    {
        var count = 0;
        for (var index = 0; index < profiel.RecentAsks.Count; index++)
        {
            count += profiel.RecentAsks[index] >= weekAgo ? 1 : 0;
        }

        return count;
    }

    /// <summary>What would have to be different for at least one of the beurten to fit.</summary>
    private Obstakel WhyNoTime(Profiel profiel)
    {
        var agenda = profiel.Agenda;
        if (vraag.Bezoeken.All(bezoek => bezoek.Dagdelen.All(dagdeel => agenda.IsPaused(dagdeel.DayNumber))))
        {
            return Obstakel.Gepauzeerd;
        }

        if (vraag.Bezoeken.All(bezoek => Planner.Starts(bezoek, agenda, reistijd, 1, ignoreTaken: true).Count == 0))
        {
            return Obstakel.Beschikbaarheid;
        }

        var fitting = vraag.Bezoeken.Where(bezoek => Planner.Starts(bezoek, agenda, reistijd, 1).Count > 0).ToList();
        return fitting.Count == 0 ? Obstakel.Bezet
            : fitting.TrueForAll(bezoek => !HasRoomInWeek(bezoek, Planner.Starts(bezoek, agenda, reistijd, 1)[0], profiel, null)) ? Obstakel.WeekVol
            : Obstakel.Maatje;
    }
}
