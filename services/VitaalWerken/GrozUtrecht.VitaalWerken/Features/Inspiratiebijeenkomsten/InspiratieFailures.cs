using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.VitaalWerken.Domain.Inspiratie;

namespace GrozUtrecht.VitaalWerken.Features.Inspiratiebijeenkomsten;

/// <summary>The expected failures around inspiration meetings.</summary>
internal static class InspiratieFailures
{
    public static readonly Failure Unknown = new(
        "vitaal-werken.inspiratiebijeenkomst.onbekend", StatusCodes.Status404NotFound, "Deze inspiratiebijeenkomst bestaat niet");

    public static readonly Failure BedrijfLeft = new(
        "vitaal-werken.inspiratiebijeenkomst.bedrijf-vertrokken", StatusCodes.Status409Conflict,
        "Dit bedrijf is vertrokken uit het netwerk. Meld het eerst opnieuw aan");

    public static readonly Failure StepNotPossible = new(
        "vitaal-werken.inspiratiebijeenkomst.stap-niet-toegestaan", StatusCodes.Status409Conflict,
        "Deze stap past niet bij de status van de bijeenkomst. Haal de bijeenkomst opnieuw op");

    public static readonly Failure EndsBeforeItBegins = new(
        "vitaal-werken.inspiratiebijeenkomst.eind-voor-begin", StatusCodes.Status422UnprocessableEntity, "Het einde moet na het begin liggen");

    public static readonly Failure LengthNotAllowed = new(
        "vitaal-werken.inspiratiebijeenkomst.duur-niet-toegestaan", StatusCodes.Status422UnprocessableEntity,
        "Een bijeenkomst duurt 15 minuten tot 12 uur en blijft binnen een dag");

    public static readonly Failure NotAhead = new(
        "vitaal-werken.inspiratiebijeenkomst.niet-in-de-toekomst", StatusCodes.Status422UnprocessableEntity,
        "Het begin moet in de toekomst liggen, binnen twee jaar");

    public static readonly Failure OnderdeelOutside = new(
        "vitaal-werken.inspiratiebijeenkomst.onderdeel-buiten-tijd", StatusCodes.Status422UnprocessableEntity,
        "Elk onderdeel moet binnen de tijd van de bijeenkomst vallen");

    public static readonly Failure SpeakerNotActive = new(
        "vitaal-werken.inspiratiebijeenkomst.spreker-niet-actief", StatusCodes.Status422UnprocessableEntity,
        "Een spreker is een leverancier die actief is in het netwerk. Kies een andere");

    public static readonly Failure SpeakerTaken = new(
        "vitaal-werken.inspiratiebijeenkomst.spreker-al-bezet", StatusCodes.Status409Conflict,
        "Een spreker is op dit tijdstip al ergens anders. Kies een andere tijd of een andere spreker");

    public static readonly Failure NotOver = new(
        "vitaal-werken.inspiratiebijeenkomst.nog-niet-voorbij", StatusCodes.Status409Conflict, "Dit kan pas als de bijeenkomst voorbij is");

    public static readonly Failure FollowUpDay = new(
        "vitaal-werken.inspiratiebijeenkomst.opvolging-datum", StatusCodes.Status422UnprocessableEntity,
        "De datum van de afspraken ligt op of na de dag van de bijeenkomst, en niet in de toekomst");

    public static readonly Failure AlreadyClosed = new(
        "vitaal-werken.inspiratiebijeenkomst.belangstelling-gesloten", StatusCodes.Status409Conflict,
        "De belangstelling is al gesloten. Er komen geen antwoorden meer bij");

    /// <summary>What a plan can be refused for.</summary>
    public static Failure[] Plan { get; } =
    [
        EndsBeforeItBegins, LengthNotAllowed, NotAhead, OnderdeelOutside, SpeakerNotActive, SpeakerTaken, FreeText.HoldsBsn, FreeText.Unreadable,
    ];

    /// <summary>What every change of a meeting can be refused for.</summary>
    public static Failure[] Change { get; } = [Unknown, StepNotPossible, RequestFailures.VersionMissing, RequestFailures.VersionOutdated];

    public static Failure Of(Planfout fout) => fout switch
    {
        Planfout.EindVoorBegin => EndsBeforeItBegins,
        Planfout.DuurNietToegestaan => LengthNotAllowed,
        Planfout.NietInDeToekomst => NotAhead,
        _ => OnderdeelOutside,
    };
}
