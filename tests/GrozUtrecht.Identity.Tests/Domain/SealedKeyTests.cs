using System.Security.Cryptography;
using GrozUtrecht.Identity.Domain;

namespace GrozUtrecht.Identity.Tests.Domain;

public sealed class SealedKeyTests
{
    private const string Passphrase = "een lange wachtzin voor de sleutels";
    private static readonly byte[] PrivateKey = RandomNumberGenerator.GetBytes(138);

    [Fact]
    public void A_sealed_key_opens_with_its_passphrase() =>
        Assert.Equal(PrivateKey, SealedKey.Open(SealedKey.Seal(PrivateKey, "k1", Passphrase), "k1", Passphrase));

    [Fact]
    public void A_sealed_key_does_not_open_under_another_name()
    {
        var box = SealedKey.Seal(PrivateKey, "k1", Passphrase);

        Assert.Throws<AuthenticationTagMismatchException>(() => SealedKey.Open(box, "k2", Passphrase));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(20)]
    [InlineData(30)]
    [InlineData(60)]
    public void A_sealed_key_that_was_changed_does_not_open(int position)
    {
        var box = SealedKey.Seal(PrivateKey, "k1", Passphrase);
        box[position] ^= 1;

        Assert.Throws<AuthenticationTagMismatchException>(() => SealedKey.Open(box, "k1", Passphrase));
    }

    [Fact]
    public void The_same_key_sealed_twice_looks_different() =>
        Assert.NotEqual(SealedKey.Seal(PrivateKey, "k1", Passphrase), SealedKey.Seal(PrivateKey, "k1", Passphrase));
}
