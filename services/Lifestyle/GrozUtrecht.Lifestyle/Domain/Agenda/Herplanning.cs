using GrozUtrecht.Gebieden;

namespace GrozUtrecht.Lifestyle.Domain.Agenda;

/// <summary>A session of a series as it stands, before the series changes.</summary>
internal sealed record Reekssessie(Guid Id, DateTimeOffset BegintOp, DateTimeOffset EindigtOp, bool HeeftDeelnames)
{
    public DateOnly Dag => NederlandseTijd.DayOf(BegintOp);
}

/// <summary>
/// What a changed series does to the sessions to come. A session moves within its day, or else within its week, so that calendars that
/// hold it follow; what is left is cancelled or new. A session in which people take part stays as it is, unless it may move too.
/// </summary>
internal sealed record Herplanning(
    IReadOnlyList<(Reekssessie Sessie, Reeksdag Naar)> Verplaatst,
    IReadOnlyList<Reekssessie> Vervallen,
    IReadOnlyList<Reekssessie> Behouden,
    IReadOnlyList<Reeksdag> Nieuw)
{
    public static Herplanning Of(IReadOnlyList<Reekssessie> sessies, IReadOnlyList<Reeksdag> dagen, bool deelnamesMeeverhuizen)
    {
        var (oud, nieuw) = (sessies.ToList(), dagen.ToList());
        // What does not change needs nothing, whoever takes part.
        Pair(oud, nieuw, (sessie, dag) => sessie.BegintOp == dag.BegintOp && sessie.EindigtOp == dag.EindigtOp);

        List<Reekssessie> behouden = [];
        if (!deelnamesMeeverhuizen)
            Keep(oud, behouden);
        nieuw.RemoveAll(dag => behouden.Exists(sessie => dag.Overlaps(sessie.BegintOp, sessie.EindigtOp)));

        List<(Reekssessie, Reeksdag)> verplaatst =
        [
            .. Pair(oud, nieuw, (sessie, dag) => sessie.Dag == dag.Dag),
            .. Pair(oud, nieuw, (sessie, dag) => NederlandseTijd.WeekOf(sessie.Dag) == NederlandseTijd.WeekOf(dag.Dag)),
        ];
        Keep(oud, behouden);
        nieuw.RemoveAll(dag => behouden.Exists(sessie => dag.Overlaps(sessie.BegintOp, sessie.EindigtOp)));
        return new(verplaatst, oud, behouden, nieuw);
    }

    private static void Keep(List<Reekssessie> oud, List<Reekssessie> behouden)
    {
        behouden.AddRange(oud.Where(sessie => sessie.HeeftDeelnames));
        oud.RemoveAll(sessie => sessie.HeeftDeelnames);
    }

    // Who takes part comes first: when two sessions fit one day, theirs gets it.
    private static List<(Reekssessie, Reeksdag)> Pair(List<Reekssessie> oud, List<Reeksdag> nieuw, Func<Reekssessie, Reeksdag, bool> fits)
    {
        List<(Reekssessie, Reeksdag)> pairs = [];
        foreach (var sessie in oud.OrderByDescending(sessie => sessie.HeeftDeelnames).ThenBy(sessie => sessie.BegintOp).ToList())
        {
            if (nieuw.Find(dag => fits(sessie, dag)) is not { } dag)
                continue;
            pairs.Add((sessie, dag));
            oud.Remove(sessie);
            nieuw.Remove(dag);
        }

        return pairs;
    }
}
