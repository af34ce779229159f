using System.Security.Cryptography;
using System.Text;

namespace GrozUtrecht.VitaalWerken.Domain;

/// <summary>A secret on paper or in a link: short enough to type, too long to guess. Only its hash is kept.</summary>
internal static class Geheimecode
{
    /// <summary>Of what somebody types, with spaces and dashes.</summary>
    public const int MaximumLength = 60;

    private const int GroupLength = 4;

    // Crockford's: no I, L, O or U, which people mistake for other signs.
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>A code to use once, of a hundred bits: <c>7K3M-…</c> in five groups of four.</summary>
    public static string CreateOnce() => Create(groups: 5);

    /// <summary>A key that somebody keeps, of 140 bits.</summary>
    public static string CreateKey() => Create(groups: 7);

    /// <summary>A code that is shown on the spot for a day, of forty bits: useless without a key of one's own.</summary>
    public static string OfDay(ReadOnlySpan<byte> random)
    {
        Span<char> signs = stackalloc char[2 * GroupLength];
        for (var index = 0; index < signs.Length; index++)
            signs[index] = Alphabet[random[index] % Alphabet.Length];
        return $"{signs[..GroupLength]}-{signs[GroupLength..]}";
    }

    /// <summary>The hash of a code as somebody typed it: small letters, spaces and mistaken signs do not matter.</summary>
    public static byte[] Hash(string typed) => SHA256.HashData(Encoding.UTF8.GetBytes(Clean(typed)));

    /// <summary>What somebody typed as it was meant.</summary>
    public static string Clean(string typed)
    {
        var clean = new StringBuilder(typed.Length);
        foreach (var sign in typed.ToUpperInvariant())
        {
            if (sign is not (' ' or '-'))
                clean.Append(sign switch { 'O' => '0', 'I' or 'L' => '1', _ => sign });
        }

        return clean.ToString();
    }

    /// <summary>Can this sign be in a code?</summary>
    public static bool IsSign(char sign) => Alphabet.Contains(sign, StringComparison.Ordinal);

    private static string Create(int groups) =>
        string.Join('-', Enumerable.Range(0, groups).Select(_ => RandomNumberGenerator.GetString(Alphabet, GroupLength)));
}
