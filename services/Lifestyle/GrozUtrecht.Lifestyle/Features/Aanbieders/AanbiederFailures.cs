using GrozUtrecht.ServiceDefaults.Http;

namespace GrozUtrecht.Lifestyle.Features.Aanbieders;

/// <summary>The expected failures around aanbieders.</summary>
internal static class AanbiederFailures
{
    public static readonly Failure Unknown =
        new("lifestyle.aanbieder.onbekend", StatusCodes.Status404NotFound, "Deze aanbieder bestaat niet");

    public static readonly Failure Stopped =
        new("lifestyle.aanbieder.gestopt", StatusCodes.Status409Conflict, "Deze aanbieder is gestopt");

    public static readonly Failure GebiedTwice =
        new("lifestyle.aanbieder.gebied-dubbel", StatusCodes.Status422UnprocessableEntity, "Een gebied staat er dubbel in");

    public static readonly Failure HasActiviteiten =
        new("lifestyle.aanbieder.heeft-aanbod", StatusCodes.Status409Conflict, "Deze aanbieder heeft nog gepubliceerde activiteiten; trek die eerst in");

    public static readonly Failure ReasonMissing =
        new("lifestyle.aanbieder.zonder-reden", StatusCodes.Status422UnprocessableEntity, "Zeg bij een afwijzing waarom");
}
