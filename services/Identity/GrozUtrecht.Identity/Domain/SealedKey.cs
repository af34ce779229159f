using System.Security.Cryptography;
using System.Text;

namespace GrozUtrecht.Identity.Domain;

/// <summary>
/// A private key at rest: AES-256-GCM under a key derived from the passphrase and a salt of its own. The key's id is authenticated
/// too, so that a row cannot be given another row's key. Layout: salt, nonce, tag, ciphertext.
/// </summary>
internal static class SealedKey
{
    public const int Iterations = 210_000;

    private const int SaltBytes = 16;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private const int KeyBytes = 32;

    public static byte[] Seal(ReadOnlySpan<byte> privateKey, string keyId, string passphrase)
    {
        var box = new byte[SaltBytes + NonceBytes + TagBytes + privateKey.Length];
        RandomNumberGenerator.Fill(box.AsSpan(0, SaltBytes + NonceBytes));
        using var cipher = Cipher(box, passphrase);
        cipher.Encrypt(Nonce(box), privateKey, Content(box), Tag(box), Encoding.UTF8.GetBytes(keyId));
        return box;
    }

    /// <exception cref="AuthenticationTagMismatchException">The passphrase differs from the one it was sealed with, or the row was changed.</exception>
    public static byte[] Open(byte[] box, string keyId, string passphrase)
    {
        var privateKey = new byte[Content(box).Length];
        using var cipher = Cipher(box, passphrase);
        cipher.Decrypt(Nonce(box), Content(box), Tag(box), privateKey, Encoding.UTF8.GetBytes(keyId));
        return privateKey;
    }

    private static AesGcm Cipher(byte[] box, string passphrase) =>
        new(Rfc2898DeriveBytes.Pbkdf2(passphrase, box.AsSpan(0, SaltBytes), Iterations, HashAlgorithmName.SHA256, KeyBytes), TagBytes);

    private static Span<byte> Nonce(byte[] box) => box.AsSpan(SaltBytes, NonceBytes);

    private static Span<byte> Tag(byte[] box) => box.AsSpan(SaltBytes + NonceBytes, TagBytes);

    private static Span<byte> Content(byte[] box) => box.AsSpan(SaltBytes + NonceBytes + TagBytes);
}
