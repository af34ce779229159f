using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace GrozUtrecht.Tijdbank.Domain.Uitbetalingen;

/// <summary>An account number of a SEPA country that passed its check digits. It never prints itself: only its end may be shown.</summary>
internal sealed class Iban
{
    public const int MaximumLength = 34;

    private const int ShownCharacters = 4;
    private const int MaximumWithSpaces = 44;

    // Length per country, as the registry of ISO 13616 has it, for the countries that take part in SEPA.
    private static readonly FrozenDictionary<string, int> Lengths = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["AD"] = 24, ["AL"] = 28, ["AT"] = 20, ["BE"] = 16, ["BG"] = 22, ["CH"] = 21, ["CY"] = 28, ["CZ"] = 24, ["DE"] = 22,
        ["DK"] = 18, ["EE"] = 20, ["ES"] = 24, ["FI"] = 18, ["FR"] = 27, ["GB"] = 22, ["GI"] = 23, ["GR"] = 27, ["HR"] = 21,
        ["HU"] = 28, ["IE"] = 22, ["IS"] = 26, ["IT"] = 27, ["LI"] = 21, ["LT"] = 20, ["LU"] = 20, ["LV"] = 21, ["MC"] = 27,
        ["MD"] = 24, ["ME"] = 22, ["MK"] = 19, ["MT"] = 31, ["NL"] = 18, ["NO"] = 15, ["PL"] = 28, ["PT"] = 25, ["RO"] = 24,
        ["RS"] = 22, ["SE"] = 24, ["SI"] = 19, ["SK"] = 24, ["SM"] = 27, ["VA"] = 22,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private Iban(string value) => Value = value;

    /// <summary>Upper case, without spaces.</summary>
    public string Value { get; }

    /// <summary>What an answer may show.</summary>
    public string End => Value[^ShownCharacters..];

    /// <summary>Reads an IBAN as people write it, with spaces and in either case; false when length, country or check digits are wrong.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out Iban? iban)
    {
        iban = null;
        if (text is null || text.Length > MaximumWithSpaces)
        {
            return false;
        }

        var value = text.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        if (value.Length < 5 || !value.All(char.IsAsciiLetterOrDigit)
            || !char.IsAsciiDigit(value[2]) || !char.IsAsciiDigit(value[3])
            || !Lengths.TryGetValue(value[..2], out var length) || value.Length != length || Remainder(value) != 1)
        {
            return false;
        }

        iban = new Iban(value);
        return true;
    }

    public override string ToString() => $"…{End}";

    // The first four characters go to the end, letters count from A = 10, and the whole number leaves 1 when divided by 97.
    private static int Remainder(string value) => $"{value[4..]}{value[..4]}".Aggregate(0, (rest, character) =>
        char.IsAsciiDigit(character) ? ((rest * 10) + character - '0') % 97 : ((rest * 100) + character - 'A' + 10) % 97);
}
