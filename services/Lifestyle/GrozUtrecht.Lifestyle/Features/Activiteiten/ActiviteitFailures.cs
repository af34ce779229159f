using GrozUtrecht.Lifestyle.Domain;
using GrozUtrecht.ServiceDefaults.Http;

namespace GrozUtrecht.Lifestyle.Features.Activiteiten;

/// <summary>The expected failures around activities.</summary>
internal static class ActiviteitFailures
{
    public static readonly Failure Unknown =
        new("lifestyle.activiteit.onbekend", StatusCodes.Status404NotFound, "Deze activiteit bestaat niet");

    public static readonly Failure PostcodeUnknown =
        new("lifestyle.postcode.onbekend", StatusCodes.Status422UnprocessableEntity, "Deze postcode ligt in geen van de gebieden");

    public static readonly Failure GebiedUnknown =
        new("lifestyle.gebied.onbekend", StatusCodes.Status422UnprocessableEntity, "Dit gebied bestaat niet");

    public static readonly Failure PostcodeMissing =
        new("lifestyle.zoekvraag.postcode-ontbreekt", StatusCodes.Status422UnprocessableEntity, "Een straal vraagt om een postcode");

    public static readonly Failure GratisHasPrice =
        new("lifestyle.activiteit.gratis-met-prijs", StatusCodes.Status422UnprocessableEntity, "Een gratis activiteit heeft geen prijs");

    public static readonly Failure DimensieTwice =
        new("lifestyle.activiteit.dimensie-dubbel", StatusCodes.Status422UnprocessableEntity, "Een dimensie staat er dubbel in");

    public static readonly Failure DrempelTwice =
        new("lifestyle.activiteit.drempel-dubbel", StatusCodes.Status422UnprocessableEntity, "Een drempel staat er dubbel in");

    public static readonly Failure AlreadyPublished =
        new("lifestyle.activiteit.al-gepubliceerd", StatusCodes.Status409Conflict, "Deze activiteit is al gepubliceerd");

    public static readonly Failure NotPublished =
        new("lifestyle.activiteit.niet-gepubliceerd", StatusCodes.Status409Conflict,
            "Alleen een gepubliceerde activiteit kan worden ingetrokken");

    public static readonly Failure NoSessieToCome =
        new("lifestyle.activiteit.zonder-sessie", StatusCodes.Status409Conflict, "Deze activiteit heeft geen sessie die nog moet komen");

    public static readonly Failure BegripUnknown =
        new("lifestyle.activiteit.begrip-onbekend", StatusCodes.Status422UnprocessableEntity, "Dit begrip staat niet in de lijst van OpenActive");

    public static readonly Failure TaalUnknown =
        new("lifestyle.activiteit.taal-onbekend", StatusCodes.Status422UnprocessableEntity, "Een taal is een code van twee letters, elk één keer");

    public static readonly Failure AanbiederUnknown =
        new("lifestyle.activiteit.aanbieder-onbekend", StatusCodes.Status422UnprocessableEntity, "Deze aanbieder bestaat niet of is gestopt");

    /// <summary>What a description that does not hold together is refused with, for the API document.</summary>
    public static readonly Failure[] Description = 
        [PostcodeUnknown, GratisHasPrice, DimensieTwice, DrempelTwice, BegripUnknown, TaalUnknown, AanbiederUnknown];

    /// <summary>What every change of one activity can answer, for the API document.</summary>
    public static readonly Failure[] Change = [Unknown, RequestFailures.VersionOutdated, RequestFailures.VersionMissing];

    /// <summary>What the caller is told when the domain refuses.</summary>
    public static Failure Of(ActiviteitRefusal refusal) => refusal switch
    {
        ActiviteitRefusal.GratisHasPrice => GratisHasPrice,
        ActiviteitRefusal.DimensieTwice => DimensieTwice,
        ActiviteitRefusal.DrempelTwice => DrempelTwice,
        ActiviteitRefusal.AlreadyPublished => AlreadyPublished,
        ActiviteitRefusal.NotPublished => NotPublished,
        ActiviteitRefusal.NoSessieToCome => NoSessieToCome,
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, "A refusal without an answer."),
    };
}
