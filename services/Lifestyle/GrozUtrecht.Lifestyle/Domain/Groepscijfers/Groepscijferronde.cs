namespace GrozUtrecht.Lifestyle.Domain.Groepscijfers;

/// <summary>
/// Makes the figures of a quarter that may be published beside everything that ever was. What is not in the answer is "te klein om te
/// tonen", or stays at the earlier figure that there is of it.
/// </summary>
internal static class Groepscijferronde
{
    private const int Rounding = 5;

    public static IReadOnlyList<Groepscijfer> Make(IReadOnlyList<Groepslid> leden, IReadOnlyList<EerdereGroep> earlier)
    {
        var before = earlier.ToLookup(groep => groep.Maat);
        return [.. leden
            .SelectMany(lid => lid.Scores.Select(score => (lid, score)))
            .GroupBy(item => item.score.Maat)
            .OrderBy(maat => maat.Key.ToString(), StringComparer.Ordinal)
            .SelectMany(maat => new Maatronde(maat.Key, maat, [.. before[maat.Key]]).Make())];
    }

    /// <summary>Mean and spread of what these people scored; null when everybody is the same, because then it tells of each of them.</summary>
    public static (decimal Mean, decimal Spread)? Summarize(IReadOnlyList<decimal> scores)
    {
        var mean = scores.Average();
        var variance = scores.Sum(score => (score - mean) * (score - mean)) / scores.Count;
        var spread = Round((decimal)Math.Sqrt((double)variance));
        return spread == 0 ? null : (Round(mean), spread);
    }

    public static int RoundDown(int persons) => persons / Rounding * Rounding;

    private static decimal Round(decimal value) => decimal.Round(value, 1, MidpointRounding.AwayFromZero);
}
