using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.VitaalWerken.Domain.Programmas;

namespace GrozUtrecht.VitaalWerken.Features.Programmas;

/// <summary>The expected failures around the life of programmes and their versions.</summary>
internal static class ProgrammaFailures
{
    public static readonly Failure Unknown =
        new("vitaal-werken.programma.onbekend", StatusCodes.Status404NotFound, "Dit programma bestaat niet");

    public static readonly Failure VersionUnknown =
        new("vitaal-werken.programma.versie-onbekend", StatusCodes.Status404NotFound, "Deze versie van het programma bestaat niet");

    public static readonly Failure NotALid =
        new("vitaal-werken.programma.bedrijf-geen-lid", StatusCodes.Status409Conflict, "Alleen een bedrijf dat lid is maakt een programma. Maak het bedrijf eerst lid");

    public static readonly Failure NotYourPart =
        new("vitaal-werken.programma.niet-uw-rol", StatusCodes.Status403Forbidden,
            "Deze stap is niet aan u. Bedrijf en coördinator plannen; bedrijf en leveranciers stemmen zelf in");

    public static readonly Failure Ended =
        new("vitaal-werken.programma.beeindigd", StatusCodes.Status409Conflict, "Dit programma is afgesloten of ingetrokken. Maak een nieuw programma");

    public static readonly Failure NotConcept =
        new("vitaal-werken.programma.geen-concept", StatusCodes.Status409Conflict, "Wat is voorgesteld verandert niet meer. Stel een nieuwe versie op");

    public static readonly Failure NotProposed =
        new("vitaal-werken.programma.niet-voorgesteld", StatusCodes.Status409Conflict, "Deze versie ligt niet voor. Antwoord op de versie die is voorgesteld");

    public static readonly Failure NotOpen =
        new("vitaal-werken.programma.versie-gesloten", StatusCodes.Status409Conflict, "Alleen een concept of een voorstel kan worden ingetrokken");

    public static readonly Failure Empty =
        new("vitaal-werken.programma.versie-leeg", StatusCodes.Status409Conflict, "Deze versie heeft geen modules. Vul de versie eerst");

    public static readonly Failure StillOpen =
        new("vitaal-werken.programma.versie-open", StatusCodes.Status409Conflict,
            "Er is nog een concept of een voorstel. Werk daarmee verder, of trek het eerst in");

    public static readonly Failure TooManyVersions =
        new("vitaal-werken.programma.te-veel-versies", StatusCodes.Status409Conflict, "Dit programma heeft te veel versies. Maak een nieuw programma");

    public static readonly Failure AgreedBefore =
        new("vitaal-werken.programma.al-ingestemd", StatusCodes.Status409Conflict, "U stemde al in met deze versie. Dat blijft zo");

    public static readonly Failure NotAgreed =
        new("vitaal-werken.programma.niet-overeengekomen", StatusCodes.Status409Conflict, "Nog niet iedereen heeft ingestemd. Daarna kan het programma starten");

    public static readonly Failure AlreadyRunning =
        new("vitaal-werken.programma.al-gestart", StatusCodes.Status409Conflict, "Dit programma loopt al");

    public static readonly Failure NotRunning =
        new("vitaal-werken.programma.niet-lopend", StatusCodes.Status409Conflict, "Dit programma loopt niet. Start het eerst");

    public static readonly Failure LeverancierTaken =
        new("vitaal-werken.programma.leverancier-bezet", StatusCodes.Status409Conflict,
            "Een leverancier is bij een sessie al ergens anders. Kies daarvoor een andere tijd");

    public static readonly Failure WhyMissing =
        new("vitaal-werken.programma.toelichting-ontbreekt", StatusCodes.Status422UnprocessableEntity, "Leg bij de reden `anders` uit waarom u niet instemt");

    /// <summary>What every step may be refused with.</summary>
    public static readonly Failure[] Step = [Unknown, NotYourPart, Ended, RequestFailures.VersionOutdated, RequestFailures.VersionMissing];

    /// <summary>The answer to a refused step of these slices; closing, the only step that asks for a running programme, has its own.</summary>
    public static Failure Of(ProgrammaRefusal refusal) => refusal switch
    {
        ProgrammaRefusal.NotYourPart => NotYourPart,
        ProgrammaRefusal.Ended => Ended,
        ProgrammaRefusal.VersionUnknown => VersionUnknown,
        ProgrammaRefusal.NotConcept => NotConcept,
        ProgrammaRefusal.NotProposed => NotProposed,
        ProgrammaRefusal.NotOpen => NotOpen,
        ProgrammaRefusal.Empty => Empty,
        ProgrammaRefusal.StillOpen => StillOpen,
        ProgrammaRefusal.TooManyVersions => TooManyVersions,
        ProgrammaRefusal.AgreedBefore => AgreedBefore,
        ProgrammaRefusal.NotAgreed => NotAgreed,
        ProgrammaRefusal.AlreadyRunning => AlreadyRunning,
        ProgrammaRefusal.NotRunning => NotRunning,
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, "A refusal without an answer."),
    };
}
