namespace GrozUtrecht.VitaalWerken.Domain;

/// <summary>How many people chose something; numbers are rounded down to fives.</summary>
internal sealed record Keuzeaantal(Onderwerp Onderwerp, int Aantal);

/// <summary>What may be told of answers that each hold several subjects.</summary>
internal sealed record Keuzecijfers(int Aantal, IReadOnlyList<Keuzeaantal> Onderwerpen);

/// <summary>
/// Counts choices without telling of a few people. The promise: whatever somebody computes by adding, subtracting or multiplying the
/// published numbers is about nobody or about at least <c>fewest</c> people. A subject is therefore published when there are that many pairs of
/// people, all different, of whom one chose it and the other did not, while both chose the same of the subjects published before. Take any
/// computation, and the subject in it that was published last: within each pair that subject is the only difference, so at least one
/// of the two counts in the outcome. A computation with the total alone is about everybody.
/// </summary>
internal static class Keuzetelling
{
    /// <summary>Numbers are published in steps of this size.</summary>
    public const int Step = 5;

    public static int RoundDown(int number) => number - (number % Step);

    /// <summary>The figures; null when there are too few answers for any.</summary>
    /// <param name="antwoorden">What each person chose.</param>
    /// <param name="fewest">About how many people a figure must be.</param>
    public static Keuzecijfers? Publish(IReadOnlyList<IReadOnlyCollection<Onderwerp>> antwoorden, int fewest)
    {
        if (antwoorden.Count < fewest)
            return null;
        var chosen = antwoorden.Select(keuzes => keuzes.Aggregate(0, (bits, keuze) => bits | (1 << (int)keuze))).ToArray();
        var shown = 0;
        var cijfers = new List<Keuzeaantal>();
        // The most chosen first: it is what the figures are for.
        foreach (var (onderwerp, count) in Enum.GetValues<Onderwerp>()
            .Select(onderwerp => (onderwerp, count: chosen.Count(bits => Has(bits, onderwerp))))
            .OrderByDescending(pair => pair.count))
        {
            if (Pairs(chosen, shown, onderwerp) < fewest)
                continue;
            shown |= 1 << (int)onderwerp;
            cijfers.Add(new(onderwerp, RoundDown(count)));
        }

        // In an order that says no more than the rounded numbers do.
        return new(RoundDown(antwoorden.Count), [.. cijfers.OrderByDescending(cijfer => cijfer.Aantal).ThenBy(cijfer => cijfer.Onderwerp)]);
    }

    private static int Pairs(int[] chosen, int shown, Onderwerp onderwerp) => chosen
        .GroupBy(bits => bits & shown)
        .Sum(alike =>
        {
            var with = alike.Count(bits => Has(bits, onderwerp));
            return Math.Min(with, alike.Count() - with);
        });

    private static bool Has(int bits, Onderwerp onderwerp) => (bits & (1 << (int)onderwerp)) != 0;
}
