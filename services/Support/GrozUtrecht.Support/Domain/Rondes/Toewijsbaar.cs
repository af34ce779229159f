using GrozUtrecht.Gebieden;
using GrozUtrecht.Support.Domain.Agenda;
using GrozUtrecht.Support.Domain.Matching;
using GrozUtrecht.Support.Domain.Optimum;

namespace GrozUtrecht.Support.Domain.Rondes;

/// <summary>Translates units and candidates into what the optimum is computed from, and the choice back.</summary>
internal sealed class Toewijsbaar
{
    private readonly List<Vraag> vragen = [];
    private readonly List<Mogelijkheid> mogelijkheden = [];
    private readonly List<(int Eenheid, Kandidaat Kandidaat, Plan Plan)> choices = [];
    private readonly Dictionary<Guid, int> aanbodByHelper = [];
    private readonly List<List<Profiel>> groups = [];

    /// <summary>The chosen unit, candidate and plan of each.</summary>
    public sealed record Keuze(int Eenheid, Kandidaat Kandidaat, Plan Plan);

    public int Count => mogelijkheden.Count;

    public (IReadOnlyList<Keuze> Keuzes, Uitkomst Uitkomst) Solve(
        IReadOnlyList<Eenheid> eenheden, Ranglijst ranglijst, IReadOnlyDictionary<Guid, int> used, Reistijd reistijd, CancellationToken cancellationToken)
    {
        foreach (var kandidaat in eenheden.SelectMany(eenheid => eenheid.Kandidaten).Select(kandidaat => kandidaat.Profiel).DistinctBy(profiel => profiel.HelperId).OrderBy(profiel => profiel.HelperId))
        {
            AddHelper(kandidaat);
        }

        for (var index = 0; index < eenheden.Count; index++)
        {
            Add(index, eenheden[index], ranglijst.EligibilityOf(eenheden[index].Beeld));
        }

        var weeks = mogelijkheden.SelectMany(mogelijkheid => mogelijkheid.Beslag!.Weken.Select(week => week.Week)).Distinct().Order().Select(WeekFrom).ToList();
        Aanbod[] aanbod = [.. groups.Select(group => ToAanbod(group, weeks, ranglijst, used))];
        var uitkomst = Toewijzing.Solve(vragen, aanbod, mogelijkheden, reistijd.Minutes, token: cancellationToken);
        return ([.. uitkomst.Chosen.Select(index => new Keuze(choices[index].Eenheid, choices[index].Kandidaat, choices[index].Plan))], uitkomst);
    }

    /// <summary>Who only goes together shares one agenda with the maatje, so that neither is in two places at once.</summary>
    private void AddHelper(Profiel profiel)
    {
        if (aanbodByHelper.ContainsKey(profiel.HelperId))
        {
            return;
        }

        if (profiel.Maatje is { } maatje && aanbodByHelper.TryGetValue(maatje.HelperId, out var group))
        {
            groups[group].Add(profiel);
            aanbodByHelper.Add(profiel.HelperId, group);
            return;
        }

        aanbodByHelper.Add(profiel.HelperId, groups.Count);
        if (profiel.Maatje is not null)
        {
            aanbodByHelper.TryAdd(profiel.Maatje.HelperId, groups.Count);
        }

        groups.Add([profiel]);
    }

    private void Add(int index, Eenheid eenheid, Eligibility eligibility)
    {
        // The most pressing class is 0.
        vragen.Add(new(eenheid.Plekken, (int)Urgentie.Hoog - (int)eenheid.Beeld.Urgentie));
        foreach (var kandidaat in eenheid.Kandidaten)
        {
            foreach (var plan in eenheid.PlansOf(kandidaat, eligibility))
            {
                choices.Add((index, kandidaat, plan));
                mogelijkheden.Add(new(
                    index, aanbodByHelper[kandidaat.Profiel.HelperId], kandidaat.Punten.Score, kandidaat.Profiel.LaatstGevraagdOp is null, BeslagOf(eenheid.Beeld, plan)));
            }
        }
    }

    private static Beslag BeslagOf(Vraagbeeld beeld, Plan plan)
    {
        var parts = plan.Momenten.Select(moment => (Bezoek: beeld.Bezoeken[moment.Bezoek], moment.Start)).ToList();
        return new(
            [.. parts.Select(part => new Tijdvak(part.Start, part.Start + part.Bezoek.DurationMinutes, part.Bezoek.Plaats))],
            [.. parts.GroupBy(part => part.Bezoek.WeekOf(part.Start).Van, part => part.Bezoek.DurationMinutes).OrderBy(week => week.Key).Select(week => new WeekMinuten(week.Key, week.Sum()))]);
    }

    // A week is known by the minute in which it begins.
    private static Aanbod ToAanbod(List<Profiel> group, List<Minuten> weeks, Ranglijst ranglijst, IReadOnlyDictionary<Guid, int> used)
    {
        var capacity = group.Sum(profiel => Math.Max(0, ranglijst.ShareOf(profiel) - used.GetValueOrDefault(profiel.HelperId)));
        if (group.Count > 1 || group[0].MaximumWeekMinutes is not { } maximum)
        {
            return new(capacity);
        }

        var agenda = group[0].Agenda;
        var planned = weeks.Select(week => new WeekMinuten(week.Van, agenda.TakenWithin(week))).Where(week => week.Minutes > 0);
        return new(capacity, maximum, [.. planned]);
    }

    private static Minuten WeekFrom(int start) =>
        new(start, Moment.MinuteOf(NederlandseTijd.MomentOf(NederlandseTijd.DayOf(Moment.Of(start)).AddDays(7), TimeOnly.MinValue)));
}
