using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace GrozUtrecht.Identity.Domain;

/// <summary>
/// A client's secret: 256 random bits that we make ourselves. Nobody can guess that many, so one keyed hash with a salt is enough;
/// see docs/adr/0007-client-secrets.md.
/// </summary>
internal static class ClientSecret
{
    public const int MinimumLength = 24;
    public const int MaximumLength = 200;

    private const int RandomBytes = 32;
    private const int SaltBytes = 16;

    // The prefix lets scanners recognise a secret that ended up where it does not belong.
    private const string Prefix = "groz_";

    public static string Generate() => Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(RandomBytes));

    /// <summary>Salt and hash, to be stored.</summary>
    public static byte[] Hash(string secret)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltBytes);
        return [.. salt, .. HMACSHA256.HashData(salt, Encoding.UTF8.GetBytes(secret))];
    }

    /// <summary>Compares in a time that says nothing about how much of the secret was right.</summary>
    public static bool Matches(string secret, byte[] saltedHash)
    {
        var salt = saltedHash.AsSpan(0, SaltBytes);
        return CryptographicOperations.FixedTimeEquals(HMACSHA256.HashData(salt, Encoding.UTF8.GetBytes(secret)), saltedHash.AsSpan(SaltBytes));
    }
}
