using GrozUtrecht.Support.Domain.Agenda;

namespace GrozUtrecht.Support.Domain.Matching;

/// <summary>All helpers of one partner at one moment. It never changes; a change makes another one that shares most of it.</summary>
internal sealed class HelperSnapshot
{
    public static readonly HelperSnapshot Empty = new([], 0);

    /// <summary>By place; of each place who travels furthest comes first.</summary>
    private readonly Profiel[][] byPlaats;

    private HelperSnapshot(Profiel[][] byPlaats, int count) => (this.byPlaats, Count) = (byPlaats, count);

    public int Count { get; }

    public IEnumerable<Profiel> All => byPlaats.SelectMany(profielen => profielen);

    /// <summary>Null when the partner has no such helper.</summary>
    public Profiel? Find(Guid helperId) =>
        byPlaats.Select(profielen => Array.Find(profielen, profiel => profiel.HelperId == helperId)).FirstOrDefault(profiel => profiel is not null);

    /// <summary>Who travels as far as this place, nearest first: the best are likely to be among the first.</summary>
    public IEnumerable<Profiel> WithinReach(int plaats, Reistijd reistijd)
    {
        foreach (var place in Enumerable.Range(0, byPlaats.Length).OrderBy(other => reistijd.Meters(other, plaats)))
        {
            var meters = reistijd.Meters(place, plaats);
            foreach (var profiel in byPlaats[place])
            {
                if (profiel.RadiusKilometers * 1000 < meters)
                {
                    break;
                }

                yield return profiel;
            }
        }
    }

    /// <summary>The same without some and with others; of somebody who changed both the old and the new are named.</summary>
    public HelperSnapshot With(IReadOnlyCollection<Profiel> gone, IReadOnlyCollection<Profiel> come)
    {
        var goneIds = gone.Select(profiel => profiel.HelperId).ToHashSet();
        var comeByPlaats = come.ToLookup(profiel => profiel.Plaats);
        int[] touched = [.. gone.Concat(come).Select(profiel => profiel.Plaats).Distinct()];
        var changed = new Profiel[Math.Max(byPlaats.Length, touched.DefaultIfEmpty(-1).Max() + 1)][];
        Array.Fill(changed, []);
        byPlaats.CopyTo(changed, 0);
        foreach (var plaats in touched)
        {
            changed[plaats] =
            [
                .. changed[plaats].Where(profiel => !goneIds.Contains(profiel.HelperId)).Concat(comeByPlaats[plaats])
                    .OrderByDescending(profiel => profiel.RadiusKilometers),
            ];
        }

        return new(changed, changed.Sum(profielen => profielen.Length));
    }
}
