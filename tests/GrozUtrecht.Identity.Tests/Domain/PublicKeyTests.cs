using System.Buffers.Text;
using System.Security.Cryptography;
using GrozUtrecht.Identity.Domain;

namespace GrozUtrecht.Identity.Tests.Domain;

public sealed class PublicKeyTests
{
    [Fact]
    public void A_point_on_the_curve_is_usable()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var point = key.ExportParameters(includePrivateParameters: false).Q;

        Assert.True(Ec(point.X!, point.Y!).IsUsable());
        Assert.False(Ec(point.Y!, point.X!).IsUsable());
        Assert.False((Ec(point.X!, point.Y!) with { Crv = "P-384" }).IsUsable());
        Assert.False((Ec(point.X!, point.Y!) with { Kty = "oct" }).IsUsable());
    }

    [Theory]
    [InlineData(1024, false)]
    [InlineData(2048, true)]
    [InlineData(4096, true)]
    [InlineData(4104, false)]
    public void An_RSA_key_is_neither_weak_nor_slow(int bits, bool isUsable)
    {
        var modulus = new byte[bits / 8];
        Array.Fill(modulus, (byte)0xff);

        Assert.Equal(isUsable, new PublicKey("RSA", "1", null, null, null, Base64Url.EncodeToString(modulus), "AQAB").IsUsable());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("geen base64!")]
    [InlineData("Aw")]
    public void An_RSA_key_has_the_usual_exponent(string? exponent)
    {
        var modulus = Base64Url.EncodeToString(Enumerable.Repeat((byte)0xff, 256).ToArray());

        Assert.False(new PublicKey("RSA", "1", null, null, null, modulus, exponent).IsUsable());
    }

    private static PublicKey Ec(byte[] x, byte[] y) => new("EC", "1", "P-256", Base64Url.EncodeToString(x), Base64Url.EncodeToString(y), null, null);
}
