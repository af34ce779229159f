using System.ComponentModel;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.Support.Domain;
using GrozUtrecht.Support.Domain.Matching;

namespace GrozUtrecht.Support.Features.Matching;

/// <summary>A proposal as partners see it.</summary>
internal sealed record VoorstelResponse(
    [property: Description("Id van het voorstel.")] Guid Id,
    [property: Description("De hulpvraag.")] Guid HulpvraagId,
    [property: Description("De helper die gevraagd is.")] Guid HelperId,
    [property: Description("verlopen: er kwam niet op tijd antwoord. vervallen: een ander zei ja, of de hulpvraag is weg.")] VoorstelStatus Status,
    [property: Description("0 tot 100, zoals op het moment van voorstellen.")] int Score,
    [property: Description("Waaruit de score bestaat.")] IReadOnlyList<RedenResponse> Redenen,
    [property: Description("Moment van voorstellen.")] DateTimeOffset AangemaaktOp,
    [property: Description("Moment van het antwoord; ontbreekt zolang het voorstel wacht.")] DateTimeOffset? BeantwoordOp,
    [property: Description("Zonder antwoord voor dit moment verloopt het voorstel.")] DateTimeOffset? AntwoordVoorOp,
    [property: Description("Waarvoor de helper gevraagd is, in volgorde van tijd.")] IReadOnlyList<VoorstelBeurtResponse> Beurten,
    [property: Description("Wanneer de helper ja zei; ontbreekt zolang dat niet zo is.")] DateTimeOffset? HelperAkkoordOp,
    [property: Description("Wanneer de hulpvrager ja zei; alleen als de hulpvrager zelf kiest.")] DateTimeOffset? HulpvragerAkkoordOp,
    [property: Description("Waarom niet; ontbreekt zolang niemand nee zei.")] Afwijzingscode? Afwijzingscode,
    [property: Description("Wie nee zei; ontbreekt zolang niemand dat deed.")] Rol? AfgewezenDoor);

/// <summary>One visit of a proposal.</summary>
internal sealed record VoorstelBeurtResponse(
    [property: Description("De beurt van de hulpvraag.")] Guid BeurtId,
    [property: Description("Wanneer deze helper dan zou beginnen.")] DateTimeOffset BegintOp);

/// <summary>One term of a score.</summary>
internal sealed record RedenResponse(
    [property: Description("afstand, tijd, vaardigheden, taal, eerder-goed, laatst-gevraagd, belasting of nieuwkomer.")] string Code,
    [property: Description("Zin voor mensen.")] string Tekst,
    [property: Description("Bijdrage aan de score.")] int Punten)
{
    public static IReadOnlyList<RedenResponse> Of(IEnumerable<Reden> redenen) =>
        [.. redenen.Select(reden => new RedenResponse(reden.Code, reden.Tekst, reden.Punten))];
}

internal static class MatchingFailures
{
    public static readonly Failure Unknown = new("support.voorstel.onbekend", StatusCodes.Status404NotFound, "Dit voorstel bestaat niet");

    public static readonly Failure HelperUnknown = new(
        "support.voorstel.helper-onbekend", StatusCodes.Status422UnprocessableEntity, "Deze helper bestaat niet bij deze partner");

    public static readonly Failure HelperUnfit = new(
        "support.voorstel.helper-past-niet", StatusCodes.Status422UnprocessableEntity, "Deze helper past niet bij de hulpvraag");

    public static readonly Failure TooMany = new(
        "support.voorstel.te-veel", StatusCodes.Status409Conflict, "Er wachten al te veel voorstellen op antwoord; wacht op een antwoord");

    public static readonly Failure NoChoice = new(
        "support.voorstel.geen-keuze", StatusCodes.Status409Conflict, "Bij deze hulpvraag kiest de hulpvrager niet zelf");

    public static readonly Failure ReasonMissing = new(
        "support.voorstel.reden-ontbreekt", StatusCodes.Status422UnprocessableEntity, "Zeg waarom niet");

    public static readonly Failure Answered = new("support.voorstel.beantwoord", StatusCodes.Status409Conflict, "Dit voorstel wacht niet meer op antwoord");

    public static readonly Failure NoTime = new("support.voorstel.geen-tijd", StatusCodes.Status409Conflict, "De helper heeft hier intussen geen tijd meer voor");
}
