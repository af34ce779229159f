using GrozUtrecht.Support.Domain.Agenda;
using GrozUtrecht.Support.Domain.Matching;

namespace GrozUtrecht.Support.Domain.Rondes;

/// <summary>Ranks candidates in the same way as for one hulpvraag, by the rules of the area of the run.</summary>
internal sealed class Ranglijst(HelperSnapshot helpers, Reistijd reistijd, Matchingregels regels, DateTimeOffset now)
{
    /// <summary>The best candidates of a hulpvraag, as many as the rules say; of a series only who can do all of it.</summary>
    public IReadOnlyList<Kandidaat> BestOf(Vraagbeeld beeld) => new Ranking(beeld, reistijd, regels, now)
        .Top(helpers.WithinReach(beeld, reistijd), Positie.Start, regels.KandidatenPerHulpvraag, onlyWhole: true);

    public Eligibility EligibilityOf(Vraagbeeld beeld) => new(beeld, reistijd, regels, now);

    public IReadOnlyList<Reden> Explain(Vraagbeeld beeld, Kandidaat kandidaat) =>
        new Scoring(beeld, reistijd, regels, now).Explain(kandidaat.Profiel, kandidaat.Plan, kandidaat.Punten);

    /// <summary>How many helpers each obstacle keeps away, counted by the first that is met.</summary>
    public IReadOnlyDictionary<Obstakel, int> Obstakels(Vraagbeeld beeld)
    {
        var eligibility = EligibilityOf(beeld);
        return helpers.All.Select(profiel => eligibility.Check(profiel).Obstakel).OfType<Obstakel>().CountBy(obstakel => obstakel)
            .OrderBy(pair => pair.Key).ToDictionary();
    }

    /// <summary>How often this helper may still be asked in this run: the share of a run, and what is left of the share of a week.</summary>
    public int ShareOf(Profiel profiel)
    {
        var weekAgo = Moment.MinuteOf(now) - (7 * Dagdeel.DayMinutes);
        return Math.Min(regels.MaximumPerHelper, regels.MaximumAsksPerWeek - profiel.RecentAsks.Count(minute => minute >= weekAgo));
    }
}
