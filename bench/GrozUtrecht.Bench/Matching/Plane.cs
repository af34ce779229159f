namespace GrozUtrecht.Bench.Matching;

/// <summary>Helpers at random places in a square, in cells that make the neighbours of a place easy to find.</summary>
internal sealed class Plane
{
    private readonly List<(double X, double Y, int Helper)>[] cells;
    private readonly int side;

    public Plane(Random random, int helpers)
    {
        side = Math.Max(1, (int)Math.Sqrt(helpers / 8.0));
        cells = [.. Enumerable.Range(0, side * side).Select(_ => new List<(double, double, int)>())];
        for (var helper = 0; helper < helpers; helper++)
        {
            var (x, y) = (random.NextDouble(), random.NextDouble());
            cells[CellOf(x, y)].Add((x, y, helper));
        }
    }

    /// <summary>Half of the nearest ones of a random place, with their distance as a share of the farthest; ordered by helper.</summary>
    public IEnumerable<(int Helper, double Share)> Near(Random random, int count)
    {
        // Asks come in clusters, as in a town.
        var (x, y) = (Math.Sqrt(random.NextDouble()), random.NextDouble());
        List<(double Distance, int Helper)> found = [];
        for (var ring = 1; found.Count < count * 2 && ring <= side; ring++)
            found = Within(x, y, ring);

        var nearest = found.Order().Take(count * 2).ToArray();
        random.Shuffle(nearest);
        var picked = nearest.Take(count).ToArray();
        var farthest = picked.Max(it => it.Distance);
        return picked.OrderBy(it => it.Helper).Select(it => (it.Helper, it.Distance / farthest));
    }

    private List<(double Distance, int Helper)> Within(double x, double y, int ring)
    {
        var (column, row) = ((int)(x * side), (int)(y * side));
        List<(double, int)> found = [];
        for (var otherRow = Math.Max(0, row - ring); otherRow <= Math.Min(side - 1, row + ring); otherRow++)
        {
            for (var other = Math.Max(0, column - ring); other <= Math.Min(side - 1, column + ring); other++)
                found.AddRange(cells[(otherRow * side) + other].Select(it => (Math.Sqrt(Math.Pow(it.X - x, 2) + Math.Pow(it.Y - y, 2)), it.Helper)));
        }

        return found;
    }

    private int CellOf(double x, double y) => ((int)(y * side) * side) + (int)(x * side);
}
