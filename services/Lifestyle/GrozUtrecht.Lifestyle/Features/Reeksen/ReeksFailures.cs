using GrozUtrecht.Lifestyle.Domain.Agenda;
using GrozUtrecht.ServiceDefaults.Http;

namespace GrozUtrecht.Lifestyle.Features.Reeksen;

/// <summary>The expected failures around series of sessions.</summary>
internal static class ReeksFailures
{
    public static readonly Failure Unknown = new("lifestyle.reeks.onbekend", StatusCodes.Status404NotFound, "Deze reeks bestaat niet");

    public static readonly Failure Overlaps = new(
        "lifestyle.reeks.overlapt", StatusCodes.Status409Conflict, "Op een of meer dagen is er al een sessie van deze activiteit; sla die dagen over");

    public static readonly Failure HasDeelnames = new(
        "lifestyle.reeks.dag-met-deelnemers", StatusCodes.Status409Conflict,
        "Voor deze dag zijn mensen aangemeld; vraag met deelnamesLatenVervallen om ook hun aanmelding te laten vervallen");

    public static readonly Failure DayPast = new("lifestyle.reeks.dag-voorbij", StatusCodes.Status422UnprocessableEntity, "Deze dag is voorbij");

    private static readonly Failure Empty = new(
        "lifestyle.reeks.zonder-sessies", StatusCodes.Status422UnprocessableEntity, "Deze reeks heeft geen enkele sessie; verander de dagen of het einde");

    private static readonly Failure WeekdagMissing = new(
        "lifestyle.reeks.weekdag-ontbreekt", StatusCodes.Status422UnprocessableEntity,
        "Noem de weekdagen van een wekelijkse reeks, of de ene weekdag van een maandelijkse reeks met weekVanMaand");

    private static readonly Failure WeekdagTwice = new("lifestyle.reeks.weekdag-dubbel", StatusCodes.Status422UnprocessableEntity, "Een weekdag staat er dubbel in");

    private static readonly Failure WeekdagUnwanted = new(
        "lifestyle.reeks.weekdag-overbodig", StatusCodes.Status422UnprocessableEntity, "Laat de weekdagen weg: deze reeks telt in dagen, of op een dag van de maand");

    private static readonly Failure MaanddagMissing = new(
        "lifestyle.reeks.maanddag-ontbreekt", StatusCodes.Status422UnprocessableEntity,
        "Noem van een maandelijkse reeks dagVanMaand (1 tot 31, of -1 voor de laatste dag) of weekVanMaand, en niet allebei");

    private static readonly Failure MaanddagUnwanted = new(
        "lifestyle.reeks.maanddag-overbodig", StatusCodes.Status422UnprocessableEntity, "Alleen een maandelijkse reeks heeft dagVanMaand of weekVanMaand");

    private static readonly Failure TwoEnds = new(
        "lifestyle.reeks.twee-einden", StatusCodes.Status422UnprocessableEntity, "Noem een laatste dag of een aantal sessies, niet allebei");

    private static readonly Failure EndsBeforeItBegins = new(
        "lifestyle.reeks.eind-voor-begin", StatusCodes.Status422UnprocessableEntity, "De laatste dag ligt voor de eerste");

    private static readonly Failure InThePast = new("lifestyle.reeks.in-het-verleden", StatusCodes.Status422UnprocessableEntity, "De reeks begint in het verleden");

    private static readonly Failure TooFarAhead = new(
        "lifestyle.reeks.te-ver-vooruit", StatusCodes.Status422UnprocessableEntity, $"Een reeks begint binnen {ReeksRules.MaximumDaysAhead} dagen");

    /// <summary>What the description of a series can be refused with, for the API document.</summary>
    public static readonly Failure[] Refusals =
    [
        Empty, WeekdagMissing, WeekdagTwice, WeekdagUnwanted, MaanddagMissing, MaanddagUnwanted, TwoEnds, EndsBeforeItBegins, InThePast, TooFarAhead,
    ];

    /// <summary>What the caller is told when the domain refuses.</summary>
    public static Failure Of(ReeksRefusal refusal) => refusal switch
    {
        ReeksRefusal.Empty => Empty,
        ReeksRefusal.WeekdagMissing => WeekdagMissing,
        ReeksRefusal.WeekdagTwice => WeekdagTwice,
        ReeksRefusal.WeekdagUnwanted => WeekdagUnwanted,
        ReeksRefusal.MaanddagMissing => MaanddagMissing,
        ReeksRefusal.MaanddagUnwanted => MaanddagUnwanted,
        ReeksRefusal.TwoEnds => TwoEnds,
        ReeksRefusal.EndsBeforeItBegins => EndsBeforeItBegins,
        ReeksRefusal.InThePast => InThePast,
        ReeksRefusal.TooFarAhead => TooFarAhead,
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, "A refusal without an answer."),
    };
}
