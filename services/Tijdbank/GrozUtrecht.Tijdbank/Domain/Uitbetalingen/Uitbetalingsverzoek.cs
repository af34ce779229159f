namespace GrozUtrecht.Tijdbank.Domain.Uitbetalingen;

/// <summary>Hours that were worked on one day and confirmed.</summary>
internal sealed record GewerkteUren(DateOnly Datum, int DurationMinutes, string UrenSoort);

/// <summary>Hours that an organisation wants to turn into money, at a rate per hour, with the expenses that it pays on top.</summary>
internal sealed record Uitbetalingsverzoek(IReadOnlyList<GewerkteUren> Uren, DateOnly? Geboortedatum, int TariefCenten, int OnkostenCenten)
{
    public const int MaximumUren = 200;

    /// <summary>More per hour than any cap so far: what is above it is a typing error.</summary>
    public const int MaximumTariefCenten = 10_000;

    public const int MaximumOnkostenCenten = 1_000_000;

    private const int MinutesPerHour = 60;

    public int DurationMinutes => Uren.Sum(uren => uren.DurationMinutes);

    public long TotalCenten => CentenPerMaand().Values.Sum();

    /// <summary>
    /// What is paid for each month's hours, rounded down to a cent per month. The expenses are counted in the month of the last hours.
    /// </summary>
    public SortedDictionary<Maand, long> CentenPerMaand()
    {
        var perMaand = new SortedDictionary<Maand, long>(Maand.InOrder);
        foreach (var maand in Uren.GroupBy(uren => Maand.Of(uren.Datum)))
        {
            perMaand[maand.Key] = maand.Sum(uren => (long)uren.DurationMinutes) * TariefCenten / MinutesPerHour;
        }

        if (perMaand.Count > 0)
        {
            perMaand[perMaand.Keys.Last()] += OnkostenCenten;
        }

        return perMaand;
    }
}
