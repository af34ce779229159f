using System.Security.Cryptography;
using System.Text;

namespace GrozUtrecht.Tijdbank.Domain;

/// <summary>Ids of transfers. Those that the Tijdbank derives are UUIDs of version 8, which nobody else may choose.</summary>
internal static class OverboekingId
{
    private const int DerivedVersion = 8;

    /// <summary>The id of what happened elsewhere: the same source and id always give the same transfer.</summary>
    public static Guid Derive(string bron, string bronId)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{bron}\n{bronId}"), hash);
        hash[6] = (byte)((hash[6] & 0x0F) | (DerivedVersion << 4));
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }

    /// <summary>False for ids with which a caller could stand in the way of a transfer that the Tijdbank will derive.</summary>
    public static bool MayBeChosen(Guid id) => id != Guid.Empty && id.Version != DerivedVersion;
}
