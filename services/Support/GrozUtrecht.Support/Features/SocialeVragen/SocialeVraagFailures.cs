using GrozUtrecht.ServiceDefaults.Http;

namespace GrozUtrecht.Support.Features.SocialeVragen;

internal static class SocialeVraagFailures
{
    public static readonly Failure Unknown = new(
        "support.sociale-vraag.onbekend", StatusCodes.Status404NotFound, "Deze sociale vraag bestaat niet");

    public static readonly Failure BronInvalid = new(
        "support.sociale-vraag.bron-ongeldig", StatusCodes.Status422UnprocessableEntity, "Een vraag uit een hulpvraag ontstaat vanzelf");

    public static readonly Failure PickedUp = new(
        "support.sociale-vraag.opgepakt", StatusCodes.Status409Conflict, "Deze vraag is al opgepakt");

    public static readonly Failure StepNotPossible = new(
        "support.sociale-vraag.stap-kan-niet", StatusCodes.Status409Conflict, "Deze stap kan nu niet met deze vraag");

    public static readonly Failure DayInvalid = new(
        "support.sociale-vraag.opvolgdatum-ongeldig", StatusCodes.Status422UnprocessableEntity, "Deze dag past niet bij een opvolging");

    public static readonly Failure OutcomeIncomplete = new(
        "support.sociale-vraag.uitkomst-ongeldig", StatusCodes.Status422UnprocessableEntity, "Deze gegevens passen niet bij deze uitkomst");

    public static readonly Failure HulpvraagInvalid = new(
        "support.sociale-vraag.hulpvraag-ongeldig", StatusCodes.Status422UnprocessableEntity, "Deze hulpvraag is er niet een van uw organisatie");

    public static readonly Failure OverdrachtUnknown = new(
        "support.overdracht.onbekend", StatusCodes.Status404NotFound, "Deze overdracht bestaat niet");

    public static readonly Failure OverdrachtWaiting = new(
        "support.overdracht.loopt-al", StatusCodes.Status409Conflict, "Er wacht al een overdracht van deze vraag op antwoord");

    public static readonly Failure OverdrachtAnswered = new(
        "support.overdracht.beantwoord", StatusCodes.Status409Conflict, "Deze overdracht is al beantwoord");

    public static readonly Failure OverdrachtInvalid = new(
        "support.overdracht.ongeldig", StatusCodes.Status422UnprocessableEntity, "Zo kan een vraag niet worden overgedragen");

    public static readonly Failure OverdrachtForOther = new(
        "support.overdracht.voor-ander", StatusCodes.Status422UnprocessableEntity, "Deze overdracht is aan iemand anders gevraagd");

    public const string DayHelp = "Kies vandaag of een dag tot een jaar vooruit.";

    public const string AgainHelp = "Vraag de vraag opnieuw op en bekijk wat er veranderde.";
}
