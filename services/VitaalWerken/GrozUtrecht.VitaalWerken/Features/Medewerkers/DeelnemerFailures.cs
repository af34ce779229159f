using GrozUtrecht.ServiceDefaults.Http;

namespace GrozUtrecht.VitaalWerken.Features.Medewerkers;

/// <summary>The expected failures around taking part in a programme.</summary>
internal static class DeelnemerFailures
{
    // The same for a key that never was and one that was withdrawn.
    public static readonly Failure KeyRefused = new(
        "vitaal-werken.deelnamesleutel.onjuist", StatusCodes.Status403Forbidden, "Deze deelnamesleutel is niet juist. Kijk of alle tekens kloppen");

    public static readonly Failure KeyWeak = new(
        "vitaal-werken.deelnamesleutel.te-zwak", StatusCodes.Status422UnprocessableEntity,
        "Deze deelnamesleutel is te zwak. Maak een willekeurige sleutel van 28 tekens uit 0-9 en A-Z zonder I, L, O en U");

    public static readonly Failure KeyInUse = new(
        "vitaal-werken.deelnamesleutel.in-gebruik", StatusCodes.Status409Conflict,
        "Deze deelnamesleutel hoort al bij een inschrijving. Maak voor een ander programma een nieuwe sleutel");

    public static readonly Failure SessionUnknown =
        new("vitaal-werken.programmasessie.onbekend", StatusCodes.Status404NotFound, "Deze sessie hoort niet bij dit programma");

    public static readonly Failure SessionFull =
        new("vitaal-werken.programmasessie.vol", StatusCodes.Status409Conflict, "Deze sessie is vol. Kies een andere sessie");

    public static readonly Failure SessionBegun =
        new("vitaal-werken.programmasessie.begonnen", StatusCodes.Status409Conflict, "Deze sessie is al begonnen. Aanmelden en afmelden kan niet meer");

    public static readonly Failure NotTheDay = new(
        "vitaal-werken.aanwezigheid.niet-nu", StatusCodes.Status409Conflict, "Aanwezigheid melden kan op de dag van de sessie en de dag erna");

    public static readonly Failure AttendanceCodeWrong = new(
        "vitaal-werken.aanwezigheidscode.onjuist", StatusCodes.Status403Forbidden, "Deze aanwezigheidscode is niet juist. Vraag hem aan wie de sessie geeft");

    public static readonly Failure NotOpen = new(
        "vitaal-werken.polsmeting.niet-open", StatusCodes.Status409Conflict, "Dit is nu niet in te vullen. Kijk bij uw deelname wanneer het wel kan");

    public static readonly Failure SubjectUnknown = new(
        "vitaal-werken.polsmeting.onderwerp-onjuist", StatusCodes.Status422UnprocessableEntity,
        "Geef een cijfer per onderwerp van dit programma, en elk onderwerp hoogstens een keer");
}
