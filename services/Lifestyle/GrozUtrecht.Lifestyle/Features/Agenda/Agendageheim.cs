using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace GrozUtrecht.Lifestyle.Features.Agenda;

/// <summary>The secret of a calendar link: 192 bits, which nobody guesses, so that a plain hash of it is enough.</summary>
internal static class Agendageheim
{
    private const int Bytes = 24;
    private const int Length = 32;

    public static string Generate() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>What is stored of it; null for what cannot be one.</summary>
    public static byte[]? TryHash(string geheim) => geheim.Length == Length ? SHA256.HashData(Encoding.UTF8.GetBytes(geheim)) : null;
}
