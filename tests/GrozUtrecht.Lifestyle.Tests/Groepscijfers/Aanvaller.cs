using GrozUtrecht.Lifestyle.Domain.Groepscijfers;

namespace GrozUtrecht.Lifestyle.Tests.Groepscijfers;

/// <summary>
/// The curious employer, with every report in hand and all exact sums, which is more than rounding leaves. What can be computed is a
/// weighted sum of scores; he wins when one is about one to fourteen people.
/// </summary>
internal sealed class Aanvaller
{
    // Not the prime of the code on trial.
    private const long Prime = 2_147_483_647;

    // One row per figure; columns are scores, and the owner of each is a number.
    private readonly List<long[]> rows = [];
    private readonly List<int> owners = [];

    public Aanvaller(IEnumerable<(Groepscijfer Cijfer, IReadOnlyList<Guid> Over)> published)
    {
        var columns = new Dictionary<(Guid, int), int>();
        var persons = new Dictionary<Guid, int>();
        var sums = published.Select(item => Sum(item.Cijfer, item.Over).ToList()).ToList();
        foreach (var (score, _) in sums.SelectMany(sum => sum))
        {
            if (!columns.TryAdd(score, columns.Count))
                continue;
            persons.TryAdd(score.Item1, persons.Count);
            owners.Add(persons[score.Item1]);
        }

        foreach (var sum in sums)
        {
            var row = new long[columns.Count];
            foreach (var (score, weight) in sum)
                row[columns[score]] += weight;
            rows.Add(row);
        }
    }

    public int Figures => rows.Count;

    /// <summary>The fewest people that a sum or difference of two figures is about.</summary>
    public int FewestByPairs()
    {
        var distinct = Distinct();
        var fewest = int.MaxValue;
        for (var left = 0; left < distinct.Count; left++)
        {
            fewest = Math.Min(fewest, People(distinct[left]));
            for (var right = 0; right < left; right++)
            {
                foreach (var sign in (int[])[-1, 1])
                    fewest = Math.Min(fewest, People(Combine(distinct[left], distinct[right], sign)));
            }
        }

        return fewest;
    }

    /// <summary>The fewest people that up to four figures, each added or subtracted, are about.</summary>
    public int FewestByFours(int figures)
    {
        var distinct = Distinct().Take(figures).ToList();
        return Search(new long[owners.Count], 0, 4);

        int Search(long[] sum, int from, int left)
        {
            var fewest = People(sum);
            for (var next = from; left > 0 && next < distinct.Count; next++)
            {
                fewest = Math.Min(fewest, Search(Combine(sum, distinct[next], 1), next + 1, left - 1));
                fewest = Math.Min(fewest, Search(Combine(sum, distinct[next], -1), next + 1, left - 1));
            }

            return fewest;
        }
    }

    /// <summary>
    /// The fewest people found by elimination in a random order of people: each time sums that are about as few of the last people as
    /// any combination with whatever weights can be. It is how light words of a code are looked for.
    /// </summary>
    public int FewestByElimination(Random random, int tries)
    {
        var fewest = int.MaxValue;
        for (var attempt = 0; attempt < tries; attempt++)
        {
            var order = owners.Distinct().ToArray();
            random.Shuffle(order);
            var rank = new int[order.Length];
            for (var index = 0; index < order.Length; index++)
                rank[order[index]] = index;
            var columns = Enumerable.Range(0, owners.Count).OrderBy(column => rank[owners[column]]).ToArray();
            fewest = Eliminate(columns).Select(People).Append(fewest).Min();
        }

        return fewest;
    }

    /// <summary>
    /// The truth, for worlds with few kinds of people: is there any combination that is about nobody but these? There is when the rank
    /// of the figures drops without these people.
    /// </summary>
    public bool CanIsolate(IReadOnlySet<int> people)
    {
        int[] others = [.. Enumerable.Range(0, owners.Count).Where(column => !people.Contains(owners[column]))];
        return Eliminate(others).Count < Eliminate([.. Enumerable.Range(0, owners.Count)]).Count;
    }

    /// <summary>People in exactly the same figures, with the same sign.</summary>
    public List<List<int>> Kinds() =>
    [
        .. Enumerable.Range(0, owners.Count)
            .GroupBy(column => owners[column])
            .GroupBy(columns => string.Join(';', columns.Select(column => string.Join(',', rows.Select(row => row[column]))).Order(StringComparer.Ordinal)))
            .Select(kind => kind.Select(columns => columns.Key).ToList()),
    ];

    private static IEnumerable<((Guid, int) Score, long Weight)> Sum(Groepscijfer cijfer, IReadOnlyList<Guid> over)
    {
        foreach (var person in over)
        {
            yield return ((person, cijfer.Maanden), 1);
            if (cijfer.Deel == Groepsdeel.Verandering)
                yield return ((person, 0), -1);
        }
    }

    // The rows that are left independent, reduced from the first column to the last.
    private List<long[]> Eliminate(int[] columns)
    {
        var left = Distinct().ConvertAll(row => (long[])row.Clone());
        var done = new List<long[]>();
        foreach (var column in columns)
        {
            var pivot = left.FindIndex(row => row[column] != 0);
            if (pivot < 0)
                continue;
            var row = left[pivot];
            left.RemoveAt(pivot);
            var inverse = Inverse(Mod(row[column]));
            for (var index = 0; index < row.Length; index++)
                row[index] = Mod(row[index]) * inverse % Prime;
            foreach (var other in left.Concat(done).Where(other => other[column] != 0))
                Subtract(other, row, Mod(other[column]));
            done.Add(row);
        }

        return done;
    }

    private static void Subtract(long[] target, long[] row, long factor)
    {
        for (var index = 0; index < row.Length; index++)
        {
            if (row[index] != 0)
                target[index] = Mod(target[index] - (factor * row[index] % Prime));
        }
    }

    private List<long[]> Distinct() => [.. rows.DistinctBy(row => string.Join(',', row))];

    // Nobody is no catch.
    private int People(long[] sum)
    {
        var people = new HashSet<int>();
        for (var column = 0; column < sum.Length; column++)
        {
            if (sum[column] != 0)
                people.Add(owners[column]);
        }

        return people.Count == 0 ? int.MaxValue : people.Count;
    }

    private static long[] Combine(long[] left, long[] right, int sign) => [.. left.Zip(right, (one, other) => one + (sign * other))];

    private static long Mod(long value) => ((value % Prime) + Prime) % Prime;

    private static long Inverse(long value) => (long)System.Numerics.BigInteger.ModPow(value, Prime - 2, Prime);
}
