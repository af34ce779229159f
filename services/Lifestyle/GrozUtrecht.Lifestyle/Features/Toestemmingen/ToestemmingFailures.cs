using GrozUtrecht.ServiceDefaults.Http;

namespace GrozUtrecht.Lifestyle.Features.Toestemmingen;

/// <summary>The expected failures around consent.</summary>
internal static class ToestemmingFailures
{
    public static readonly Failure Missing = new(
        "lifestyle.toestemming.ontbreekt", StatusCodes.Status409Conflict, "De persoon gaf hier geen toestemming voor. Vraag die eerst");

    public static readonly Failure TextOutdated = new(
        "lifestyle.toestemming.tekst-verouderd", StatusCodes.Status409Conflict, "Laat de persoon de nieuwste tekst zien en noem de versie daarvan");

    public static readonly Failure VersionTaken = new(
        "lifestyle.toestemmingstekst.versie-past-niet", StatusCodes.Status409Conflict,
        "Een gepubliceerde tekst verandert nooit. Gebruik het eerste versienummer dat nog vrij is");

    public static readonly Failure DoelUnknown = new(
        "lifestyle.toestemming.doel-onbekend", StatusCodes.Status404NotFound, "Toestemming kan voor eigen-inzicht, groepscijfers en ervaringen");
}
