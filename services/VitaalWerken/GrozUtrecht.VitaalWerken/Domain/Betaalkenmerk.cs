using System.Text.RegularExpressions;

namespace GrozUtrecht.VitaalWerken.Domain;

/// <summary>What leads to a payment outside the platform, such as the number of an invoice; never where the money went.</summary>
internal static partial class Betaalkenmerk
{
    public const int MaximumLength = 35;

    /// <summary>The signs that a bank takes in a reference.</summary>
    public const string Pattern = "^[A-Za-z0-9][A-Za-z0-9 ./-]{0,34}$";

    /// <summary>True when it holds what looks like the number of a bank account, however it is written.</summary>
    public static bool HoldsIban(string kenmerk)
    {
        var clean = string.Concat(kenmerk.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        return DutchIban().IsMatch(clean) || Enumerable.Range(0, clean.Length).Any(start => IsForeign(clean[start..]));
    }

    private static bool IsForeign(string text) =>
        text is [var a, var b, var c, var d, ..] && char.IsAsciiLetter(a) && char.IsAsciiLetter(b) && char.IsAsciiDigit(c) && char.IsAsciiDigit(d)
        && HasControl(text);

    // Letters count as two digits, A is 10; the first four signs go to the end; what is left of it by 97 is 1.
    private static bool HasControl(string iban)
    {
        for (var length = 15; length <= iban.Length; length++)
        {
            var rest = 0;
            foreach (var sign in iban[4..length] + iban[..4])
                rest = char.IsAsciiDigit(sign) ? ((rest * 10) + (sign - '0')) % 97 : ((rest * 100) + (sign - 'A' + 10)) % 97;
            if (rest == 1)
                return true;
        }

        return false;
    }

    // A Dutch one is refused whether its control digits fit or not: a mistyped one still says whose it is.
    [GeneratedRegex("[A-Z]{2}[0-9]{2}[A-Z]{4}[0-9]{10}", RegexOptions.NonBacktracking)]
    private static partial Regex DutchIban();
}
