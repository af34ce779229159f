namespace GrozUtrecht.Lifestyle.Domain.Groepscijfers;

/// <summary>The figures of one maat.</summary>
internal sealed class Maatronde
{
    private const int Start = 0;

    private readonly Maat maat;
    private readonly IReadOnlyList<EerdereGroep> earlier;
    private readonly Dictionary<Guid, int> numbers = [];
    private readonly List<Guid> pseudonyms = [];
    private readonly Dictionary<int, Dictionary<int, decimal>> scores = [];
    private readonly Dictionary<Groep, List<int>> groups = [];
    private readonly Dictionary<int, Afscherming> guards = [];

    public Maatronde(Maat maat, IEnumerable<(Groepslid Lid, Groepsscore Score)> taken, IReadOnlyList<EerdereGroep> earlier)
    {
        this.maat = maat;
        this.earlier = earlier;
        foreach (var (lid, score) in taken)
        {
            if (!numbers.ContainsKey(lid.Pseudoniem))
                Join(lid);
            if (!scores.TryGetValue(score.Maanden, out var atMoment))
                scores[score.Maanden] = atMoment = [];
            atMoment[numbers[lid.Pseudoniem]] = score.Score;
        }

        foreach (var pseudonym in earlier.SelectMany(groep => groep.Leden))
            NumberOf(pseudonym);
    }

    /// <summary>First how everybody began, then each later moment, and the change since the start last.</summary>
    public List<Groepscijfer> Make()
    {
        var made = new List<Groepscijfer>();
        var inOrder = groups.OrderBy(group => group.Key.Soort).ThenByDescending(group => group.Value.Count)
            .ThenBy(group => group.Key.Sleutel, StringComparer.Ordinal).ToList();
        foreach (var months in scores.Keys.Order())
        {
            foreach (var (group, members) in inOrder)
                Publish(group, months, Present(members, months), made);
        }

        return made;
    }

    private void Publish(Groep group, int months, int[] members, List<Groepscijfer> made)
    {
        var atMoment = scores[months];
        if (!TryPublish(group, months, Groepsdeel.Stand, members, [.. members.Select(person => atMoment[person])], made) || months == Start)
            return;

        var atStart = scores[Start];
        TryPublish(group, months, Groepsdeel.Verandering, members, [.. members.Select(person => atMoment[person] - atStart[person])], made);
    }

    private bool TryPublish(Groep group, int months, Groepsdeel deel, int[] members, decimal[] values, List<Groepscijfer> made)
    {
        if (members.Length < Afscherming.MinimumPersons || Groepscijferronde.Summarize(values) is not { } summary)
            return false;
        var isStand = deel == Groepsdeel.Stand;
        var judgement = GuardOf(isStand ? months : Start).Judge(members);
        if (judgement == Oordeel.TeKlein)
            return false;

        made.Add(new(
            maat, group, months, deel, Groepscijferronde.RoundDown(members.Length), summary.Mean, isStand ? summary.Spread : null,
            judgement == Oordeel.Toonbaar ? [.. members.Select(person => pseudonyms[person])] : null));
        return true;
    }

    // Somebody without a start has no change: with them, the figures of a moment and its change would be about different people, and
    // the difference about the few between.
    private int[] Present(List<int> members, int months) =>
        [.. members.Where(person => scores[months].ContainsKey(person) && scores.TryGetValue(Start, out var start) && start.ContainsKey(person)).Order()];

    private Afscherming GuardOf(int months)
    {
        if (guards.TryGetValue(months, out var guard))
            return guard;
        guards[months] = guard = new Afscherming(pseudonyms.Count);
        foreach (var groep in earlier.Where(groep => groep.Maanden == months))
            guard.Remember([.. groep.Leden.Select(NumberOf).Order()], groep.IsVolledig);
        return guard;
    }

    private void Join(Groepslid lid)
    {
        var number = NumberOf(lid.Pseudoniem);
        foreach (var group in Groep.Of(lid))
        {
            if (!groups.TryGetValue(group, out var members))
                groups[group] = members = [];
            members.Add(number);
        }
    }

    private int NumberOf(Guid pseudonym)
    {
        if (numbers.TryGetValue(pseudonym, out var number))
            return number;
        pseudonyms.Add(pseudonym);
        return numbers[pseudonym] = pseudonyms.Count - 1;
    }
}
