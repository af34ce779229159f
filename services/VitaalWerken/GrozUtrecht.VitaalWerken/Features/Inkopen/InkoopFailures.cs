using GrozUtrecht.ServiceDefaults.Http;

namespace GrozUtrecht.VitaalWerken.Features.Inkopen;

/// <summary>The expected failures around orders.</summary>
internal static class InkoopFailures
{
    public static readonly Failure Unknown = new("vitaal-werken.inkoop.onbekend", StatusCodes.Status404NotFound, "Deze inkoop bestaat niet");

    public static readonly Failure NotBuyer = new(
        "vitaal-werken.inkoop.alleen-bedrijf", StatusCodes.Status403Forbidden, "Alleen het bedrijf zelf bestelt; een coördinator kijkt mee");

    public static readonly Failure StepNotPossible = new(
        "vitaal-werken.inkoop.stap-niet-mogelijk", StatusCodes.Status409Conflict, "Deze stap past niet bij waar de inkoop nu staat, of is niet aan u");

    public static readonly Failure LeverancierUnfit = new(
        "vitaal-werken.inkoop.leverancier-past-niet", StatusCodes.Status422UnprocessableEntity, "Deze leverancier bestaat niet of doet niet mee; kies een ander");

    public static readonly Failure OwnLeverancier = new(
        "vitaal-werken.inkoop.eigen-leverancier", StatusCodes.Status422UnprocessableEntity, "Een bedrijf koopt niet in bij zijn eigen organisatie");

    public static readonly Failure PriceUnfit = new(
        "vitaal-werken.inkoop.prijs-past-niet", StatusCodes.Status422UnprocessableEntity, "Noem een prijs in eurocenten of in minuten, en niet allebei");

    public static readonly Failure DayUnfit = new(
        "vitaal-werken.inkoop.dag-past-niet", StatusCodes.Status422UnprocessableEntity, "Levering is vanaf vandaag en binnen twee jaar");

    public static readonly Failure SettlementUnfit = new(
        "vitaal-werken.inkoop.afrekening-past-niet", StatusCodes.Status422UnprocessableEntity,
        "Noem bij euro het kenmerk van de betaling, en bij uren de rekening in de Tijdbank; het andere niet");

    public static readonly Failure ReasonMissing = new(
        "vitaal-werken.inkoop.reden-ontbreekt", StatusCodes.Status422UnprocessableEntity, "Zeg waarom het geld niet is ontvangen");
}
