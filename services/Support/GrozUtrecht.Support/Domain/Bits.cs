namespace GrozUtrecht.Support.Domain;

/// <summary>Sets of a few known words as bits, because matching compares them for tens of thousands of helpers at once.</summary>
internal static class Bits
{
    public static uint Of<TEnum>(TEnum value)
        where TEnum : struct, Enum => 1u << Convert.ToInt32(value, provider: null);

    public static uint Of<TEnum>(IEnumerable<TEnum> values)
        where TEnum : struct, Enum => values.Aggregate(0u, (bits, value) => bits | Of(value));

    /// <summary>The words of the bits, in the order of the enum.</summary>
    public static IEnumerable<TEnum> Values<TEnum>(uint bits)
        where TEnum : struct, Enum => Enum.GetValues<TEnum>().Where(value => (bits & Of(value)) != 0);
}
