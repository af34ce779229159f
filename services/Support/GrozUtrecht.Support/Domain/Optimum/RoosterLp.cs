using System.Numerics;

namespace GrozUtrecht.Support.Domain.Optimum;

/// <summary>
/// The linear programme over schedules, by the simplex method on the inverse of the basis: a row per ask (its places), per helper (one
/// schedule) and per urgency class (what has to be filled at least). It stays feasible whatever happens to the worth of its columns.
/// </summary>
/// <remarks>
/// Its prices are a proposal: what they prove is computed apart, in whole numbers. That is why a little disorder on the places, which
/// keeps the method from standing still, does no harm.
/// </remarks>
internal sealed class RoosterLp
{
    private const double Disorder = 1e-5;
    private const double Tolerance = 1e-8;
    private const double SmallestPivot = 1e-6;
    private const double Noise = 1e-12;
    private const double NoMinimum = 1e7;
    private const int PivotsBeforeRefresh = 1_500;

    private int rows;
    private readonly double[][] inverse;
    private readonly double[] rightHand;
    private readonly double[] values;
    private readonly double[] prices;
    private readonly double[] entering;
    private readonly Kolom[] basis;
    private readonly int[] nonzero;
    private int pivots;

    public RoosterLp(Deel deel, int maximumCuts)
    {
        rows = deel.Places.Length + deel.Capacities.Length + deel.ClassCount;
        var most = rows + maximumCuts;
        inverse = new double[most][];
        basis = new Kolom[most];
        rightHand = new double[most];
        values = new double[most];
        prices = new double[most];
        entering = new double[most];
        nonzero = new int[most];
        var random = 1u;
        for (var row = 0; row < rows; row++)
        {
            random = (random * 1_664_525) + 1_013_904_223;
            var disorder = Disorder * (1 + ((random >> 8) / (double)(1 << 24)));
            var helper = row - deel.Places.Length;
            rightHand[row] = disorder + (helper < 0 ? deel.Places[row] : helper < deel.Capacities.Length ? 1 : NoMinimum);
            basis[row] = new Kolom(helper >= 0 && helper < deel.Capacities.Length ? helper : -1, [], [row], [1]);
            inverse[row] = new double[most];
        }

        Slacks = [.. basis.AsSpan(0, rows)];
        Reset();
    }

    /// <summary>The slack of each row.</summary>
    public List<Kolom> Slacks { get; }

    public ReadOnlySpan<Kolom> Basis => basis.AsSpan(0, rows);

    public ReadOnlySpan<double> Values => values.AsSpan(0, rows);

    public ReadOnlySpan<double> Prices => prices;

    /// <summary>Asks from now on at least so much of a class whose row was free; what is missing is filled by a column that is worth nothing good.</summary>
    public void SetMinimum(int row, double minimum)
    {
        // The row was free, so its slack stands in the basis and nothing else depends on it.
        var place = Array.IndexOf(basis, Slacks[row]);
        values[place] += -minimum - rightHand[row];
        rightHand[row] = -minimum;
        if (values[place] < 0)
            Fill(place, row);
    }

    /// <summary>Adds a row that the present solution may break; the columns of the basis have to be given with what they count in it.</summary>
    public void AddCut(double maximum, Func<Kolom, double> countOf)
    {
        var row = rows++;
        rightHand[row] = values[row] = maximum;
        inverse[row] = new double[inverse.Length];
        inverse[row][row] = 1;
        Slacks.Add(basis[row] = new Kolom(-1, [], [row], [1]));
        for (var index = 0; index < row; index++)
        {
            var count = countOf(basis[index]);
            if (count == 0)
                continue;

            basis[index] = basis[index] with { Rows = [.. basis[index].Rows, row], Amounts = [.. basis[index].Amounts, count] };
            values[row] -= count * values[index];
            for (var other = 0; other < row; other++)
                inverse[other][row] -= count * inverse[other][index];
        }

        if (values[row] < 0)
            Fill(row, row);
    }

    private void Fill(int place, int row)
    {
        values[place] = -values[place];
        basis[place] = new Kolom(Kolom.Missing, [], [row], [-1]);
        for (var other = 0; other < rows; other++)
            inverse[other][place] = -inverse[other][place];
    }

    /// <summary>Computes the prices that belong to the worth of the columns.</summary>
    public void Price(Func<Kolom, double> worth)
    {
        var worths = Array.ConvertAll(basis.AsSpan(0, rows).ToArray(), it => worth(it));
        for (var row = 0; row < rows; row++)
        {
            var sum = 0.0;
            var column = inverse[row];
            for (var index = 0; index < rows; index++)
                sum += worths[index] * column[index];
            prices[row] = sum;
        }
    }

    /// <summary>What a column adds to the worth, per unit, at the present prices.</summary>
    public double Gain(Kolom column, double worth)
    {
        for (var index = 0; index < column.Rows.Length; index++)
            worth -= column.Amounts[index] * prices[column.Rows[index]];
        return worth;
    }

    /// <summary>Takes a column in; false when it cannot be done with precision.</summary>
    public bool Enter(Kolom column, double gain)
    {
        ComputeEntering(column);
        var leaving = ChooseLeaving();
        if (leaving < 0)
            return false;

        var step = values[leaving] / entering[leaving];
        for (var index = 0; index < rows; index++)
            values[index] = Math.Max(0, values[index] - (step * entering[index]));
        values[leaving] = step;
        Exchange(leaving, column, gain);
        return true;
    }

    // Of the rows that are as good as first to run out, the one that divides with most precision.
    private int ChooseLeaving()
    {
        var least = double.MaxValue;
        for (var index = 0; index < rows; index++)
        {
            if (entering[index] > SmallestPivot)
                least = Math.Min(least, (values[index] + Tolerance) / entering[index]);
        }

        var leaving = -1;
        for (var index = 0; index < rows; index++)
        {
            if (entering[index] > SmallestPivot && values[index] <= least * entering[index] && (leaving < 0 || entering[index] > entering[leaving]))
                leaving = index;
        }

        return leaving;
    }

    /// <summary>Builds the inverse anew when many exchanges may have blurred it; the prices have to be computed again then.</summary>
    public bool Refresh()
    {
        if (pivots < PivotsBeforeRefresh)
            return false;

        var columns = Basis.ToArray().Where(it => it != Slacks[it.Rows[0]]).ToList();
        var slackRows = Basis.ToArray().Where(it => it == Slacks[it.Rows[0]]).Select(it => it.Rows[0]).ToHashSet();
        Reset();
        foreach (var column in columns)
        {
            ComputeEntering(column);
            var leaving = -1;
            for (var index = 0; index < rows; index++)
            {
                if (basis[index] == Slacks[index] && !slackRows.Contains(index) && (leaving < 0 || Math.Abs(entering[index]) > Math.Abs(entering[leaving])))
                    leaving = index;
            }

            if (Math.Abs(entering[leaving]) > 1e-7)
                Exchange(leaving, column, 0);
        }

        Array.Clear(values);
        for (var row = 0; row < rows; row++)
            AddTo(values, inverse[row], rightHand[row]);
        for (var row = 0; row < rows; row++)
            values[row] = Math.Max(0, values[row]);
        pivots = 0;
        return true;
    }

    private void Reset()
    {
        for (var row = 0; row < rows; row++)
        {
            Array.Clear(inverse[row]);
            inverse[row][row] = 1;
            basis[row] = Slacks[row];
            values[row] = rightHand[row];
        }
    }

    private void ComputeEntering(Kolom column)
    {
        Array.Clear(entering);
        for (var index = 0; index < column.Rows.Length; index++)
            AddTo(entering, inverse[column.Rows[index]], column.Amounts[index]);
    }

    private void Exchange(int leaving, Kolom entered, double gain)
    {
        pivots++;
        var pivot = entering[leaving];
        entering[leaving] = pivot - 1;
        var count = CollectNonzero();
        for (var row = 0; row < rows; row++)
        {
            // What is smaller is noise; passed on, it would fill the inverse.
            var column = inverse[row];
            if (Math.Abs(column[leaving]) < Noise)
                continue;

            var share = column[leaving] / pivot;
            prices[row] += gain * share;
            if (count * 4 > rows)
            {
                AddTo(column, entering, -share);
                continue;
            }

            foreach (var index in nonzero.AsSpan(0, count))
                column[index] -= entering[index] * share;
        }

        basis[leaving] = entered;
    }

    private int CollectNonzero()
    {
        var count = 0;
        for (var index = 0; index < rows; index++)
        {
            if (Math.Abs(entering[index]) > Noise)
                nonzero[count++] = index;
        }

        return count;
    }

    private void AddTo(double[] target, double[] source, double factor)
    {
        var index = 0;
        var width = Vector<double>.Count;
        for (; index <= rows - width; index += width)
            (new Vector<double>(target, index) + (new Vector<double>(source, index) * factor)).CopyTo(target, index);
        for (; index < rows; index++)
            target[index] += source[index] * factor;
    }
}
