using GrozUtrecht.ServiceDefaults.Http;

namespace GrozUtrecht.VitaalWerken.Features.Koppelingen;

/// <summary>The expected failures around proposals and koppelingen.</summary>
internal static class KoppelingFailures
{
    public static readonly Failure Unknown =
        new("vitaal-werken.koppeling.onbekend", StatusCodes.Status404NotFound, "Deze koppeling bestaat niet");

    public static readonly Failure AanbodUnknown =
        new("vitaal-werken.koppeling.aanbod-onbekend", StatusCodes.Status404NotFound, "Dit aanbod bestaat niet");

    public static readonly Failure WensInvalid =
        new("vitaal-werken.koppeling.wens-ongeldig", StatusCodes.Status422UnprocessableEntity,
            "Een onderwerp, vorm of dagdeel bestaat niet; kies uit de woorden die erbij staan");

    public static readonly Failure PeriodInvalid =
        new("vitaal-werken.koppeling.periode-ongeldig", StatusCodes.Status422UnprocessableEntity,
            "Kies een periode die vandaag of later begint, niet eindigt voor ze begint en ten hoogste twee jaar duurt");

    public static readonly Failure PriceInvalid =
        new("vitaal-werken.koppeling.prijs-ongeldig", StatusCodes.Status422UnprocessableEntity,
            "Noem alleen een prijs bij aanbod waarvoor in euro's betaald wordt");

    public static readonly Failure NotLid =
        new("vitaal-werken.koppeling.bedrijf-geen-lid", StatusCodes.Status409Conflict,
            "Alleen een lid van het netwerk maakt koppelingen; maak het bedrijf eerst lid");

    public static readonly Failure DoesNotFit =
        new("vitaal-werken.koppeling.past-niet", StatusCodes.Status422UnprocessableEntity,
            "Dit aanbod past niet; bij het koppelvoorstel van dit aanbod staat waarom");

    public static readonly Failure AlreadyOpen =
        new("vitaal-werken.koppeling.bestaat-al", StatusCodes.Status409Conflict,
            "Van dit aanbod heeft het bedrijf al een koppeling; ga daarmee verder");

    public static readonly Failure NotOpen =
        new("vitaal-werken.koppeling.niet-open", StatusCodes.Status409Conflict,
            "Deze koppeling staat niet meer open; stel zo nodig een nieuwe voor");

    public static readonly Failure NoLonger =
        new("vitaal-werken.koppeling.niet-meer-mogelijk", StatusCodes.Status409Conflict,
            "Het bedrijf, de leverancier of het aanbod doet niet meer mee; kies ander aanbod");

    public static readonly Failure NotYours =
        new("vitaal-werken.koppeling.niet-aan-u", StatusCodes.Status403Forbidden,
            "Dit antwoord is aan het bedrijf of de leverancier zelf; vraag het hun");

    public static readonly Failure ReasonInvalid =
        new("vitaal-werken.koppeling.reden-past-niet", StatusCodes.Status422UnprocessableEntity,
            "Deze reden is niet aan u, of 'anders' mist een toelichting; kies een andere reden of licht toe");
}
