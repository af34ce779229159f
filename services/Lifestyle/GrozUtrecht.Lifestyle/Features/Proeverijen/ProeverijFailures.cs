using GrozUtrecht.Lifestyle.Domain.Proeverijen;
using GrozUtrecht.ServiceDefaults.Http;

namespace GrozUtrecht.Lifestyle.Features.Proeverijen;

/// <summary>The expected failures around planning a proeverij.</summary>
internal static class ProeverijFailures
{
    public static readonly Failure Unknown =
        new("lifestyle.proeverij.onbekend", StatusCodes.Status404NotFound, "Deze proeverij bestaat niet");

    public static readonly Failure StepNotPossible =
        new("lifestyle.proeverij.stap-kan-niet", StatusCodes.Status409Conflict, "Deze stap kan nu niet bij deze proeverij");

    public static readonly Failure NotOver =
        new("lifestyle.proeverij.nog-niet-voorbij", StatusCodes.Status409Conflict, "De proeverij is nog niet voorbij; meld haar daarna als gehouden");

    public static readonly Failure OverBudget =
        new("lifestyle.proeverij.boven-budget", StatusCodes.Status409Conflict,
            "Dit past niet in het budget; verhoog het budget of trek een uitnodiging in");

    private static readonly Failure EndsBeforeItBegins =
        new("lifestyle.proeverij.eind-voor-begin", StatusCodes.Status422UnprocessableEntity, "De proeverij eindigt niet na haar begin");

    private static readonly Failure InThePast =
        new("lifestyle.proeverij.in-het-verleden", StatusCodes.Status422UnprocessableEntity, "De proeverij begint in het verleden");

    private static readonly Failure TooFarAhead =
        new("lifestyle.proeverij.te-ver-vooruit", StatusCodes.Status422UnprocessableEntity,
            $"Een proeverij begint binnen {Proeverijplan.MaximumDaysAhead} dagen");

    private static readonly Failure NotOneDay =
        new("lifestyle.proeverij.meer-dan-een-dag", StatusCodes.Status422UnprocessableEntity, "Een proeverij begint en eindigt op dezelfde dag");

    private static readonly Failure RondesOutside =
        new("lifestyle.indeling.ronde-buiten-proeverij", StatusCodes.Status422UnprocessableEntity,
            "Een ronde valt buiten de tijd van de proeverij; pas een van beide aan");

    private static readonly Failure RondesOutOfOrder =
        new("lifestyle.indeling.rondes-volgorde", StatusCodes.Status422UnprocessableEntity,
            "De rondes volgen elkaar niet op; noem ze in volgorde en zonder overlap");

    private static readonly Failure RuimteTwice =
        new("lifestyle.indeling.ruimte-dubbel", StatusCodes.Status422UnprocessableEntity, "Twee ruimtes hebben dezelfde naam");

    /// <summary>What a plan can be refused with, for the API document.</summary>
    public static readonly Failure[] Plan =
        [Activiteiten.ActiviteitFailures.PostcodeUnknown, EndsBeforeItBegins, InThePast, TooFarAhead, NotOneDay, FreeText.HoldsBsn, FreeText.Unreadable];

    /// <summary>What rounds and rooms can be refused with, for the API document.</summary>
    public static readonly Failure[] Layout = [RondesOutside, RondesOutOfOrder, RuimteTwice];

    /// <summary>What every change of one proeverij can answer, for the API document.</summary>
    public static readonly Failure[] Change = [Unknown, StepNotPossible, RequestFailures.VersionOutdated, RequestFailures.VersionMissing];

    /// <summary>What the caller is told when the domain refuses.</summary>
    public static Failure Of(Planfout fault) => fault switch
    {
        Planfout.EndsBeforeItBegins => EndsBeforeItBegins,
        Planfout.InThePast => InThePast,
        Planfout.TooFarAhead => TooFarAhead,
        Planfout.NotOneDay => NotOneDay,
        Planfout.RondesOutside => RondesOutside,
        Planfout.RondesOutOfOrder => RondesOutOfOrder,
        Planfout.RuimteTwice => RuimteTwice,
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, "A fault without an answer."),
    };
}
