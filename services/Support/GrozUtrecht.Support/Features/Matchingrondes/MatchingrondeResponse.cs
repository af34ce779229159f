using System.ComponentModel;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.Support.Data.Matching;

namespace GrozUtrecht.Support.Features.Matchingrondes;

/// <summary>A run over an area as partners see it.</summary>
internal sealed record MatchingrondeResponse(
    [property: Description("Id van de matchingronde.")] Guid Id,
    [property: Description("Gebied waarvan de hulpvragen meedoen.")] string Gebied,
    [property: Description("aangevraagd: wordt berekend. mislukt: drie keer geprobeerd en niet gelukt.")] MatchingrondeStatus Status,
    [property: Description("Versie van de matchingregels waarmee gerekend is; 0 zijn de regels van het platform.")] long RegelsVersie,
    [property: Description("Moment van aanvragen.")] DateTimeOffset AangevraagdOp,
    [property: Description("Moment waarop de uitkomst er was.")] DateTimeOffset? KlaarOp,
    [property: Description("Hoe lang het rekenen duurde.")] int? DuurMilliseconden,
    [property: Description("Hoeveel open hulpvragen meededen.")] int? AantalHulpvragen,
    [property: Description("Hoeveel plekken daarin nog een helper zochten.")] int? AantalPlekken,
    [property: Description("Hoeveel helpers meededen.")] int? AantalHelpers,
    [property: Description("Hoeveel mogelijkheden er gewogen zijn.")] int? AantalMogelijkheden,
    [property: Description("Hoeveel helpers aan een hulpvraag gekoppeld zijn.")] int? AantalKoppelingen,
    [property: Description("Som van de scores.")] long? Punten,
    [property: Description("Meer punten dan dit kan een verdeling met evenveel gevulde plekken niet hebben; gelijk aan punten als het bewezen is. Ontbreekt als er misschien nog een plek te vullen was.")]
    long? PuntenHooguit,
    [property: Description("Of bewezen is dat het niet beter kan met deze mogelijkheden.")] bool? Optimaal,
    [property: Description("bezig of klaar: de koppelingen worden voorstellen; ontbreekt zolang niemand daarom vroeg.")] string? Toepassing,
    [property: Description("Moment waarop alle koppelingen voorgesteld of overgeslagen waren.")] DateTimeOffset? ToegepastOp);

internal static class MatchingrondeFailures
{
    public static readonly Failure Unknown = new("support.matchingronde.onbekend", StatusCodes.Status404NotFound, "Deze matchingronde bestaat niet");

    public static readonly Failure Busy = new(
        "support.matchingronde.loopt", StatusCodes.Status409Conflict, "In dit gebied loopt al een matchingronde");

    public static readonly Failure NotReady = new(
        "support.matchingronde.niet-klaar", StatusCodes.Status409Conflict, "Deze matchingronde is niet klaar om toe te passen");

    public static readonly Failure HulpvraagUnknown = new(
        "support.matchingronde.hulpvraag-onbekend", StatusCodes.Status404NotFound, "Deze hulpvraag deed niet mee aan deze matchingronde");
}
