using GrozUtrecht.ServiceDefaults.Http;

namespace GrozUtrecht.VitaalWerken.Features.Behoeften;

/// <summary>The expected failures around what a company needs.</summary>
internal static class BehoefteFailures
{
    public static readonly Failure BedrijfsscanUnknown = new(
        "vitaal-werken.bedrijfsscan.onbekend", StatusCodes.Status404NotFound, "Dit bedrijf heeft nog geen bedrijfsscan ingevuld");

    public static readonly Failure BedrijfOnly = new(
        "vitaal-werken.bedrijfsscan.alleen-bedrijf", StatusCodes.Status403Forbidden, "Alleen het bedrijf zelf vult de bedrijfsscan in");

    public static readonly Failure OnderwerpTwice = new(
        "vitaal-werken.bedrijfsscan.onderwerp-dubbel", StatusCodes.Status422UnprocessableEntity, "Noem elk onderwerp een keer");

    public static readonly Failure DagdeelUnknown = new(
        "vitaal-werken.bedrijfsscan.dagdeel-onbekend", StatusCodes.Status422UnprocessableEntity,
        "Een dagdeel bestaat uit een dag en ochtend, middag of avond, bijvoorbeeld maandag-ochtend");

    public static readonly Failure ScanUnknown = new(
        "vitaal-werken.medewerkersscan.onbekend", StatusCodes.Status404NotFound, "Deze medewerkersscan bestaat niet");

    public static readonly Failure CoordinatorOnly = new(
        "vitaal-werken.medewerkersscan.alleen-coordinator", StatusCodes.Status403Forbidden,
        "Alleen een coördinator van het netwerk opent en sluit een medewerkersscan en geeft codes uit");

    public static readonly Failure BedrijfLeft = new(
        "vitaal-werken.medewerkersscan.bedrijf-vertrokken", StatusCodes.Status409Conflict,
        "Dit bedrijf is vertrokken uit het netwerk. Meld het eerst opnieuw aan");

    public static readonly Failure StillOpen = new(
        "vitaal-werken.medewerkersscan.loopt-al", StatusCodes.Status409Conflict, "Er loopt al een medewerkersscan bij dit bedrijf. Sluit die eerst");

    public static readonly Failure TooSoon = new(
        "vitaal-werken.medewerkersscan.te-snel", StatusCodes.Status409Conflict,
        "Tussen twee medewerkersscans van een bedrijf zit ten minste een half jaar");

    public static readonly Failure AlreadyClosed = new(
        "vitaal-werken.medewerkersscan.gesloten", StatusCodes.Status409Conflict, "Deze medewerkersscan is gesloten. Er kan niets meer bij");

    public static readonly Failure CloseDay = new(
        "vitaal-werken.medewerkersscan.sluitdatum", StatusCodes.Status422UnprocessableEntity,
        "De laatste dag ligt na vandaag, en niet later dan over 90 dagen");

    public static readonly Failure GroupsNotDisjoint = new(
        "vitaal-werken.medewerkersscan.groepen-ongeldig", StatusCodes.Status422UnprocessableEntity,
        "Geef geen groepen, of 2 tot en met 10 groepen met verschillende namen. Ieder hoort bij een groep");

    public static readonly Failure TooManyCodes = new(
        "vitaal-werken.medewerkersscan.te-veel-codes", StatusCodes.Status409Conflict,
        "Zoveel codes zijn er niet meer. Bij het openen is gezegd hoeveel codes er hoogstens komen");

    public static readonly Failure GroupUnknown = new(
        "vitaal-werken.scanantwoord.groep-onbekend", StatusCodes.Status422UnprocessableEntity, "Kies een van de groepen van deze scan");

    public static readonly Failure MarksIncomplete = new(
        "vitaal-werken.scanantwoord.cijfers-onvolledig", StatusCodes.Status422UnprocessableEntity, "Geef elk onderwerp een keer een cijfer");
}
