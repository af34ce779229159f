using System.Security.Cryptography;
using System.Text;

namespace GrozUtrecht.Tijdbank.Domain.Uitbetalingen;

/// <summary>A text that can be read with one key only, and the id of that key.</summary>
internal sealed record Verzegeld(string SleutelId, byte[] Inhoud);

/// <summary>
/// Seals what a payment needs and nobody else may read: AES-256-GCM with a nonce of its own for each text. What it belongs to is
/// authenticated too, so that a row cannot be given another person's bank account. Layout: nonce, tag, ciphertext.
/// </summary>
internal sealed class Kluis(string sleutelId, IReadOnlyDictionary<string, byte[]> sleutels)
{
    public const int KeyBytes = 32;

    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    /// <summary>The key that seals from now on; the others only open what they sealed.</summary>
    public string SleutelId => sleutelId;

    /// <param name="text">What to seal.</param>
    /// <param name="owner">What it belongs to.</param>
    /// <param name="field">Which of the owner's texts it is, so that two of them cannot be exchanged.</param>
    public Verzegeld Seal(string text, Guid owner, string field)
    {
        var plain = Encoding.UTF8.GetBytes(text);
        var box = new byte[NonceBytes + TagBytes + plain.Length];
        RandomNumberGenerator.Fill(box.AsSpan(0, NonceBytes));
        using var cipher = new AesGcm(sleutels[sleutelId], TagBytes);
        cipher.Encrypt(
            box.AsSpan(0, NonceBytes), plain, box.AsSpan(NonceBytes + TagBytes), box.AsSpan(NonceBytes, TagBytes), Associated(owner, field));
        return new(sleutelId, box);
    }

    /// <exception cref="AuthenticationTagMismatchException">The row was changed, or belongs to another owner.</exception>
    /// <exception cref="InvalidOperationException">The key is not configured any more.</exception>
    public string Open(Verzegeld sealedText, Guid owner, string field)
    {
        if (!sleutels.TryGetValue(sealedText.SleutelId, out var key))
        {
            throw new InvalidOperationException($"The encryption key '{sealedText.SleutelId}' is not configured, but rows are sealed with it.");
        }

        var box = sealedText.Inhoud.AsSpan();
        var plain = new byte[box.Length - NonceBytes - TagBytes];
        using var cipher = new AesGcm(key, TagBytes);
        cipher.Decrypt(box[..NonceBytes], box[(NonceBytes + TagBytes)..], box.Slice(NonceBytes, TagBytes), plain, Associated(owner, field));
        return Encoding.UTF8.GetString(plain);
    }

    private static byte[] Associated(Guid owner, string field) => Encoding.UTF8.GetBytes($"{owner:D} {field}");
}
