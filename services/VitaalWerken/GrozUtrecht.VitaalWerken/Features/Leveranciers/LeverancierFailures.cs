using GrozUtrecht.ServiceDefaults.Http;

namespace GrozUtrecht.VitaalWerken.Features.Leveranciers;

/// <summary>The expected failures around suppliers and what they offer.</summary>
internal static class LeverancierFailures
{
    public static readonly Failure Unknown =
        new("vitaal-werken.leverancier.onbekend", StatusCodes.Status404NotFound, "Deze leverancier bestaat niet");

    public static readonly Failure Stopped =
        new("vitaal-werken.leverancier.gestopt", StatusCodes.Status409Conflict, "Deze leverancier is gestopt; meld hem opnieuw aan");

    public static readonly Failure ReasonMissing =
        new("vitaal-werken.leverancier.reden-ontbreekt", StatusCodes.Status422UnprocessableEntity, "Geef bij een afwijzing een toelichting");

    public static readonly Failure AanbodUnknown =
        new("vitaal-werken.aanbod.onbekend", StatusCodes.Status404NotFound, "Dit aanbod bestaat niet");

    public static readonly Failure AanbodStopped =
        new("vitaal-werken.aanbod.gestopt", StatusCodes.Status409Conflict, "Dit aanbod is gestopt; maak een nieuw aanbod");

    public static readonly Failure GebiedTwice =
        new("vitaal-werken.aanbod.gebied-dubbel", StatusCodes.Status422UnprocessableEntity, "Noem elk gebied een keer");

    public static readonly Failure DagdeelUnknown =
        new("vitaal-werken.aanbod.dagdeel-onbekend", StatusCodes.Status422UnprocessableEntity,
            "Noem dagdelen als `maandag-ochtend`, `vrijdag-middag` of `zondag-avond`");

    public static readonly Failure PriceUnfit =
        new("vitaal-werken.aanbod.prijs-past-niet", StatusCodes.Status422UnprocessableEntity,
            "Geef bij `euro` een prijs, bij `in-natura` een tegenprestatie en bij `gratis` geen van beide");

    public static readonly Failure GroepUnfit =
        new("vitaal-werken.aanbod.groep-past-niet", StatusCodes.Status422UnprocessableEntity, "De kleinste groep is groter dan de grootste");

    public static readonly Failure PeriodUnfit =
        new("vitaal-werken.aanbod.periode-past-niet", StatusCodes.Status422UnprocessableEntity, "De laatste dag ligt voor de eerste");
}
