using GrozUtrecht.ServiceDefaults.Http;

namespace GrozUtrecht.Lifestyle.Features.Proeverijen;

/// <summary>The expected failures around routes and the door.</summary>
internal static class RouteFailures
{
    public static readonly Failure Unknown =
        new("lifestyle.route.onbekend", StatusCodes.Status404NotFound, "Deze route bestaat niet");

    public static readonly Failure NotOpen =
        new("lifestyle.route.inschrijving-niet-open", StatusCodes.Status409Conflict, "De inschrijving voor deze proeverij is niet open");

    public static readonly Failure AlreadyRegistered =
        new("lifestyle.route.al-ingeschreven", StatusCodes.Status409Conflict, "Deze persoon heeft al een route; wijzig die");

    public static readonly Failure NoPlace =
        new("lifestyle.route.geen-plaats", StatusCodes.Status409Conflict, "Er is geen proef meer met plaats; kies andere rondes of een andere proef");

    public static readonly Failure ProefInvalid =
        new("lifestyle.route.proef-ongeldig", StatusCodes.Status422UnprocessableEntity,
            "Kies proeven van deze proeverij die nog moeten beginnen, ten hoogste één per ronde");

    public static readonly Failure TooEarly =
        new("lifestyle.route.inchecken-te-vroeg", StatusCodes.Status409Conflict, "Inchecken kan vanaf een uur voor de proeverij");

    public static readonly Failure TooLate =
        new("lifestyle.route.inchecken-te-laat", StatusCodes.Status409Conflict, "Inchecken kan tot de proeverij is afgesloten, en ten hoogste een week erna");
}
