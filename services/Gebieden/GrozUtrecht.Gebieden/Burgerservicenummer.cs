using System.Text.RegularExpressions;

namespace GrozUtrecht.Gebieden;

/// <summary>
/// Recognises a burgerservicenummer in free text. There is no legal basis to store one here, so text that may hold one is refused;
/// one in eleven other numbers of nine digits passes the same test and is refused with it.
/// </summary>
public static partial class Burgerservicenummer
{
    private const int Digits = 9;

    /// <summary>True when the text holds a number that passes the 11-test.</summary>
    public static bool IsIn(string text)
    {
        for (var match = NineDigits().Match(text); match.Success; match = NineDigits().Match(text, match.Index + 1))
        {
            if (PassesElevenTest(match.ValueSpan))
            {
                return true;
            }
        }

        return false;
    }

    private static bool PassesElevenTest(ReadOnlySpan<char> text)
    {
        var (sum, weight, anyDigit) = (0, Digits, false);
        foreach (var character in text)
        {
            if (char.IsAsciiDigit(character))
            {
                var digit = character - '0';
                anyDigit |= digit > 0;
                sum += (weight == 1 ? -1 : weight) * digit;
                weight--;
            }
        }

        return anyDigit && sum % 11 == 0;
    }

    // People write it in groups; a phone number with a country code has nine digits too, so one after +31 is left alone.
    [GeneratedRegex(@"(?<![0-9]|[0-9][ .\-]|\+31[ .\-]?)[0-9](?:[ .\-]?[0-9]){8}(?![ .\-]?[0-9])", RegexOptions.CultureInvariant, 250)]
    private static partial Regex NineDigits();
}
