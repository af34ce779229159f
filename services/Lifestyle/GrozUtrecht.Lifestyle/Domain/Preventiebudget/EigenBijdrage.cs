namespace GrozUtrecht.Lifestyle.Domain.Preventiebudget;

/// <summary>The part of the price that the member pays.</summary>
/// <param name="Waarde">Nothing, percents, or cents.</param>
internal sealed record EigenBijdrage(EigenBijdragesoort Soort, int Waarde)
{
    public const int MaximumPercent = 99;
    public const int MaximumCenten = 100_000;

    private const int HundredPercent = 100;

    /// <summary>Does the measure fit its kind?</summary>
    public bool IsSound => Soort switch
    {
        EigenBijdragesoort.Geen => Waarde == 0,
        EigenBijdragesoort.Procent => Waarde is >= 1 and <= MaximumPercent,
        EigenBijdragesoort.Vast => Waarde is >= 1 and <= MaximumCenten,
        _ => throw new InvalidOperationException($"There is no co-payment {Soort}."),
    };

    /// <summary>In cents: never more than the price, and half a cent is a cent.</summary>
    public int Of(int prijsCenten) => Soort switch
    {
        EigenBijdragesoort.Geen => 0,
        EigenBijdragesoort.Procent => (int)((((long)prijsCenten * Waarde) + (HundredPercent / 2)) / HundredPercent),
        EigenBijdragesoort.Vast => Math.Min(Waarde, prijsCenten),
        _ => throw new InvalidOperationException($"There is no co-payment {Soort}."),
    };
}
