namespace GrozUtrecht.Lifestyle.Domain.Groepscijfers;

/// <summary>What becomes of a set of people whose figure somebody would like to publish.</summary>
internal enum Oordeel
{
    /// <summary>Withheld: fewer than fifteen people, or together with what is published it could tell of fewer.</summary>
    TeKlein,

    /// <summary>May be published, and must be remembered: it tells something new, of fifteen people or more.</summary>
    Toonbaar,

    /// <summary>May be published: whoever adds and subtracts what is published knows it already.</summary>
    Afleidbaar,
}

/// <summary>
/// Keeps watch over all figures of one quantity that were ever published, each the sum of a number per person over a set of people.
/// Whoever adds, subtracts and multiplies them by whatever they like gets a weighted sum over people. The promise is that such a sum
/// is about nobody at all or about at least fifteen people.
/// </summary>
/// <remarks>
/// A set is published when there are fifteen witnesses that share nobody. A witness is a few people among whom amounts can be moved
/// (one more here, one less there) without any published sum noticing, while the sum of the new set does change: one person in no
/// published set, two people in the same published sets of whom the new one holds one, or a longer chain. A combination in which
/// the new set counts must notice too, so it has a weight for somebody in every witness: for fifteen people or more. Sets are added
/// one by one, so this holds for every combination by the last set in it. ADR 0027 tells what it does not promise.
/// </remarks>
internal sealed class Afscherming
{
    public const int MinimumPersons = 15;

    /// <summary>The elimination takes its cube in time; above this number of sets it is not tried, which withholds more and tells no more.</summary>
    public const int MaximumSets = 200;

    private readonly List<(int[] Members, bool IsComplete)> published = [];

    // People who are in the same published sets are one group; group 0 begins as everybody, in none.
    private readonly int[] groupOf;
    private readonly List<int> groupSizes;
    private readonly List<List<int>> groupSets = [[]];

    /// <param name="persons">How many people there are; a person is a number below it.</param>
    public Afscherming(int persons)
    {
        groupOf = new int[persons];
        groupSizes = [persons];
    }

    /// <summary>A set that was published earlier.</summary>
    /// <param name="members">Those of its members who are still known.</param>
    /// <param name="isComplete">False when it had members whom we have forgotten since.</param>
    public void Remember(int[] members, bool isComplete)
    {
        var set = published.Count;
        published.Add((members, isComplete));
        var next = new Dictionary<int, int>();
        foreach (var (group, inside) in CountByGroup(members))
        {
            if (inside == groupSizes[group])
                groupSets[group].Add(set);
            else
                next[group] = Split(group, inside, set);
        }

        foreach (var person in members)
            groupOf[person] = next.GetValueOrDefault(groupOf[person], groupOf[person]);
    }

    /// <summary>Decides, and remembers the set when it is to be published.</summary>
    /// <param name="members">The set, in order and without doubles.</param>
    public Oordeel Judge(int[] members)
    {
        if (members.Length < MinimumPersons)
            return Oordeel.TeKlein;
        if (published.Exists(earlier => earlier.IsComplete && earlier.Members.AsSpan().SequenceEqual(members)))
            return Oordeel.Afleidbaar;

        var witnesses = CountByGroup(members).Sum(item => Witnesses(item.Group, item.Inside));
        if (witnesses == 0 && IsCombination(members))
            return Oordeel.Afleidbaar;
        if (witnesses < MinimumPersons && !HasWitnesses(members))
            return Oordeel.TeKlein;

        Remember(members, isComplete: true);
        return Oordeel.Toonbaar;
    }

    // Who is in no published set is a witness alone; otherwise somebody inside and somebody outside are one together.
    private int Witnesses(int group, int inside) =>
        groupSets[group].Count == 0 ? inside : Math.Min(inside, groupSizes[group] - inside);

    // Of a set with forgotten members nobody knows any more what its sum holds, so it explains nothing.
    private bool IsCombination(int[] members)
    {
        var complete = Enumerable.Range(0, published.Count).Where(set => published[set].IsComplete).TakeLast(MaximumSets).ToList();
        var number = complete.Select((set, index) => (set, index)).ToDictionary(item => item.set, item => item.index);
        var people = People(members, sets => [.. sets.Where(number.ContainsKey).Select(set => number[set])]);
        return Stelsel.FindWitness(complete.Count, people) is null;
    }

    private bool HasWitnesses(int[] members)
    {
        if (published.Count > MaximumSets)
            return false;
        var people = People(members, sets => sets);
        for (var found = 0; found < MinimumPersons; found++)
        {
            if (Stelsel.FindWitness(published.Count, people) is not { } witness)
                return false;
            foreach (var some in witness)
                some.Left--;
        }

        return true;
    }

    private List<Soortgenoten> People(int[] members, Func<List<int>, IReadOnlyList<int>> setsOf)
    {
        var inside = CountByGroup(members).ToDictionary(item => item.Group, item => item.Inside);
        var people = new List<Soortgenoten>();
        for (var group = 0; group < groupSizes.Count; group++)
        {
            var sets = setsOf(groupSets[group]);
            var count = inside.GetValueOrDefault(group);
            if (count > 0)
                people.Add(new(sets, Inside: true) { Left = count });
            if (count < groupSizes[group] && sets.Count > 0)
                people.Add(new(sets, Inside: false) { Left = groupSizes[group] - count });
        }

        // Where many are alike, or are in few sets because they are new, witnesses are short.
        return [.. people.OrderByDescending(some => some.Left).ThenBy(some => some.Sets.Count)];
    }

    private List<(int Group, int Inside)> CountByGroup(int[] members) =>
        [.. members.CountBy(person => groupOf[person]).Select(item => (item.Key, item.Value))];

    private int Split(int group, int inside, int set)
    {
        groupSizes[group] -= inside;
        groupSizes.Add(inside);
        groupSets.Add([.. groupSets[group], set]);
        return groupSizes.Count - 1;
    }
}
