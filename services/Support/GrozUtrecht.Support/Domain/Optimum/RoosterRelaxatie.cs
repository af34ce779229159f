namespace GrozUtrecht.Support.Domain.Optimum;

/// <summary>
/// The relaxation of one part: each helper does whole schedules, but may divide itself over several. The programme over schedules proposes
/// prices, and what these prove is computed in whole numbers: the price of every place, and of each helper the best that is left at these prices.
/// </summary>
internal sealed class RoosterRelaxatie
{
    private const int MaximumCuts = 300;
    private const int MaximumRounds = 300;

    private readonly Deel deel;
    private readonly Drietallen cuts;
    private readonly RoosterKeuze keuze;
    private readonly RoosterLp lp;
    private readonly int[] minima;
    private readonly List<(Kolom Column, double Worth)> candidates = [];
    private Term term;

    public RoosterRelaxatie(Deel deel)
    {
        this.deel = deel;
        cuts = new Drietallen(deel);
        keuze = new RoosterKeuze(deel, cuts);
        lp = new RoosterLp(deel, MaximumCuts);
        minima = new int[deel.ClassCount];
        term = Term.Class(deel, 0);
    }

    /// <summary>The items that may not be chosen, and those that must.</summary>
    public bool[] IsForbidden => keuze.IsForbidden;
    public bool[] IsForced => keuze.IsForced;

    public void Turn(Term next) => term = next;

    /// <summary>From now on at least so many places of the class.</summary>
    public void SetMinimum(int urgency, int minimum)
    {
        // The programme gets a hair's breadth of room, so that it does not call a solution impossible that is not.
        const double room = 0.001;
        minima[urgency] = minimum;
        lp.SetMinimum(deel.ClassRow(urgency), minimum - room);
    }

    /// <summary>What the term cannot exceed with what is forbidden and forced; no better than needed to show that the goal is not exceeded.</summary>
    public long Solve(long goal, CancellationToken token)
    {
        lp.Price(Worth);
        var bound = long.MaxValue;
        for (var round = 0; round < MaximumRounds; round++)
        {
            token.ThrowIfCancellationRequested();
            bound = Math.Min(bound, Bound());
            if (bound <= goal)
                return bound;

            AddSlacks();
            if (candidates.Count == 0)
                return bound;

            Improve();
            if (lp.Refresh())
                lp.Price(Worth);
        }

        return bound;
    }

    /// <summary>Adds cuts that the solution breaks; false when there are none, or enough.</summary>
    public bool AddCuts()
    {
        var first = cuts.Count;
        if (first + Drietallen.MostAtOnce > MaximumCuts || cuts.Add(lp.Basis, lp.Values) == 0)
            return false;

        for (var cut = first; cut < cuts.Count; cut++)
            lp.AddCut(cuts.MaximumOf(cut), it => it.Helper < 0 ? 0 : cuts.CountsOf(it.Helper, it.Items).FirstOrDefault(count => count.Cut == cut).Amount);
        return true;
    }

    /// <summary>For good leaves out what cannot be part of anything that is as good as the goal. Nothing may be forced.</summary>
    public void ForbidBelow(long goal)
    {
        var sum = SetPrices();
        var values = new long[deel.Capacities.Length];
        for (var helper = 0; helper < values.Length; helper++)
            sum += values[helper] = keuze.Search(helper) ?? 0;

        for (var item = 0; item < deel.Items.Length; item++)
        {
            if (keuze.IsForbidden[item])
                continue;

            var helper = deel.HelperOf[item];
            keuze.IsForced[item] = true;
            keuze.IsForbidden[item] = keuze.Search(helper) is not { } value || term.Floor(sum - values[helper] + value) < goal;
            keuze.IsForced[item] = false;
        }
    }

    /// <summary>How much of each item the solution chooses.</summary>
    public double[] Shares()
    {
        var shares = new double[deel.Items.Length];
        for (var index = 0; index < lp.Basis.Length; index++)
        {
            foreach (var item in lp.Basis[index].Items)
                shares[item] += lp.Values[index];
        }

        return shares;
    }

    private void Improve()
    {
        while (candidates.Count > 0)
        {
            var (most, best) = (Term.Tolerance, -1);
            for (var index = 0; index < candidates.Count; index++)
            {
                var gain = lp.Gain(candidates[index].Column, candidates[index].Worth);
                if (gain > most)
                    (most, best) = (gain, index);
            }

            if (best < 0)
                return;
            if (!lp.Enter(candidates[best].Column, most))
                candidates.RemoveAt(best);
        }
    }

    // The bound at the present prices, whatever these are; and the schedules that would improve the programme.
    private long Bound()
    {
        candidates.Clear();
        var sum = SetPrices();
        for (var helper = 0; helper < deel.Capacities.Length; helper++)
        {
            if (keuze.Search(helper) is not { } value)
                return long.MinValue;

            sum += value;
            if (keuze.Best.Count > 0)
                AddCandidate(ColumnOf(helper, [.. keuze.Best]));
        }

        return term.Floor(sum);
    }

    private void AddSlacks()
    {
        foreach (var slack in lp.Slacks)
            AddCandidate(slack);
    }

    private void AddCandidate(Kolom column)
    {
        var worth = Worth(column);
        if (lp.Gain(column, worth) > Term.Tolerance)
            candidates.Add((column, worth));
    }

    // What all places, minima and cuts cost together; what is left of each item is its profit.
    private Int128 SetPrices()
    {
        Int128 sum = 0;
        var prices = new long[deel.Places.Length];
        for (var ask = 0; ask < prices.Length; ask++)
        {
            prices[ask] = term.Fixed(lp.Prices[ask]);
            sum += (Int128)prices[ask] * deel.Places[ask];
        }

        var premiums = new long[minima.Length];
        for (var urgency = 0; urgency < premiums.Length; urgency++)
        {
            premiums[urgency] = term.Fixed(lp.Prices[deel.ClassRow(urgency)]);
            sum -= (Int128)premiums[urgency] * minima[urgency];
        }

        var cutPrices = new long[cuts.Count];
        for (var cut = 0; cut < cutPrices.Length; cut++)
        {
            cutPrices[cut] = term.Fixed(lp.Prices[deel.CutRow(cut)]);
            sum += (Int128)cutPrices[cut] * cuts.MaximumOf(cut);
        }

        var profits = new long[deel.Items.Length];
        for (var item = 0; item < profits.Length; item++)
            profits[item] = (term.Worth[item] * term.Unit) + premiums[deel.ClassOf[item]] - prices[deel.AskOf[item]];
        keuze.SetProfits(profits, cutPrices);
        return sum;
    }

    private double Worth(Kolom column)
    {
        if (column.Helper < 0)
            return column.Helper == Kolom.Missing ? -Term.Penalty : 0;

        var sum = 0L;
        var missing = keuze.IsForced.AsSpan(deel.RangeOf(column.Helper)).Count(true);
        foreach (var item in column.Items)
        {
            if (keuze.IsForbidden[item])
                return -Term.Penalty;

            sum += term.Worth[item];
            missing -= keuze.IsForced[item] ? 1 : 0;
        }

        return missing > 0 ? -Term.Penalty : sum / (double)term.Largest;
    }

    private Kolom ColumnOf(int helper, int[] items)
    {
        (int Row, double Amount)[] entries =
        [
            .. items.Select(it => (deel.AskOf[it], 1.0)),
            (deel.HelperRow(helper), 1.0),
            .. items.GroupBy(it => deel.ClassOf[it]).Select(it => (deel.ClassRow(it.Key), -(double)it.Count())),
            .. cuts.CountsOf(helper, items).Select(it => (deel.CutRow(it.Cut), (double)it.Amount)),
        ];
        return new(helper, items, [.. entries.Select(it => it.Row)], [.. entries.Select(it => it.Amount)]);
    }
}
