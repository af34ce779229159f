using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.Gebieden;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.VitaalWerken.Data;
using GrozUtrecht.VitaalWerken.Data.Koppelingen;
using GrozUtrecht.VitaalWerken.Domain;
using GrozUtrecht.VitaalWerken.Domain.Behoeften;
using GrozUtrecht.VitaalWerken.Domain.Koppelingen;
using Microsoft.AspNetCore.Mvc;

namespace GrozUtrecht.VitaalWerken.Features.Koppelingen;

/// <summary>What a company wishes; what is left open weighs the same for every offer.</summary>
public sealed record KoppelwensenQuery(
    [property: FromQuery(Name = "onderwerpen"), MaxLength(12),
        Description("Onderwerpen die gezocht worden, het belangrijkste eerst; herhaal de parameter. Laat weg om de behoefte van het bedrijf te volgen.")]
    string[]? Onderwerpen,
    [property: FromQuery(Name = "vormen"), MaxLength(8), Description("Vormen die gewenst zijn; herhaal de parameter.")] string[]? Vormen,
    [property: FromQuery(Name = "groepsgrootte"), Range(1, 500), Description("Met hoeveel mensen ongeveer.")] int? Groepsgrootte,
    [property: FromQuery(Name = "maximumPrijsCenten"), Range(0, 10_000_000), Description("Wat een sessie ten hoogste mag kosten, in centen zonder btw.")]
    long? MaximumPrijsCenten,
    [property: FromQuery(Name = "dagdelen"), MaxLength(21), Description("Dagdelen die uitkomen, zoals maandag-ochtend; herhaal de parameter.")] string[]? Dagdelen,
    [property: FromQuery(Name = "periodeVan"), Description("Eerste dag; vandaag als u niets zegt.")] DateOnly? PeriodeVan,
    [property: FromQuery(Name = "periodeTotEnMet"), Description("Laatste dag; een half jaar later als u niets zegt.")] DateOnly? PeriodeTotEnMet);

/// <summary>Turns wishes into the question that offers are weighed for.</summary>
internal static class Koppelwensen
{
    private const int HalfYearDays = 182;
    private const int MaximumPeriodDays = 731;

    /// <summary>Null, with the failure, when a word or the period means nothing.</summary>
    /// <param name="wensen">What is wished.</param>
    /// <param name="bedrijf">The company.</param>
    /// <param name="behoefte">The company's needs, the most important first; what counts when no subject is wished.</param>
    /// <param name="stated">How the company said that it would like to have it; what counts for each wish that is left out.</param>
    /// <param name="now">The moment of asking.</param>
    public static (Koppelvraag? Vraag, Failure? Failure) Read(
        KoppelwensenQuery wensen, BedrijfRow bedrijf, IReadOnlyList<Onderwerp> behoefte, Bedrijfswensen? stated, DateTimeOffset now)
    {
        var today = NederlandseTijd.DayOf(now);
        if (PeriodOf(wensen.PeriodeVan, wensen.PeriodeTotEnMet, today) is not { } period)
            return (null, KoppelingFailures.PeriodInvalid);
        if (!TryRead<Onderwerp>(wensen.Onderwerpen, out var onderwerpen) || !TryRead<Aanbodvorm>(wensen.Vormen, out var vormen)
            || Dagdelen.Read(wensen.Dagdelen ?? []) is not { } dagdelen)
        {
            return (null, KoppelingFailures.WensInvalid);
        }

        return (new()
        {
            BedrijfId = bedrijf.Id,
            PartnerId = bedrijf.PartnerId,
            Gebied = bedrijf.Gebied,
            MetersFrom = Postcodeplaatsen.MetersTo(bedrijf.Postcode),
            Onderwerpen = onderwerpen is [] ? behoefte : onderwerpen,
            Vormen = Bits(vormen is [] ? stated?.Vormen ?? [] : vormen),
            Groepsgrootte = wensen.Groepsgrootte ?? stated?.Groepsgrootte,
            MaximumPrijsCenten = wensen.MaximumPrijsCenten ?? stated?.MaximumPrijsCenten,
            Dagdelen = dagdelen == 0 ? stated?.Dagdelen ?? 0 : dagdelen,
            VanDag = period.Van.DayNumber,
            TotEnMetDag = period.TotEnMet.DayNumber,
            Vandaag = today.DayNumber,
        }, null);
    }

    /// <summary>From today on, at most two years; null for anything else.</summary>
    public static (DateOnly Van, DateOnly TotEnMet)? PeriodOf(DateOnly? van, DateOnly? totEnMet, DateOnly today)
    {
        var first = van ?? today;
        // Beyond this no calendar of ours goes, and adding to it would fail.
        if (first < today || first > today.AddDays(MaximumPeriodDays))
            return null;
        var last = totEnMet ?? first.AddDays(HalfYearDays);
        return last >= first && last.DayNumber - first.DayNumber < MaximumPeriodDays ? (first, last) : null;
    }

    /// <summary>As <see cref="Koppelvraag.Vormen"/> has them.</summary>
    public static int Bits(IEnumerable<Aanbodvorm> vormen) => vormen.Aggregate(0, (bits, vorm) => bits | (1 << (int)vorm));

    private static bool TryRead<T>(string[]? words, out T[] values)
        where T : struct, Enum
    {
        var known = Words.Of(Enum.GetValues<T>());
        var distinct = (words ?? []).Distinct(StringComparer.Ordinal).ToArray();
        var isKnown = distinct.All(word => Array.IndexOf(known, word) >= 0);
        values = isKnown ? Words.Read<T>(distinct) : [];
        return isKnown;
    }
}
