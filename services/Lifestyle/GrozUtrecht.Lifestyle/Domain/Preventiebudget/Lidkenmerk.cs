using System.Security.Cryptography;

namespace GrozUtrecht.Lifestyle.Domain.Preventiebudget;

/// <summary>Under which a member stands in the ledger and before the insurer: drawn at random, so that it says nothing about who it is.</summary>
internal static class Lidkenmerk
{
    public const string Pattern = "^[0-9A-HJKMNP-TV-Z]{16}$";

    // Without I, L, O and U, which people read wrongly.
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Length = 16;

    public static string Draw() => RandomNumberGenerator.GetString(Alphabet, Length);
}
