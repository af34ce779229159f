using GrozUtrecht.Support.Domain.Agenda;

namespace GrozUtrecht.Support.Domain.Matching;

/// <summary>Both ways of matching start here: the candidates of one hulpvraag, best first.</summary>
internal sealed class Ranking(Vraagbeeld vraag, Reistijd reistijd, Matchingregels regels, DateTimeOffset now)
{
    private readonly Eligibility eligibility = new(vraag, reistijd, regels, now);
    private readonly Scoring scoring = new(vraag, reistijd, regels, now);

    /// <summary>All candidates.</summary>
    /// <param name="vraag">The hulpvraag.</param>
    /// <param name="profielen">Every helper of the partner; who is far away is out soon.</param>
    /// <param name="reistijd">Distances between places.</param>
    /// <param name="regels">Weights and limits of the region.</param>
    /// <param name="now">The moment at which it is asked.</param>
    public static List<Kandidaat> Rank(
        Vraagbeeld vraag, IEnumerable<Profiel> profielen, Reistijd reistijd, Matchingregels regels, DateTimeOffset now)
    {
        var ranking = new Ranking(vraag, reistijd, regels, now);
        var kandidaten = new List<Kandidaat>();
        foreach (var profiel in profielen)
        {
            if (ranking.eligibility.Refuse(profiel) is null && ranking.TryPlan(profiel) is { } kandidaat)
            {
                kandidaten.Add(kandidaat);
            }
        }

        kandidaten.Sort(Kandidaat.BestFirst);
        return kandidaten;
    }

    /// <summary>
    /// The best candidates that come after a position, at most so many. Nobody's agenda is looked at who would not be among them even
    /// with time for everything, so that a page out of twenty thousand helpers costs a few hundred looks.
    /// </summary>
    /// <param name="profielen">Who may come near enough.</param>
    /// <param name="after">The position after which they come.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="onlyWhole">True for who can do every visit of a series only.</param>
    public IReadOnlyList<Kandidaat> Top(IEnumerable<Profiel> profielen, Positie after, int count, bool onlyWhole = false)
    {
        // The last of those kept lies in front, to be replaced first.
        var best = new PriorityQueue<Kandidaat, Positie>(count + 1, Positie.LastFirst);
        foreach (var profiel in profielen)
        {
            if (eligibility.Refuse(profiel) is not null
                || (best.Count == count && !Positie.Of(profiel, scoring.Highest(profiel)).IsBefore(best.Peek().Positie))
                || TryPlan(profiel) is not { } kandidaat
                || (onlyWhole && kandidaat.Plan.Momenten.Count < vraag.Bezoeken.Count)
                || !after.IsBefore(kandidaat.Positie))
            {
                continue;
            }

            if (best.Count < count)
            {
                best.Enqueue(kandidaat, kandidaat.Positie);
            }
            else
            {
                best.EnqueueDequeue(kandidaat, kandidaat.Positie);
            }
        }

        var sorted = best.UnorderedItems.Select(item => item.Element).ToList();
        sorted.Sort(Kandidaat.BestFirst);
        return sorted;
    }

    /// <summary>How many candidates come before a position.</summary>
    public int CountBefore(IEnumerable<Profiel> profielen, Positie position)
    {
        var count = 0;
        foreach (var profiel in profielen)
        {
            if (eligibility.Refuse(profiel) is null
                && Positie.Of(profiel, scoring.Highest(profiel)).IsBefore(position)
                && TryPlan(profiel) is { } kandidaat
                && kandidaat.Positie.IsBefore(position))
            {
                count++;
            }
        }

        return count;
    }

    private Kandidaat? TryPlan(Profiel profiel)
    {
        var plan = eligibility.PlanOf(profiel);
        return plan.Momenten.Count == 0 ? null : new(profiel, scoring.Score(profiel, plan), plan);
    }
}
