using GrozUtrecht.Support.Domain.Optimum;

namespace GrozUtrecht.Bench.Matching;

/// <summary>Random asks and helpers, the same for the same seed.</summary>
internal sealed record Instance(Vraag[] Vragen, Aanbod[] Aanbod, Mogelijkheid[] Items)
{
    private const int Classes = 3;
    private const int MaximumPoints = 1_000;

    /// <summary>Every ask with candidates from anywhere.</summary>
    public static Instance Random(int asks, int helpers, int candidates)
    {
        var random = new Random(asks);
        var items = new List<Mogelijkheid>(asks * candidates);
        var neverAsked = Flags(random, helpers);
        for (var ask = 0; ask < asks; ask++)
        {
            var picked = new SortedSet<int>();
            while (picked.Count < candidates)
                picked.Add(random.Next(helpers));
            items.AddRange(picked.Select(helper => new Mogelijkheid(ask, helper, random.Next(MaximumPoints + 1), neverAsked[helper])));
        }

        return new(Asks(random, asks), Capacities(random, helpers, 1, 2), [.. items]);
    }

    /// <summary>Asks and helpers on a plane: candidates live nearby, and near is worth most, so that neighbours want the same helpers.</summary>
    public static Instance Geographic(int asks, int helpers, int candidates)
    {
        var random = new Random(asks);
        var plane = new Plane(random, helpers);
        var neverAsked = Flags(random, helpers);
        var items = new List<Mogelijkheid>(asks * candidates);
        for (var ask = 0; ask < asks; ask++)
            items.AddRange(plane.Near(random, candidates).Select(near => new Mogelijkheid(ask, near.Helper, Nearness(near.Share), neverAsked[near.Helper])));

        return new(Asks(random, asks), Capacities(random, helpers, 1, 2), [.. items]);
    }

    /// <summary>Appointments in a week, helpers with a few candidates each, travel between places, and a maximum per week for some.</summary>
    public static Instance WithTimes(int asks, int helpers, int candidates, int seed)
    {
        var random = new Random(seed);
        var plane = new Plane(random, helpers);
        var neverAsked = Flags(random, helpers);
        var items = new List<Mogelijkheid>(asks * candidates);
        for (var ask = 0; ask < asks; ask++)
        {
            var start = (random.Next(7) * 1_440) + 540 + (random.Next(24) * 30);
            var minutes = 30 * random.Next(2, 6);
            var beslag = new Beslag([new Tijdvak(start, start + minutes, random.Next(40))], [new WeekMinuten(1, minutes)]);
            items.AddRange(plane.Near(random, candidates).Select(near => new Mogelijkheid(ask, near.Helper, Nearness(near.Share), neverAsked[near.Helper], beslag)));
        }

        var aanbod = Enumerable.Range(0, helpers).Select(_ => new Aanbod(random.Next(1, 4), random.Next(3) == 0 ? 180 : null)).ToArray();
        return new(Asks(random, asks), aanbod, [.. items]);
    }

    public static Instance Dense(int size)
    {
        var random = new Random(size);
        var items = new Mogelijkheid[size * size];
        for (var index = 0; index < items.Length; index++)
            items[index] = new(index / size, index % size, random.Next(MaximumPoints * 10), NeverAsked: false);
        return new([.. Enumerable.Repeat(new Vraag(1, 0), size)], [.. Enumerable.Repeat(new Aanbod(1), size)], items);
    }

    /// <summary>Places in the week's instances lie on a line, five minutes apart.</summary>
    public static int Travel(int from, int to) => 5 * Math.Abs(from - to);

    public Uitkomst Solve() => Toewijzing.Solve(Vragen, Aanbod, Items, Travel);

    private static int Nearness(double share) => (int)(MaximumPoints * (1 - share));

    private static bool[] Flags(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => random.Next(3) == 0)];

    private static Vraag[] Asks(Random random, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => new Vraag(random.Next(10) == 0 ? 2 : 1, random.Next(Classes)))];

    private static Aanbod[] Capacities(Random random, int count, int lowest, int highest) =>
        [.. Enumerable.Range(0, count).Select(_ => new Aanbod(random.Next(lowest, highest + 1)))];
}
