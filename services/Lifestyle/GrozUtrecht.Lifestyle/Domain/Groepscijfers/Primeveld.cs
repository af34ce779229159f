using System.Numerics;

namespace GrozUtrecht.Lifestyle.Domain.Groepscijfers;

/// <summary>
/// Counting modulo the prime 2^61 − 1: exact, unlike floating point, and without numbers that grow, unlike fractions. What is
/// independent here is independent over the fractions too.
/// </summary>
internal static class Primeveld
{
    public const ulong Prime = (1UL << 61) - 1;

    public static ulong Add(ulong left, ulong right)
    {
        var sum = left + right;
        return sum >= Prime ? sum - Prime : sum;
    }

    public static ulong Subtract(ulong left, ulong right) => left >= right ? left - right : left + Prime - right;

    public static ulong Multiply(ulong left, ulong right)
    {
        var high = Math.BigMul(left, right, out var low);
        return Add((low & Prime) % Prime, ((high << 3) | (low >> 61)) % Prime);
    }

    public static ulong Inverse(ulong value) => (ulong)BigInteger.ModPow(value, Prime - 2, Prime);
}
