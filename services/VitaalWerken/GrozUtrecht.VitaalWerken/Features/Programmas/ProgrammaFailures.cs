using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.VitaalWerken.Domain.Programmas;

namespace GrozUtrecht.VitaalWerken.Features.Programmas;

/// <summary>The expected failures around programmes and their versions.</summary>
internal static class ProgrammaFailures
{
    public static readonly Failure Unknown =
        new("vitaal-werken.programma.onbekend", StatusCodes.Status404NotFound, "Dit programma bestaat niet");

    public static readonly Failure VersionUnknown =
        new("vitaal-werken.programma.versie-onbekend", StatusCodes.Status404NotFound, "Deze versie van het programma bestaat niet");

    public static readonly Failure NotALid =
        new("vitaal-werken.programma.bedrijf-geen-lid", StatusCodes.Status409Conflict, "Alleen een bedrijf dat lid is maakt een programma. Maak het bedrijf eerst lid");

    public static readonly Failure PeriodInvalid =
        new("vitaal-werken.programma.periode-ongeldig", StatusCodes.Status422UnprocessableEntity,
            "Het programma eindigt voor het begint, of het duurt langer dan drie jaar");
}
