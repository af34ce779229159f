using GrozUtrecht.ServiceDefaults.Http;

namespace GrozUtrecht.Lifestyle.Features.Proeverijen;

/// <summary>The expected failures around experiences and what follows them.</summary>
internal static class ErvaringFailures
{
    public static readonly Failure Unknown =
        new("lifestyle.ervaring.proef-onbekend", StatusCodes.Status404NotFound, "Er is geen proef met deze deelname en code");

    public static readonly Failure NotThere =
        new("lifestyle.ervaring.niet-aanwezig", StatusCodes.Status409Conflict, "Deze bewoner is bij deze proef niet ingecheckt; check eerst in");

    public static readonly Failure Closed =
        new("lifestyle.ervaring.afgesloten", StatusCodes.Status409Conflict, "De proeverij is afgesloten of nog niet begonnen; een ervaring kan nu niet");

    public static readonly Failure NoInterest =
        new("lifestyle.vervolg.geen-belangstelling", StatusCodes.Status409Conflict, "Vraag eerst hoe het was: een vervolg volgt op ja of misschien");

    public static readonly Failure NoSessie =
        new("lifestyle.vervolg.geen-sessie", StatusCodes.Status409Conflict, "Er is geen sessie van deze activiteit die nog moet komen");
}
