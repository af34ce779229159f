namespace GrozUtrecht.VitaalWerken.Domain.Deelnemers;

/// <summary>About how many people a figure is at least.</summary>
internal static class Drempels
{
    /// <summary>For how people feel.</summary>
    public const int Gezondheid = 15;

    /// <summary>For who was there.</summary>
    public const int Aanwezigheid = 5;

    /// <summary>Rounded down to fives; nothing below five, also when it is nobody.</summary>
    public static int? InFives(int count) => count < Aanwezigheid ? null : count - (count % Aanwezigheid);
}
