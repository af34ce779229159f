namespace GrozUtrecht.VitaalWerken.Domain;

/// <summary>
/// Parts of the week as bits: bit 3 × weekday + part of the day, with Monday and the morning first. A part of the day begins at
/// midnight, noon and 18:00 in the Netherlands.
/// </summary>
internal static class Dagdelen
{
    public const int All = (1 << 21) - 1;

    private static readonly string[] Weekdays = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"];
    private static readonly string[] Parts = ["ochtend", "middag", "avond"];

    private static readonly string[] Index = [.. Weekdays.SelectMany(day => Parts.Select(part => $"{day}-{part}"))];

    /// <summary>The words: <c>maandag-ochtend</c> up to <c>zondag-avond</c>.</summary>
    public static IReadOnlyList<string> Words => Index;

    /// <summary>The bits of these words; null when one of them is not a part of the week.</summary>
    public static int? Read(IEnumerable<string> words)
    {
        var bits = 0;
        foreach (var word in words)
        {
            if (Array.IndexOf(Index, word) is not (>= 0 and var index))
                return null;
            bits |= 1 << index;
        }

        return bits;
    }

    public static IReadOnlyList<string> Write(int bits) => [.. Index.Where((_, index) => (bits & (1 << index)) != 0)];

    /// <summary>The part of the week in which a local moment falls.</summary>
    public static int Of(DateTime local) => 1 << ((((int)local.DayOfWeek + 6) % 7 * Parts.Length) + (local.Hour < 12 ? 0 : local.Hour < 18 ? 1 : 2));
}
