using System.Buffers.Text;
using System.Security.Cryptography;

namespace GrozUtrecht.Identity.Domain;

/// <summary>The members of a JWK (RFC 7517) that a public signing key has.</summary>
internal sealed record PublicKey(string Kty, string Kid, string? Crv, string? X, string? Y, string? N, string? E)
{
    private const int P256CoordinateBytes = 32;
    private const int MinimumRsaBits = 2_048;
    private const int MaximumRsaBits = 4_096;

    /// <summary>True for a point on P-256, or an RSA modulus of a size that is safe and not slow.</summary>
    public bool IsUsable() => Kty switch
    {
        "EC" => IsP256(),
        "RSA" => IsRsa(),
        _ => false,
    };

    private bool IsP256()
    {
        if (Crv != "P-256" || N is not null || E is not null || Bytes(X) is not { Length: P256CoordinateBytes } x || Bytes(Y) is not { Length: P256CoordinateBytes } y)
        {
            return false;
        }

        try
        {
            using var key = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new ECPoint { X = x, Y = y } });
            return true;
        }
        catch (CryptographicException)
        {
            // The one way the platform has to say that a point is not on the curve.
            return false;
        }
    }

    private bool IsRsa() =>
        Crv is null && X is null && Y is null
        && Bytes(N) is { } modulus && modulus.Length * 8 is >= MinimumRsaBits and <= MaximumRsaBits && modulus[0] != 0
        && Bytes(E) is [1, 0, 1];

    private static byte[]? Bytes(string? text) => text is not null && Base64Url.IsValid(text) ? Base64Url.DecodeFromChars(text) : null;
}
