namespace GrozUtrecht.VitaalWerken.Domain.Behoeften;

/// <summary>What one employee filled in: a group from 1, or 0 when there are none; a mark per subject, in their order; and up to three wishes.</summary>
internal sealed record Scanantwoord(int Groep, int[] Cijfers, IReadOnlyCollection<Onderwerp> Wensen);

/// <summary>How a group gave marks to a subject; group 0 is everybody.</summary>
internal sealed record Scancijfer(int Groep, Onderwerp Onderwerp, decimal Gemiddeld);

/// <summary>About how many people the figures of a group are, in fives.</summary>
internal sealed record Groepsaantal(int Groep, int Aantal);

/// <summary>
/// The figures of a scan, made once. Everybody gives a mark to every subject, so each subject is one quantity of one set of people, cut
/// into disjoint groups. Shown are the whole and some of the groups, each of at least fifteen; what is withheld together is nobody or at
/// least fifteen too. Any weighted sum of these figures gives everybody of one shown group the same weight, and everybody of the
/// withheld rest too: so it is about nobody, or about a whole group or the whole rest, and never about fewer than fifteen people.
/// </summary>
internal sealed record Scanuitslag(
    int? Aantal, IReadOnlyList<Groepsaantal> Groepen, IReadOnlyList<Scancijfer> Cijfers, IReadOnlyList<Keuzeaantal> Wensen)
{
    /// <summary>About how many people a figure of how somebody is must be.</summary>
    public const int Fewest = 15;

    /// <summary>When too few people filled it in for any figure.</summary>
    public static readonly Scanuitslag Nothing = new(null, [], [], []);

    public static Scanuitslag Make(IReadOnlyList<Scanantwoord> antwoorden)
    {
        if (antwoorden.Count < Fewest)
            return Nothing;
        var shown = Shown(antwoorden);
        var rest = antwoorden.Where(antwoord => shown.TrueForAll(groep => groep.Key != antwoord.Groep)).ToList();
        var cijfers = Enum.GetValues<Onderwerp>().SelectMany(onderwerp => Means(onderwerp, antwoorden, shown, rest));
        return new(
            Keuzetelling.RoundDown(antwoorden.Count),
            [.. shown.Select(groep => new Groepsaantal(groep.Key, Keuzetelling.RoundDown(groep.Count())))],
            [.. cijfers],
            Keuzetelling.Publish([.. antwoorden.Select(antwoord => antwoord.Wensen)], Fewest)!.Onderwerpen);
    }

    private static List<IGrouping<int, Scanantwoord>> Shown(IReadOnlyList<Scanantwoord> antwoorden)
    {
        var shown = antwoorden.Where(antwoord => antwoord.Groep > 0)
            .GroupBy(antwoord => antwoord.Groep)
            .Where(groep => groep.Count() >= Fewest)
            .OrderByDescending(groep => groep.Count())
            .ThenBy(groep => groep.Key)
            .ToList();
        var withheld = antwoorden.Count - shown.Sum(groep => groep.Count());
        // The smallest goes too, so that what is withheld cannot be computed from the whole.
        if (withheld is > 0 and < Fewest && shown.Count > 0)
            shown.RemoveAt(shown.Count - 1);
        return [.. shown.OrderBy(groep => groep.Key)];
    }

    private static IEnumerable<Scancijfer> Means(
        Onderwerp onderwerp, IReadOnlyList<Scanantwoord> antwoorden, List<IGrouping<int, Scanantwoord>> shown, List<Scanantwoord> rest)
    {
        // Where everybody gave the same mark, the mean is everybody's own. What is shown or can be computed must not be such a mean.
        if (IsOneMark(antwoorden, onderwerp))
            return [];
        var whole = new Scancijfer(0, onderwerp, Mean(antwoorden, onderwerp));
        return shown.Exists(groep => IsOneMark(groep, onderwerp)) || IsOneMark(rest, onderwerp)
            ? [whole]
            : [whole, .. shown.Select(groep => new Scancijfer(groep.Key, onderwerp, Mean(groep, onderwerp)))];
    }

    private static bool IsOneMark(IEnumerable<Scanantwoord> antwoorden, Onderwerp onderwerp) =>
        antwoorden.Select(antwoord => antwoord.Cijfers[(int)onderwerp]).Distinct().Take(2).Count() == 1;

    private static decimal Mean(IEnumerable<Scanantwoord> antwoorden, Onderwerp onderwerp) => Math.Round(
        (decimal)antwoorden.Average(antwoord => antwoord.Cijfers[(int)onderwerp]), 1, MidpointRounding.AwayFromZero);
}
