using System.Text;

namespace GrozUtrecht.Tijdbank.Domain.Uitbetalingen;

/// <summary>
/// The character set that every bank in SEPA must accept: letters and digits without accents and a few signs. Names are brought
/// back to it; a table does so, because processes run without Unicode's own decomposition (invariant globalization).
/// </summary>
internal static class SepaText
{
    public const int MaximumNameLength = 70;

    private const string Signs = "/-?:().,'+ ";

    // Each group is the plain letters, then every letter that becomes them.
    private static readonly Dictionary<char, string> Plain = Expand(
        "A ÀÁÂÃÄÅĀĂĄǍ", "a àáâãäåāăąǎ", "AE ÆǼ", "ae æǽ", "C ÇĆĈĊČ", "c çćĉċč", "D ÐĎĐ", "d ðďđ", "E ÈÉÊËĒĔĖĘĚ", "e èéêëēĕėęě",
        "G ĜĞĠĢǦ", "g ĝğġģǧ", "H ĤĦ", "h ĥħ", "I ÌÍÎÏĨĪĬĮİ", "i ìíîïĩīĭįı", "IJ Ĳ", "ij ĳ", "J Ĵ", "j ĵ", "K Ķ", "k ķĸ", "L ĹĻĽĿŁ", "l ĺļľŀł",
        "N ÑŃŅŇŊ", "n ñńņňŋŉ", "O ÒÓÔÕÖØŌŎŐ", "o òóôõöøōŏő", "OE Œ", "oe œ", "R ŔŖŘ", "r ŕŗř", "S ŚŜŞŠȘẞ", "s śŝşšș", "ss ß",
        "T ŢŤŦȚ", "t ţťŧț", "TH Þ", "th þ", "U ÙÚÛÜŨŪŬŮŰŲ", "u ùúûüũūŭůűų", "W Ŵ", "w ŵ", "Y ÝŶŸ", "y ýÿŷ", "Z ŹŻŽ", "z źżž",
        "' ‘’ʼ`´", "- ‐‑–—", "+ &");

    /// <summary>The name as a bank takes it; empty when nothing of it remains.</summary>
    public static string Of(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            // A combining accent follows its letter, and goes.
            if (character is >= '\u0300' and <= '\u036f')
                continue;
            result.Append(char.IsAsciiLetterOrDigit(character) || Signs.Contains(character, StringComparison.Ordinal)
                ? character.ToString()
                : Plain.GetValueOrDefault(character, " "));
        }

        // A value may not begin with a slash or hold two in a row.
        var words = result.ToString().Replace("//", "/", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var name = string.Join(' ', words).Trim('/', ' ');
        return name.Any(char.IsAsciiLetter) ? name[..Math.Min(name.Length, MaximumNameLength)].TrimEnd() : "";
    }

    private static Dictionary<char, string> Expand(params string[] groups)
    {
        var table = new Dictionary<char, string>();
        foreach (var group in groups)
        {
            var space = group.IndexOf(' ', StringComparison.Ordinal);
            foreach (var letter in group.AsSpan(space + 1))
                table.Add(letter, group[..space]);
        }

        return table;
    }
}
