namespace GrozUtrecht.Tijdbank.Domain.Overzichten;

/// <summary>A cell of a table with everybody who is in it. A person can be in more than one cell, as with kinds of hours.</summary>
internal sealed record Rapportgroep(string Sleutel, long Minuten, IReadOnlySet<Guid> Personen);

/// <summary>
/// A cell as it is published: empty when it is withheld. Persons are rounded down to fives, so that numbers of persons cannot be
/// subtracted from each other.
/// </summary>
internal sealed record Rapportcel(string Sleutel, long? Minuten = null, int? MinstensPersonen = null);

/// <summary>A table of cells that add up to its total, made safe to publish.</summary>
internal sealed record Rapporttabel(Rapportcel Totaal, IReadOnlyList<Rapportcel> Cellen);

/// <summary>
/// Withholds what would tell of fewer than five persons. A cell of one to four is withheld, and because it is also the total minus all
/// others, so are further cells until what is withheld together is of five persons or more, which takes two cells at least. A cell
/// without anybody is published: it tells of nobody, and would hide nobody.
/// </summary>
internal static class Afscherming
{
    public const int MinimumPersons = 5;

    private const int Rounding = 5;

    public static Rapporttabel Protect(IReadOnlyList<Rapportgroep> groups)
    {
        var everybody = groups.SelectMany(group => group.Personen).ToHashSet();
        // Of so few even an empty cell tells something: that none of them is in it.
        if (everybody.Count is > 0 and < MinimumPersons)
            return new(new(""), [.. groups.Select(group => new Rapportcel(group.Sleutel))]);

        var withheld = Withheld(groups);
        var total = new Rapportcel("", groups.Sum(group => group.Minuten), Round(everybody.Count));
        return new(total, [.. groups.Select(group => withheld.Contains(group) ? new(group.Sleutel) : Publish(group))]);
    }

    /// <summary>A number that stands by itself.</summary>
    public static Rapportcel Protect(Rapportgroep group) =>
        group.Personen.Count is > 0 and < MinimumPersons ? new(group.Sleutel) : Publish(group);

    private static List<Rapportgroep> Withheld(IReadOnlyList<Rapportgroep> groups)
    {
        var withheld = groups.Where(group => group.Personen.Count is > 0 and < MinimumPersons).ToList();
        if (withheld.Count == 0)
            return withheld;

        // The smallest first, so that as few hours as possible are lost.
        var others = new Queue<Rapportgroep>(groups.Where(group => group.Personen.Count >= MinimumPersons).OrderBy(group => group.Personen.Count));
        while (others.Count > 0 && (withheld.SelectMany(group => group.Personen).Distinct().Count() < MinimumPersons))
            withheld.Add(others.Dequeue());
        return withheld;
    }

    private static Rapportcel Publish(Rapportgroep group) => new(group.Sleutel, group.Minuten, Round(group.Personen.Count));

    private static int Round(int persons) => persons / Rounding * Rounding;
}
