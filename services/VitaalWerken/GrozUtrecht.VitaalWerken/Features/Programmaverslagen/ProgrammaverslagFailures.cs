using GrozUtrecht.ServiceDefaults.Http;

namespace GrozUtrecht.VitaalWerken.Features.Programmaverslagen;

/// <summary>The expected failures around enrolment codes, closing and reports.</summary>
internal static class ProgrammaverslagFailures
{
    public static readonly Failure CoordinatorOnly = new(
        "vitaal-werken.inschrijfcodes.alleen-coordinator", StatusCodes.Status403Forbidden,
        "Alleen de coördinator van het netwerk geeft inschrijfcodes uit. Een werkgever mag niet weten wie welke code kreeg");

    public static readonly Failure NotOpen = new(
        "vitaal-werken.inschrijfcodes.programma-niet-open", StatusCodes.Status409Conflict,
        "Inschrijven kan pas als iedereen met het programma heeft ingestemd, en tot de laatste dag");

    public static readonly Failure TooManyCodes = new(
        "vitaal-werken.inschrijfcodes.te-veel", StatusCodes.Status409Conflict, "Er staan al te veel ongebruikte codes open voor dit programma");

    public static readonly Failure NotForEmployer = new(
        "vitaal-werken.aanwezigheidscode.niet-voor-werkgever", StatusCodes.Status403Forbidden,
        "De aanwezigheidscode is voor de coördinator en voor de leverancier van de module");

    public static readonly Failure NobodyInvited = new(
        "vitaal-werken.aanwezigheidscode.nog-niet", StatusCodes.Status409Conflict, "Er zijn nog geen inschrijfcodes uitgegeven voor dit programma");

    public static readonly Failure SessionsLeft = new(
        "vitaal-werken.afsluiting.te-vroeg", StatusCodes.Status409Conflict, "De laatste sessie is nog niet voorbij. Sluit daarna af");

    public static readonly Failure NoReport = new(
        "vitaal-werken.programmaverslag.nog-niet", StatusCodes.Status409Conflict,
        "Het verslag is er nog niet. Het wordt gemaakt als de laatste polsmeting voorbij is, veertien dagen na de afsluiting");

    public static readonly Failure FormatUnknown = new(
        "vitaal-werken.programmaverslag.formaat-onbekend", StatusCodes.Status406NotAcceptable, "Vraag om application/json, text/csv of application/pdf");
}
