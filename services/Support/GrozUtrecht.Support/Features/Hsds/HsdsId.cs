using System.Security.Cryptography;
using System.Text;

namespace GrozUtrecht.Support.Features.Hsds;

/// <summary>
/// HSDS gives an id to everything, also to parts that have none here. A part's id follows from its owner and what it is, so that it is the
/// same in every answer, and another one when the part is another.
/// </summary>
internal static class HsdsId
{
    private const int VersionByte = 6;
    private const int VariantByte = 8;

    public static Guid Of(Guid owner, string part)
    {
        var hash = SHA256.HashData([.. owner.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes(part)]).AsSpan(0, 16);
        // RFC 9562: version 8 is a UUID of one's own making.
        hash[VersionByte] = (byte)((hash[VersionByte] & 0x0f) | 0x80);
        hash[VariantByte] = (byte)((hash[VariantByte] & 0x3f) | 0x80);
        return new Guid(hash, bigEndian: true);
    }
}
