using GrozUtrecht.ServiceDefaults.Http;

namespace GrozUtrecht.Lifestyle.Features.Proeverijen;

/// <summary>The expected failures around the programme.</summary>
internal static class ProgrammaFailures
{
    public static readonly Failure NothingPromised =
        new("lifestyle.programma.zonder-toezegging", StatusCodes.Status409Conflict, "Er is nog niets toegezegd om een programma van te maken");

    public static readonly Failure Impossible =
        new("lifestyle.programma.kan-niet", StatusCodes.Status409Conflict, "Er is geen programma dat past; in detail staat wie of wat niet past");

    public static readonly Failure Incomplete =
        new("lifestyle.programma.onvolledig", StatusCodes.Status409Conflict, "Het programma is niet af; stel het opnieuw samen of verplaats een proef");

    public static readonly Failure Clash =
        new("lifestyle.programma.botst", StatusCodes.Status409Conflict, "Deze verplaatsing botst; kies een andere ronde of ruimte");

    public static readonly Failure ProefUnknown =
        new("lifestyle.programma.proef-onbekend", StatusCodes.Status404NotFound, "Op deze plek staat geen proef");

    public static readonly Failure PlaceUnknown =
        new("lifestyle.programma.plek-onbekend", StatusCodes.Status422UnprocessableEntity, "Deze ronde of ruimte hoort niet bij de proeverij");
}
