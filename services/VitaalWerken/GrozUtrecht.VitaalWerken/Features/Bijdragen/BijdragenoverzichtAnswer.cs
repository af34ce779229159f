using System.ComponentModel;
using GrozUtrecht.Documenten;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.VitaalWerken.Data.Bijdragen;
using GrozUtrecht.VitaalWerken.Domain.Bijdragen;

namespace GrozUtrecht.VitaalWerken.Features.Bijdragen;

/// <summary>What was contributed in a year.</summary>
public sealed record BijdragenoverzichtAnswer(
    int Jaar,
    [property: Description("Een regel per soort, met alle ontvangers samen.")] IReadOnlyList<BijdrageregelAnswer> PerSoort,
    [property: Description("Een regel per soort en soort ontvanger.")] IReadOnlyList<BijdrageregelAnswer> PerOntvanger)
{
    [Description("Alleen in een overzicht van een gebied: hoeveel bedrijven er iets toezegden of leverden.")]
    public int? AantalBedrijven { get; init; }

    internal static BijdragenoverzichtAnswer Of(int jaar, IReadOnlyList<Bijdragetotaal> totals, int? bedrijven = null) => new(
        jaar,
        [.. totals.GroupBy(total => total.Soort).Select(group => BijdrageregelAnswer.Of([.. group], ontvanger: null))],
        [.. totals.Select(total => BijdrageregelAnswer.Of([total], Words.Read<Bijdrageontvanger>(total.OntvangerSoort)))])
    {
        AantalBedrijven = bedrijven,
    };
}

/// <summary>One line of an overview; amounts are in the unit that it names.</summary>
public sealed record BijdrageregelAnswer(
    Bijdragesoort Soort,
    [property: Description("eurocenten, minuten, stuks of dagdelen.")] string Eenheid,
    [property: Description("In dit jaar toegezegd.")] long Toegezegd,
    [property: Description("Voor dit jaar gepland en nog niet geleverd.")] long Gepland,
    [property: Description("In dit jaar geleverd en niet betwist.")] long Geleverd,
    [property: Description("Waarvan bevestigd.")] long Bevestigd,
    [property: Description("In dit jaar geleverd en betwist; telt niet mee bij geleverd.")] long Betwist,
    [property: Description("De regel in een zin, voor een jaarverslag.")] string Zin)
{
    [Description("De soort ontvanger; ontbreekt bij alle ontvangers samen.")]
    public Bijdrageontvanger? OntvangerSoort { get; init; }

    internal static BijdrageregelAnswer Of(IReadOnlyList<Bijdragetotaal> totals, Bijdrageontvanger? ontvanger)
    {
        var soort = Words.Read<Bijdragesoort>(totals[0].Soort);
        var (pledged, delivered, confirmed) = (totals.Sum(total => total.Toegezegd), totals.Sum(total => total.Geleverd), totals.Sum(total => total.Bevestigd));
        return new(soort, UnitOf(soort), pledged, totals.Sum(total => total.Gepland), delivered, confirmed, totals.Sum(total => total.Betwist),
            $"{Name(soort)}{To(ontvanger)}: {InWords(soort, pledged)} toegezegd, {InWords(soort, delivered)} geleverd, waarvan {InWords(soort, confirmed)} bevestigd.")
        {
            OntvangerSoort = ontvanger,
        };
    }

    /// <summary>An amount in the unit of its kind, as people say it.</summary>
    internal static string InWords(Bijdragesoort soort, long amount) => soort switch
    {
        Bijdragesoort.Euro => Dutch.Euros(amount),
        Bijdragesoort.Uren => Dutch.HoursInWords(amount),
        Bijdragesoort.Producten => $"{Dutch.Number(amount)} {(amount == 1 ? "stuk" : "stuks")}",
        _ => $"{Dutch.Number(amount)} {(amount == 1 ? "dagdeel" : "dagdelen")}",
    };

    /// <summary>Money, hours, products or space, at the beginning of a line.</summary>
    internal static string Name(Bijdragesoort soort) => soort switch
    {
        Bijdragesoort.Euro => "Geld",
        Bijdragesoort.Uren => "Uren",
        Bijdragesoort.Producten => "Producten",
        _ => "Ruimte",
    };

    private static string UnitOf(Bijdragesoort soort) => soort switch
    {
        Bijdragesoort.Euro => "eurocenten",
        Bijdragesoort.Uren => "minuten",
        Bijdragesoort.Producten => "stuks",
        _ => "dagdelen",
    };

    private static string To(Bijdrageontvanger? ontvanger) => ontvanger switch
    {
        Bijdrageontvanger.Wijkpot => " aan wijkpotten",
        Bijdrageontvanger.Leverancier => " aan bewonersinitiatieven en ondernemers",
        Bijdrageontvanger.Partner => " aan andere organisaties",
        _ => "",
    };
}
