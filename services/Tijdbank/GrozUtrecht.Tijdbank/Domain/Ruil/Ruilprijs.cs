namespace GrozUtrecht.Tijdbank.Domain.Ruil;

/// <summary>What an advertisement asks: minutes per hour or per piece, and for a product perhaps cents beside them.</summary>
internal sealed record Ruilprijs(int PriceMinutes, PrijsPer Per, int? PriceCents)
{
    public const int MaximumPriceMinutes = 2_400;
    public const int MaximumPriceCents = 50_000;
    public const int MaximumCount = 100;
    public const int MaximumDurationMinutes = 2_400;

    /// <summary>A week: more in one order is a typing error rather than somebody's time.</summary>
    public const int MaximumTotalMinutes = 7 * 24 * 60;

    private const int MinutesPerHour = 60;

    /// <summary>True when the order names what the price is for, and nothing else.</summary>
    public bool Fits(int? count, int? durationMinutes) => Per switch
    {
        PrijsPer.Uur => count is null && durationMinutes is >= 1 and <= MaximumDurationMinutes,
        PrijsPer.Stuk => durationMinutes is null && count is >= 1 and <= MaximumCount,
        _ => false,
    };

    /// <summary>The minutes of an order that fits. A part of a minute counts as a whole one, so that nothing that has a price is free.</summary>
    public int TotalMinutes(int? count, int? durationMinutes) => Per is PrijsPer.Uur
        ? ((PriceMinutes * durationMinutes!.Value) + MinutesPerHour - 1) / MinutesPerHour
        : PriceMinutes * count!.Value;

    /// <summary>The cents that the two settle between themselves; null when there are none.</summary>
    public int? TotalCents(int? count) => PriceCents * count;
}
