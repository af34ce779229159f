using GrozUtrecht.Lifestyle.Domain;
using GrozUtrecht.ServiceDefaults.Http;

namespace GrozUtrecht.Lifestyle.Features.Sessies;

/// <summary>The expected failures around sessions.</summary>
internal static class SessieFailures
{
    public static readonly Failure Unknown =
        new("lifestyle.sessie.onbekend", StatusCodes.Status404NotFound, "Deze sessie bestaat niet");

    public static readonly Failure Overlaps =
        new("lifestyle.sessie.overlapt", StatusCodes.Status409Conflict, "Deze sessie overlapt een andere sessie van dezelfde activiteit");

    public static readonly Failure FewerPlacesThanPeople =
        new("lifestyle.sessie.minder-plaatsen-dan-deelnemers", StatusCodes.Status409Conflict, "Er zijn al meer deelnemers dan dit aantal plaatsen");

    public static readonly Failure Over =
        new("lifestyle.sessie.voorbij", StatusCodes.Status409Conflict, "De sessie is begonnen of gaat niet door; zij verandert niet meer");

    public static readonly Failure DrempelUnknown =
        new("lifestyle.zoekvraag.drempel-onbekend", StatusCodes.Status422UnprocessableEntity, "Deze drempel bestaat niet");

    public static readonly Failure PeriodInvalid =
        new("lifestyle.zoekvraag.periode", StatusCodes.Status422UnprocessableEntity, "De periode eindigt voor haar begin of is langer dan een jaar");

    public static readonly Failure OfProeverij =
        new("lifestyle.sessie.van-proeverij", StatusCodes.Status409Conflict, "Het programma van de proeverij bepaalt wanneer deze sessie is");

    private static readonly Failure EndsBeforeItBegins =
        new("lifestyle.sessie.eind-voor-begin", StatusCodes.Status422UnprocessableEntity, "De sessie eindigt niet na haar begin");

    private static readonly Failure TooShort =
        new("lifestyle.sessie.te-kort", StatusCodes.Status422UnprocessableEntity,
            $"Een sessie duurt ten minste {SessieRules.MinimumMinutes} minuten");

    private static readonly Failure TooLong =
        new("lifestyle.sessie.te-lang", StatusCodes.Status422UnprocessableEntity,
            $"Een sessie duurt ten hoogste {SessieRules.MaximumHours} uur");

    private static readonly Failure InThePast =
        new("lifestyle.sessie.in-het-verleden", StatusCodes.Status422UnprocessableEntity, "De sessie begint in het verleden");

    private static readonly Failure TooFarAhead =
        new("lifestyle.sessie.te-ver-vooruit", StatusCodes.Status422UnprocessableEntity,
            $"Een sessie begint binnen {SessieRules.MaximumDaysAhead} dagen");

    public static readonly Failure TooMany =
        new("lifestyle.sessie.te-veel", StatusCodes.Status409Conflict,
            $"Een activiteit heeft ten hoogste {SessieRules.MaximumToCome} sessies in het vooruitzicht");

    /// <summary>What a session can be refused with, for the API document.</summary>
    public static readonly Failure[] Refusals = [Overlaps, EndsBeforeItBegins, TooShort, TooLong, InThePast, TooFarAhead, TooMany];

    /// <summary>What the caller is told when the domain refuses.</summary>
    public static Failure Of(SessieRefusal refusal) => refusal switch
    {
        SessieRefusal.EndsBeforeItBegins => EndsBeforeItBegins,
        SessieRefusal.TooShort => TooShort,
        SessieRefusal.TooLong => TooLong,
        SessieRefusal.InThePast => InThePast,
        SessieRefusal.TooFarAhead => TooFarAhead,
        SessieRefusal.TooMany => TooMany,
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, "A refusal without an answer."),
    };
}
