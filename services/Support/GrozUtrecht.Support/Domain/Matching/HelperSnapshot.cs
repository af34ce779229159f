using GrozUtrecht.Support.Domain.Agenda;

namespace GrozUtrecht.Support.Domain.Matching;

/// <summary>All helpers of one partner at one moment. It never changes; a change makes another one that shares most of it.</summary>
internal sealed class HelperSnapshot
{
    public static readonly HelperSnapshot Empty = new([], [], 0);

    private static readonly Categorie[] Categorieen = Enum.GetValues<Categorie>();

    /// <summary>By place.</summary>
    private readonly Profiel[][] byPlaats;

    /// <summary>By place and kind of help; of each who travels furthest comes first.</summary>
    private readonly Profiel[][][] byCategorie;

    private HelperSnapshot(Profiel[][] byPlaats, Profiel[][][] byCategorie, int count) =>
        (this.byPlaats, this.byCategorie, Count) = (byPlaats, byCategorie, count);

    public int Count { get; }

    public IEnumerable<Profiel> All => byPlaats.SelectMany(profielen => profielen);

    /// <summary>Null when the partner has no such helper.</summary>
    public Profiel? Find(Guid helperId) =>
        byPlaats.Select(profielen => Array.Find(profielen, profiel => profiel.HelperId == helperId)).FirstOrDefault(profiel => profiel is not null);

    /// <summary>Who offers this kind of help and travels as far as this place, nearest first: the best are likely to be among the first.</summary>
    public IEnumerable<Profiel> WithinReach(Vraagbeeld vraag, Reistijd reistijd)
    {
        var plaats = vraag.Plaats;
        foreach (var place in Enumerable.Range(0, byPlaats.Length).OrderBy(other => reistijd.Meters(other, plaats)))
        {
            var meters = reistijd.Meters(place, plaats);
            foreach (var profiel in byCategorie[place][(int)vraag.Categorie])
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
        var places = Math.Max(byPlaats.Length, touched.DefaultIfEmpty(-1).Max() + 1);
        var (all, sorted) = (new Profiel[places][], new Profiel[places][][]);
        Array.Fill(all, []);
        Array.Fill(sorted, [.. Categorieen.Select(_ => Array.Empty<Profiel>())]);
        byPlaats.CopyTo(all, 0);
        byCategorie.CopyTo(sorted, 0);
        foreach (var plaats in touched)
        {
            all[plaats] = [.. all[plaats].Where(profiel => !goneIds.Contains(profiel.HelperId)).Concat(comeByPlaats[plaats]).OrderByDescending(profiel => profiel.RadiusKilometers)];
            sorted[plaats] = [.. Categorieen.Select(categorie => all[plaats].Where(profiel => (profiel.Categorieen & Bits.Of(categorie)) != 0).ToArray())];
        }

        return new(all, sorted, all.Sum(profielen => profielen.Length));
    }
}
