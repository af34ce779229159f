using System.Buffers.Binary;
using System.Security.Cryptography;

namespace GrozUtrecht.Tijdbank.Domain.Zegels;

/// <summary>
/// The hashes of the seal, SHA-256. Whoever wants to check without this code: a row is its fields in the order below, numbers as eight
/// bytes with the lowest first, moments as microseconds since 1970, ids in the order in which they are written, absent ones as zeros.
/// </summary>
internal static class Zegelketen
{
    public const int HashLength = SHA256.HashSizeInBytes;

    /// <summary>How much of each row's hash is kept to name a row that was changed; the chain holds all of it.</summary>
    public const int KeptLength = 8;

    /// <summary>What stands before the first block.</summary>
    public static readonly byte[] Begin = new byte[HashLength];

    private const int NumberLength = sizeof(long);
    private const int IdLength = 16;
    private const int Numbers = 9;
    private const int Ids = 3;

    public static byte[] HashOf(Grootboekregel regel)
    {
        Span<byte> bytes = stackalloc byte[(Numbers * NumberLength) + (Ids * IdLength)];
        var place = 0;
        foreach (var number in (ReadOnlySpan<long>)[
            regel.Volgnummer, (long)regel.Soort, regel.Van, regel.Naar, regel.Bedrag, regel.SaldoVanNa, regel.SaldoNaarNa,
            Microseconds(regel.GeboektOp), regel.VervaltOp is { } end ? Microseconds(end) : 0])
        {
            BinaryPrimitives.WriteInt64LittleEndian(bytes[place..], number);
            place += NumberLength;
        }

        foreach (var id in (ReadOnlySpan<Guid>)[regel.Id, regel.PartnerId ?? Guid.Empty, regel.ReserveringId ?? Guid.Empty])
        {
            id.TryWriteBytes(bytes[place..], bigEndian: true, out _);
            place += IdLength;
        }

        return SHA256.HashData(bytes);
    }

    /// <summary>The hash of a block: of the block before, its own number, and every row in it.</summary>
    public static byte[] HashOf(ReadOnlySpan<byte> previous, long nummer, IEnumerable<byte[]> regels)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> number = stackalloc byte[NumberLength];
        BinaryPrimitives.WriteInt64LittleEndian(number, nummer);
        hash.AppendData(previous);
        hash.AppendData(number);
        foreach (var regel in regels)
        {
            hash.AppendData(regel);
        }

        return hash.GetHashAndReset();
    }

    /// <summary>What is kept of the rows of a block.</summary>
    public static byte[] Keep(IReadOnlyList<byte[]> regels) => [.. regels.SelectMany(hash => hash.Take(KeptLength))];

    private static long Microseconds(DateTimeOffset moment) => (moment.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;
}
