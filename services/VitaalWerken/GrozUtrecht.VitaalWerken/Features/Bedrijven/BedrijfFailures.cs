using GrozUtrecht.ServiceDefaults.Http;

namespace GrozUtrecht.VitaalWerken.Features.Bedrijven;

/// <summary>The expected failures around companies.</summary>
internal static class BedrijfFailures
{
    public static readonly Failure Unknown =
        new("vitaal-werken.bedrijf.onbekend", StatusCodes.Status404NotFound, "Dit bedrijf bestaat niet");

    public static readonly Failure AlreadyInNetwerk =
        new("vitaal-werken.bedrijf.al-in-netwerk", StatusCodes.Status409Conflict,
            "Dit KvK-nummer doet al mee in het netwerk van dit gebied");

    public static readonly Failure VestigingOfAnother =
        new("vitaal-werken.vestiging.ander-bedrijf", StatusCodes.Status422UnprocessableEntity,
            "Dit vestigingsnummer hoort bij een ander KvK-nummer; controleer beide nummers");

    public static readonly Failure Left =
        new("vitaal-werken.bedrijf.vertrokken", StatusCodes.Status409Conflict, "Dit bedrijf doet niet meer mee; meld het opnieuw aan");

    public static readonly Failure StepNotAllowed =
        new("vitaal-werken.bedrijf.stap-niet-toegestaan", StatusCodes.Status409Conflict, "Deze stap past niet bij de status van nu");

    public static readonly Failure PostcodeUnknown =
        new("vitaal-werken.postcode.onbekend", StatusCodes.Status422UnprocessableEntity, "Deze postcode ligt in geen van de gebieden");

    public static readonly Failure GebiedUnknown =
        new("vitaal-werken.gebied.onbekend", StatusCodes.Status422UnprocessableEntity, "Dit gebied bestaat niet");
}
