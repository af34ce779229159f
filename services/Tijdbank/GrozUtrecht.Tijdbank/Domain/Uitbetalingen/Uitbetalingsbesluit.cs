namespace GrozUtrecht.Tijdbank.Domain.Uitbetalingen;

/// <summary>Which rule stands in the way of a payout.</summary>
internal enum Weigering
{
    UrensoortNotPayable,
    NormMissing,
    GeboortedatumMissing,
    HourCap,
    MonthCap,
    YearCap,
    NothingToPay,
}

/// <summary>A payout is allowed, with what it adds to each counter and what to look out for, or it is refused with a sentence that says why.</summary>
internal abstract record Besluit
{
    private Besluit()
    {
    }

    /// <param name="Bijtellingen">Cents per month and, under month number 0, per year.</param>
    internal sealed record Allowed(IReadOnlyDictionary<Maand, Telling> Bijtellingen, IReadOnlyList<string> Waarschuwingen, string Uitleg) : Besluit;

    internal sealed record Refused(Weigering Reden, string Uitleg) : Besluit;
}

/// <summary>What a payout adds to a counter, and the cap of that counter.</summary>
internal sealed record Telling(long Centen, long MaximumCenten);

/// <summary>
/// Holds a request against the caps on a volunteer's allowance. All caps hold at once and over all organisations together, because
/// going over one of them makes the whole amount count for tax.
/// </summary>
internal static class Uitbetalingsbesluit
{
    /// <summary>The only kind that is paid: tegenprestatie is unpaid by law, and the other kinds are paid or rewarded elsewhere.</summary>
    public const string PayableUrensoort = "vrijwilligerswerk";

    private const int WarningPercent = 80;

    /// <param name="verzoek">The request.</param>
    /// <param name="normen">The norms that exist, by year.</param>
    /// <param name="stand">What is paid or asked already, per month and (month number 0) per year; what is not there is zero.</param>
    public static Besluit Decide(
        Uitbetalingsverzoek verzoek, IReadOnlyDictionary<int, Vergoedingsnorm> normen, IReadOnlyDictionary<Maand, long> stand)
    {
        if (CheckHours(verzoek, normen) is { } refusal)
        {
            return refusal;
        }

        var tellingen = Count(verzoek.CentenPerMaand(), normen);
        foreach (var (maand, telling) in tellingen)
        {
            if (stand.GetValueOrDefault(maand) + telling.Centen > telling.MaximumCenten)
            {
                return OverCap(maand, telling, stand.GetValueOrDefault(maand));
            }
        }

        var warnings = tellingen
            .Where(item => (stand.GetValueOrDefault(item.Key) + item.Value.Centen) * 100 >= item.Value.MaximumCenten * WarningPercent)
            .Select(item => Uitleg.Warning(item.Key, stand.GetValueOrDefault(item.Key) + item.Value.Centen, item.Value.MaximumCenten));
        return new Besluit.Allowed(tellingen, [.. warnings], Uitleg.Of(tellingen.Keys.Select(maand => normen[maand.Jaar]).Distinct()));
    }

    private static Besluit.Refused? CheckHours(Uitbetalingsverzoek verzoek, IReadOnlyDictionary<int, Vergoedingsnorm> normen)
    {
        foreach (var uren in verzoek.Uren)
        {
            if (uren.UrenSoort != PayableUrensoort)
            {
                return new(Weigering.UrensoortNotPayable, Uitleg.NotPayable(uren.UrenSoort));
            }

            if (!normen.TryGetValue(uren.Datum.Year, out var norm))
            {
                return new(Weigering.NormMissing, Uitleg.NormMissing(uren.Datum.Year));
            }

            if (verzoek.TariefCenten > norm.UurCenten(verzoek.Geboortedatum, uren.Datum))
            {
                return verzoek.Geboortedatum is null && verzoek.TariefCenten <= norm.UurVanaf21Centen
                    ? new(Weigering.GeboortedatumMissing, Uitleg.GeboortedatumMissing(norm))
                    : new(Weigering.HourCap, Uitleg.HourCap(norm, verzoek.Geboortedatum, uren.Datum, verzoek.TariefCenten));
            }
        }

        return verzoek.TotalCenten > 0 ? null : new(Weigering.NothingToPay, Uitleg.NothingToPay);
    }

    private static SortedDictionary<Maand, Telling> Count(
        SortedDictionary<Maand, long> perMaand, IReadOnlyDictionary<int, Vergoedingsnorm> normen)
    {
        var tellingen = new SortedDictionary<Maand, Telling>(Maand.InOrder);
        foreach (var (maand, centen) in perMaand)
        {
            var norm = normen[maand.Jaar];
            var year = new Maand(maand.Jaar, 0);
            tellingen[maand] = new(centen, norm.MaandCenten);
            tellingen[year] = new((tellingen.GetValueOrDefault(year)?.Centen ?? 0) + centen, norm.JaarCenten);
        }

        return tellingen;
    }

    private static Besluit.Refused OverCap(Maand maand, Telling telling, long already) => new(
        maand.Nummer == 0 ? Weigering.YearCap : Weigering.MonthCap,
        Uitleg.OverCap(maand, telling.Centen, already, telling.MaximumCenten));
}
