using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace GrozUtrecht.Support.Domain.Optimum;

/// <summary>
/// The cheapest column for every row of a full matrix, each column once: bidding first, then shortest augmenting paths (Jonker and Volgenant).
/// All the time goes into running along rows, which vectors do four columns at a time.
/// </summary>
internal sealed class JonkerVolgenant
{
    private const int Free = -1;
    private const int BidRounds = 2;

    private readonly int rows;
    private readonly int width;
    private readonly long[] cost;
    private readonly long[] price;
    private readonly long[] distance;
    private readonly long[] open;
    private readonly long[] previous;
    private readonly int[] columnOf;
    private readonly int[] rowOf;

    private JonkerVolgenant(int rows, int width, long[] cost)
    {
        (this.rows, this.width, this.cost) = (rows, width, cost);
        price = new long[width];
        distance = new long[width];
        open = new long[width];
        previous = new long[width];
        columnOf = new int[rows];
        rowOf = new int[width];
        columnOf.AsSpan().Fill(Free);
        rowOf.AsSpan().Fill(Free);
    }

    /// <summary>Columns are padded to whole vectors, at a cost that nothing else reaches.</summary>
    public static int WidthOf(int columns) => (columns + Vector256<long>.Count - 1) / Vector256<long>.Count * Vector256<long>.Count;

    /// <returns>The column of each row.</returns>
    public static int[] Solve(int rows, int width, long[] cost, CancellationToken token)
    {
        var solver = new JonkerVolgenant(rows, width, cost);
        List<int> waiting = [.. Enumerable.Range(0, rows)];
        for (var round = 0; round < BidRounds; round++)
            waiting = solver.Bid(waiting);
        foreach (var row in waiting)
        {
            token.ThrowIfCancellationRequested();
            solver.Augment(row);
        }

        return solver.columnOf;
    }

    // A row takes its best column at the price where its second best would do as well. Who is pushed out bids again at once if the price rose.
    private List<int> Bid(List<int> waiting)
    {
        List<int> left = [];
        foreach (var start in waiting)
        {
            var row = start;
            while (row != Free)
            {
                var (best, second, column) = FindTwoSmallest(row);
                var pushed = rowOf[column];
                if (pushed != Free && best == second)
                {
                    left.Add(row);
                    break;
                }

                price[column] -= second - best;
                Assign(row, column);
                row = pushed;
            }
        }

        return left;
    }

    private void Assign(int row, int column)
    {
        if (rowOf[column] != Free)
            columnOf[rowOf[column]] = Free;
        rowOf[column] = row;
        columnOf[row] = column;
    }

    private void Augment(int start)
    {
        distance.AsSpan().Fill(long.MaxValue);
        open.AsSpan().Fill(-1);
        List<int> scanned = [];
        var (row, reached, offset) = (start, 0L, 0L);
        int column;
        while (true)
        {
            (reached, column) = Relax(row, offset);
            if (rowOf[column] == Free)
                break;

            scanned.Add(column);
            open[column] = 0;
            row = rowOf[column];
            offset = reached - (cost[(row * width) + column] - price[column]);
        }

        foreach (var it in scanned)
            price[it] += distance[it] - reached;
        while (true)
        {
            var from = (int)previous[column];
            var next = columnOf[from];
            rowOf[column] = from;
            columnOf[from] = column;
            if (from == start)
                return;
            column = next;
        }
    }

    private (long Best, long Second, int Column) FindTwoSmallest(int row)
    {
        ref var costs = ref cost[row * width];
        ref var prices = ref MemoryMarshal.GetArrayDataReference(price);
        var (best, second) = (Vector256.Create(long.MaxValue), Vector256.Create(long.MaxValue));
        var (columns, at) = (Vector256<long>.Zero, Vector256.Create(0L, 1, 2, 3));
        var step = Vector256.Create((long)Vector256<long>.Count);
        for (nuint index = 0; index < (nuint)width; index += (nuint)Vector256<long>.Count)
        {
            var value = Vector256.LoadUnsafe(ref costs, index) - Vector256.LoadUnsafe(ref prices, index);
            var smaller = Vector256.LessThan(value, best);
            second = Vector256.Min(second, Vector256.Max(value, best));
            columns = Vector256.ConditionalSelect(smaller, at, columns);
            best = Vector256.Min(best, value);
            at += step;
        }

        var lane = SmallestLane(best, columns);
        var (smallest, next) = (best[lane], second[lane]);
        for (var other = 0; other < Vector256<long>.Count; other++)
        {
            if (other != lane)
                next = Math.Min(next, best[other]);
        }

        return (smallest, next, (int)columns[lane]);
    }

    /// <summary>Looks whether columns are nearer by way of this row, and returns the nearest that was not visited.</summary>
    private (long Distance, int Column) Relax(int row, long offset)
    {
        ref var costs = ref cost[row * width];
        ref var prices = ref MemoryMarshal.GetArrayDataReference(price);
        ref var distances = ref MemoryMarshal.GetArrayDataReference(distance);
        ref var opens = ref MemoryMarshal.GetArrayDataReference(open);
        ref var previouses = ref MemoryMarshal.GetArrayDataReference(previous);
        var (from, add) = (Vector256.Create((long)row), Vector256.Create(offset));
        var (best, columns, at) = (Vector256.Create(long.MaxValue), Vector256<long>.Zero, Vector256.Create(0L, 1, 2, 3));
        var (step, far) = (Vector256.Create((long)Vector256<long>.Count), Vector256.Create(long.MaxValue));
        for (nuint index = 0; index < (nuint)width; index += (nuint)Vector256<long>.Count)
        {
            var unvisited = Vector256.LoadUnsafe(ref opens, index);
            var known = Vector256.LoadUnsafe(ref distances, index);
            var value = Vector256.LoadUnsafe(ref costs, index) - Vector256.LoadUnsafe(ref prices, index) + add;
            var nearer = Vector256.LessThan(value, known) & unvisited;
            if (nearer != Vector256<long>.Zero)
            {
                known = Vector256.ConditionalSelect(nearer, value, known);
                known.StoreUnsafe(ref distances, index);
                Vector256.ConditionalSelect(nearer, from, Vector256.LoadUnsafe(ref previouses, index)).StoreUnsafe(ref previouses, index);
            }

            var candidate = Vector256.ConditionalSelect(unvisited, known, far);
            columns = Vector256.ConditionalSelect(Vector256.LessThan(candidate, best), at, columns);
            best = Vector256.Min(best, candidate);
            at += step;
        }

        var lane = SmallestLane(best, columns);
        return (best[lane], (int)columns[lane]);
    }

    // Between equals the first column decides.
    private static int SmallestLane(Vector256<long> values, Vector256<long> columns)
    {
        var lane = 0;
        for (var other = 1; other < Vector256<long>.Count; other++)
        {
            if (values[other] < values[lane] || (values[other] == values[lane] && columns[other] < columns[lane]))
                lane = other;
        }

        return lane;
    }
}
