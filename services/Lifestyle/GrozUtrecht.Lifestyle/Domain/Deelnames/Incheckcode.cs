using System.Security.Cryptography;

namespace GrozUtrecht.Lifestyle.Domain.Deelnames;

/// <summary>What somebody shows or says at the door: six characters that are hard to confuse, other than those of everybody else at that session.</summary>
internal static class Incheckcode
{
    public const int Length = 6;

    /// <summary>Digits and capitals without I, L, O and U, as Crockford chose them.</summary>
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    public static string Draw() => RandomNumberGenerator.GetString(Alphabet, Length);

    /// <summary>What was meant by what somebody typed: small letters, spaces and the letters that look like a digit are forgiven.</summary>
    public static string Read(string typed) => string.Concat(typed
        .Where(character => character is not (' ' or '-'))
        .Select(char.ToUpperInvariant)
        .Select(character => character switch { 'O' => '0', 'I' or 'L' => '1', _ => character }));
}
