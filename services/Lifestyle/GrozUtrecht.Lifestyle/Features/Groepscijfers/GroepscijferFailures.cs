using GrozUtrecht.ServiceDefaults.Http;

namespace GrozUtrecht.Lifestyle.Features.Groepscijfers;

/// <summary>The expected failures around figures of groups.</summary>
internal static class GroepscijferFailures
{
    public static readonly Failure NotOverYet =
        new("lifestyle.groepscijfers.kwartaal-niet-voorbij", StatusCodes.Status422UnprocessableEntity,
            "Dit kwartaal staat nog niet vast; dat is acht dagen na het einde zo");

    public static readonly Failure Passed =
        new("lifestyle.groepscijfers.kwartaal-gepasseerd", StatusCodes.Status409Conflict,
            "Er is al een momentopname van een later kwartaal; een eerdere komt er niet meer bij");

    public static readonly Failure None =
        new("lifestyle.groepscijfers.geen-momentopname", StatusCodes.Status404NotFound,
            "Van dit kwartaal is geen momentopname; kies er een uit de lijst van momentopnamen");

    public static readonly Failure GroepUnknown =
        new("lifestyle.groepscijfers.groep-onbekend", StatusCodes.Status404NotFound, "Deze groep bestaat niet");
}
