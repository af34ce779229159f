using GrozUtrecht.Support.Domain.Agenda;
using GrozUtrecht.Support.Domain.Matching;
using GrozUtrecht.Support.Domain.Optimum;

namespace GrozUtrecht.Support.Domain.Rondes;

/// <summary>
/// Matches all open hulpvragen of an area at once. First every hulpvraag as one, a series with one helper; then, for the series that
/// found nobody whole, each beurt by itself with the time that is left. Both steps are the exact optimum of what they are given.
/// </summary>
internal sealed class Ronde(
    IReadOnlyList<Rondevraag> vragen,
    HelperSnapshot helpers,
    Reistijd reistijd,
    Matchingregels regels,
    DateTimeOffset now)
{
    private readonly Dictionary<(Guid HulpvraagId, Guid HelperId), Koppeling> koppelingen = [];
    private readonly Dictionary<Guid, int> used = [];
    private readonly Dictionary<Guid, List<Bezet>> given = [];
    private readonly Dictionary<Guid, int> filled = [];
    private int mogelijkheidCount;

    public Rondeplan Plan(CancellationToken cancellationToken)
    {
        var ordered = vragen.OrderBy(vraag => vraag.Beeld.HulpvraagId).ToList();
        var ranglijst = new Ranglijst(helpers, reistijd, regels, now);
        var eenheden = new List<Eenheid>();
        foreach (var vraag in ordered)
        {
            cancellationToken.ThrowIfCancellationRequested();
            eenheden.AddRange(Eenheid.Of(vraag, ranglijst));
        }

        var first = Assign(eenheden, ranglijst, cancellationToken);
        var isLeft = eenheden.Where(eenheid => eenheid.IsSeries && !filled.ContainsKey(eenheid.Beeld.HulpvraagId))
            .Select(eenheid => eenheid.Beeld.HulpvraagId).ToHashSet();
        var busy = helpers.All.Where(profiel => given.ContainsKey(profiel.HelperId) || (profiel.Maatje is { } maatje && given.ContainsKey(maatje.HelperId))).ToList();
        var left = new Ranglijst(helpers.With(busy, busy.ConvertAll(WithGiven)), reistijd, regels, now);
        var rest = ordered.Where(vraag => isLeft.Contains(vraag.Beeld.HulpvraagId)).SelectMany(vraag => Eenheid.PerBeurt(vraag, left));
        var second = Assign([.. rest], left, cancellationToken);
        var weighed = eenheden.ToLookup(eenheid => eenheid.Beeld.HulpvraagId);
        return new(
            [.. koppelingen.Values.OrderBy(koppeling => koppeling.HulpvraagId).ThenBy(koppeling => koppeling.HelperId)],
            [.. ordered.Select(vraag => OutcomeOf(vraag, weighed[vraag.Beeld.HulpvraagId], ranglijst))],
            ordered.Sum(vraag => vraag.VrijePlekken.Sum()),
            mogelijkheidCount,
            first.Waarde.Points + second.Waarde.Points,
            BoundOf(first) + BoundOf(second),
            first.IsOptimal && second.IsOptimal);
    }

    // The points of a bound that fills more places say nothing about those that are filled.
    private static long? BoundOf(Uitkomst uitkomst) => uitkomst.Bound.Filled.SequenceEqual(uitkomst.Waarde.Filled) ? uitkomst.Bound.Points : null;

    private Uitkomst Assign(IReadOnlyList<Eenheid> eenheden, Ranglijst ranglijst, CancellationToken cancellationToken)
    {
        var toewijsbaar = new Toewijsbaar();
        var (keuzes, uitkomst) = toewijsbaar.Solve(eenheden, ranglijst, used, reistijd, cancellationToken);
        mogelijkheidCount += toewijsbaar.Count;
        foreach (var keuze in keuzes)
        {
            Give(eenheden[keuze.Eenheid].Beeld, keuze.Kandidaat, keuze.Plan, ranglijst);
        }

        return uitkomst;
    }

    private void Give(Vraagbeeld beeld, Kandidaat kandidaat, Plan plan, Ranglijst ranglijst)
    {
        var helperId = kandidaat.Profiel.HelperId;
        var starts = plan.Momenten.ToDictionary(moment => beeld.Bezoeken[moment.Bezoek].BeurtId, moment => moment.Start);
        var key = (beeld.HulpvraagId, helperId);
        koppelingen[key] = koppelingen.TryGetValue(key, out var earlier)
            ? earlier with { Starts = earlier.Starts.Concat(starts).ToDictionary() }
            : new(beeld.HulpvraagId, helperId, kandidaat.Punten.Score, ranglijst.Explain(beeld, kandidaat), starts);
        used[helperId] = used.GetValueOrDefault(helperId) + 1;
        filled[beeld.HulpvraagId] = filled.GetValueOrDefault(beeld.HulpvraagId) + plan.Momenten.Count;
        foreach (var taker in kandidaat.Profiel.Maatje is { } maatje ? [helperId, maatje.HelperId] : (Guid[])[helperId])
        {
            if (!given.TryGetValue(taker, out var times))
            {
                given.Add(taker, times = []);
            }

            times.AddRange(plan.Momenten.Select(moment => new Bezet(new(moment.Start, moment.Start + beeld.Bezoeken[moment.Bezoek].DurationMinutes), beeld.Plaats)));
        }
    }

    private Profiel WithGiven(Profiel profiel)
    {
        var maatje = profiel.Maatje is { } other ? WithGiven(other) : null;
        return given.TryGetValue(profiel.HelperId, out var times)
            ? profiel with { Maatje = maatje, Agenda = profiel.Agenda with { Bezet = [.. profiel.Agenda.Bezet.Concat(times).OrderBy(taken => taken.Minuten.Van)] } }
            : profiel with { Maatje = maatje };
    }

    private Vraaguitkomst OutcomeOf(Rondevraag vraag, IEnumerable<Eenheid> eenheden, Ranglijst ranglijst)
    {
        var beeld = vraag.Beeld;
        var weighed = eenheden.SelectMany(eenheid => eenheid.Kandidaten)
            .GroupBy(kandidaat => kandidaat.Profiel.HelperId, kandidaat => kandidaat.Punten.Score)
            .Select(scores => new Gewogen(scores.Key, scores.Max()))
            .OrderByDescending(gewogen => gewogen.Score).ThenBy(gewogen => gewogen.HelperId).ToList();
        var found = filled.GetValueOrDefault(beeld.HulpvraagId);
        var uitkomst = found >= vraag.VrijePlekken.Sum() ? Rondeuitkomst.Gekoppeld
            : found > 0 ? Rondeuitkomst.DeelsGekoppeld
            : weighed.Count > 0 ? Rondeuitkomst.KandidatenElders
            : Rondeuitkomst.GeenKandidaat;
        return new(
            beeld.HulpvraagId,
            beeld.Urgentie,
            uitkomst,
            weighed,
            uitkomst is Rondeuitkomst.GeenKandidaat ? ranglijst.Obstakels(beeld) : new Dictionary<Obstakel, int>());
    }
}
