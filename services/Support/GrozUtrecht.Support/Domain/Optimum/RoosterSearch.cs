namespace GrozUtrecht.Support.Domain.Optimum;

/// <summary>
/// The exact search in one part: one term of the value after the other, each with what the terms before it reached as a minimum. Terms are
/// whole numbers, so a bound of 91.7 places proves 91, which no bound on all terms together could.
/// </summary>
internal sealed class RoosterSearch
{
    private const int CutRounds = 10;

    private readonly Deel deel;
    private readonly int maximumNodes;
    private readonly CancellationToken token;
    private readonly RoosterRelaxatie relaxatie;
    private readonly int[] minima;
    private List<int> best;
    private Waarde bestWaarde;
    private Term term = null!;
    private long termBest;
    private long openBound;
    private int nodes;
    private int lastNode;

    private RoosterSearch(Deel deel, List<int> best, int maximumNodes, CancellationToken token)
    {
        (this.deel, this.best, this.maximumNodes, this.token) = (deel, best, maximumNodes, token);
        relaxatie = new RoosterRelaxatie(deel);
        minima = new int[deel.ClassCount];
        bestWaarde = WaardeOf(best);
    }

    /// <param name="deel">Has items.</param>
    /// <param name="chosen">A choice that holds to every rule, as indices in <see cref="Opgave.Items"/>; the outcome is no worse.</param>
    /// <param name="maximumNodes">Branches per term.</param>
    /// <param name="token">Stops the search with an exception.</param>
    public static Uitkomst Solve(Deel deel, IReadOnlyList<int> chosen, int maximumNodes, CancellationToken token)
    {
        var given = chosen.ToHashSet();
        List<int> start = [.. Enumerable.Range(0, deel.Items.Length).Where(it => given.Contains(deel.Items[it]))];
        return new RoosterSearch(deel, start, maximumNodes, token).Run();
    }

    private Uitkomst Run()
    {
        var filled = new int[minima.Length];
        for (var urgency = 0; urgency < filled.Length; urgency++)
        {
            filled[urgency] = (int)FindMost(Term.Class(deel, urgency));
            minima[urgency] = bestWaarde.Filled[urgency];
            relaxatie.SetMinimum(urgency, minima[urgency]);
        }

        // Whatever is at least as good as the best holds to the minima, so each of these holds for all that could be better.
        var points = Term.Points(deel);
        var most = FindMost(points);
        var bound = new Waarde(filled, most / points.Scale, (int)(most % points.Scale));
        return new([.. best.Select(it => deel.Items[it])], bound == bestWaarde, bestWaarde, bound, nodes);
    }

    private long FindMost(Term next)
    {
        term = next;
        relaxatie.Turn(next);
        (termBest, openBound, lastNode) = (term.Of(best), 0, nodes + maximumNodes);
        var bound = relaxatie.Solve(termBest, token);
        for (var round = 0; round < CutRounds && bound > termBest && relaxatie.AddCuts(); round++)
            bound = Math.Min(bound, relaxatie.Solve(termBest, token));

        var shares = relaxatie.Shares();
        Record(Round(shares));
        relaxatie.ForbidBelow(termBest);
        Branch(shares, bound);
        return Math.Max(termBest, openBound);
    }

    private void Visit(long above)
    {
        nodes++;
        var bound = Math.Min(above, relaxatie.Solve(termBest, token));
        if (bound <= termBest)
            return;

        var shares = relaxatie.Shares();
        Record(Round(shares));
        Branch(shares, bound);
    }

    private void Branch(double[] shares, long bound)
    {
        if (bound <= termBest)
            return;

        var item = MostDivided(shares);
        if (item < 0 || nodes >= lastNode)
        {
            openBound = Math.Max(openBound, bound);
            return;
        }

        var first = shares[item] >= 0.5 ? relaxatie.IsForced : relaxatie.IsForbidden;
        var second = shares[item] >= 0.5 ? relaxatie.IsForbidden : relaxatie.IsForced;
        foreach (var flags in (bool[][])[first, second])
        {
            flags[item] = true;
            Visit(bound);
            flags[item] = false;
        }
    }

    // Where nothing is divided and yet the bound is not reached, the programme was not precise enough; any item brings it further.
    private int MostDivided(double[] shares)
    {
        var (found, least) = (-1, double.MaxValue);
        for (var item = 0; item < shares.Length; item++)
        {
            var distance = Math.Abs(shares[item] - 0.5);
            if (distance < least && !relaxatie.IsForbidden[item] && !relaxatie.IsForced[item])
                (found, least) = (item, distance);
        }

        return found;
    }

    // What has the largest share comes first, then what is worth most.
    private List<int> Round(double[] shares)
    {
        var free = deel.Places.ToArray();
        var mine = Array.ConvertAll(deel.Capacities, _ => new List<int>());
        var order = Enumerable.Range(0, shares.Length)
            .OrderByDescending(it => Math.Round(shares[it], 3))
            .ThenBy(it => deel.ClassOf[it])
            .ThenByDescending(it => deel.Opgave.Items[deel.Items[it]].Points);
        foreach (var item in order)
        {
            var chosen = mine[deel.HelperOf[item]];
            if (free[deel.AskOf[item]] == 0 || !deel.Fits(chosen, item))
                continue;

            chosen.Add(item);
            free[deel.AskOf[item]]--;
        }

        return [.. mine.SelectMany(it => it)];
    }

    private void Record(List<int> chosen)
    {
        var waarde = WaardeOf(chosen);
        if (minima.Where((minimum, urgency) => waarde.Filled[urgency] < minimum).Any())
            return;

        termBest = Math.Max(termBest, term.Of(chosen));
        if (waarde.Compare(bestWaarde) > 0)
            (best, bestWaarde) = (chosen, waarde);
    }

    private Waarde WaardeOf(List<int> chosen) => deel.Opgave.WaardeOf(chosen.Select(it => deel.Items[it]));
}
