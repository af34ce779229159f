using System.Security.Cryptography;
using System.Text;

namespace GrozUtrecht.Lifestyle.Domain.Metingen;

/// <summary>What offering a key comes to.</summary>
internal enum Sleuteloordeel
{
    Onjuist,
    NogNietGeldig,
    Juist,

    /// <summary>The old key was not lost after all: the one that was to replace it is void.</summary>
    JuistEnHeruitgaveVervalt,

    /// <summary>The pause is over and the new key is used: the old one is void.</summary>
    JuistEnHeruitgaveGaatIn,
}

/// <summary>The keys of one person as they are kept: only hashes, which is enough for 140 random bits.</summary>
internal sealed record Sleutelstand(byte[] SleutelHash, byte[]? NieuweSleutelHash, DateTimeOffset? NieuweGeldtVanaf);

/// <summary>A resident's own secret: short enough to write down, too long to guess.</summary>
internal static class Inzagesleutel
{
    public const int MaximumLength = 60;

    /// <summary>How long a key that replaces a lost one opens nothing, so that who still has the old one can stop it by using it.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromHours(72);

    private const int GroupLength = 4;
    private const int Groups = 7;
    // Crockford's: no I, L, O or U, which people mistake for other signs.
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>A new key, for example 7K3M-…, in seven groups of five bits times four.</summary>
    public static string Create() =>
        string.Join('-', Enumerable.Range(0, Groups).Select(_ => RandomNumberGenerator.GetString(Alphabet, GroupLength)));

    /// <summary>The hash of a key as somebody typed it: small letters, spaces and mistaken signs do not matter.</summary>
    public static byte[] Hash(string typed)
    {
        var clean = new StringBuilder(typed.Length);
        foreach (var sign in typed.ToUpperInvariant())
        {
            if (sign is not (' ' or '-'))
                clean.Append(sign switch { 'O' => '0', 'I' or 'L' => '1', _ => sign });
        }

        return SHA256.HashData(Encoding.UTF8.GetBytes(clean.ToString()));
    }

    /// <summary>What a key that is offered at this moment opens.</summary>
    public static Sleuteloordeel Judge(byte[] offered, Sleutelstand stand, DateTimeOffset now)
    {
        var isOld = CryptographicOperations.FixedTimeEquals(offered, stand.SleutelHash);
        if (stand.NieuweSleutelHash is not { } next)
            return isOld ? Sleuteloordeel.Juist : Sleuteloordeel.Onjuist;

        var isPaused = now < stand.NieuweGeldtVanaf;
        if (CryptographicOperations.FixedTimeEquals(offered, next))
            return isPaused ? Sleuteloordeel.NogNietGeldig : Sleuteloordeel.JuistEnHeruitgaveGaatIn;
        return isOld && isPaused ? Sleuteloordeel.JuistEnHeruitgaveVervalt : Sleuteloordeel.Onjuist;
    }
}
