using GrozUtrecht.Support.Domain.Agenda;

namespace GrozUtrecht.Support.Domain.Matching;

/// <summary>Both ways of matching start here: the candidates of one hulpvraag, best first.</summary>
internal static class Ranking
{
    /// <param name="vraag">The hulpvraag.</param>
    /// <param name="profielen">Every helper of the partner; who is far away is out soon.</param>
    /// <param name="reistijd">Distances between places.</param>
    /// <param name="regels">Weights and limits of the region.</param>
    /// <param name="now">The moment at which it is asked.</param>
    public static List<Kandidaat> Rank(
        Vraagbeeld vraag, IEnumerable<Profiel> profielen, Reistijd reistijd, Matchingregels regels, DateTimeOffset now)
    {
        var eligibility = new Eligibility(vraag, reistijd, regels, now);
        var scoring = new Scoring(vraag, reistijd, regels, now);
        var kandidaten = new List<Kandidaat>();
        foreach (var profiel in profielen)
        {
            var (obstakel, plan) = eligibility.Check(profiel);
            if (obstakel is null)
            {
                kandidaten.Add(new(profiel, scoring.Score(profiel, plan), plan));
            }
        }

        kandidaten.Sort(Kandidaat.BestFirst);
        return kandidaten;
    }
}
