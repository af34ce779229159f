using System.ComponentModel;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.Support.Domain;

namespace GrozUtrecht.Support.Features.Afspraken;

/// <summary>An appointment as partners see it.</summary>
internal sealed record AfspraakResponse(
    [property: Description("Id van de afspraak.")] Guid Id,
    [property: Description("De hulpvraag.")] Guid HulpvraagId,
    [property: Description("Het voorstel dat aanvaard werd.")] Guid VoorstelId,
    [property: Description("De helper.")] Guid HelperId,
    [property: Description("minuten-verschillen: de twee kanten noemden verschillende minuten; vraag een van beide om opnieuw te bevestigen.")]
    AfspraakStatus Status,
    [property: Description("Wanneer de afspraak begint.")] DateTimeOffset BegintOp,
    [property: Description("Hoe lang de afspraak naar verwachting duurt.")] int DuurMinuten,
    [property: Description("Wat de helper zei; ontbreekt zolang die niets zei.")] BevestigingResponse? BevestigingHelper,
    [property: Description("Wat de hulpvrager zei; ontbreekt zolang die niets zei.")] BevestigingResponse? BevestigingHulpvrager,
    [property: Description("Wat de Tijdbank bijschreef; ontbreekt tot dat gebeurd is.")] int? BijgeschrevenMinuten,
    [property: Description("Wanneer de Tijdbank bijschreef; ontbreekt tot dat gebeurd is.")] DateTimeOffset? BijgeschrevenOp,
    [property: Description("Moment waarop de afspraak ontstond.")] DateTimeOffset AangemaaktOp,
    [property: Description("De beurt van de hulpvraag.")] Guid BeurtId,
    [property: Description("Of deze helper als maatje meekomt.")] bool IsMaatje,
    [property: Description("Wie de afspraak afzegde voordat die begon; ontbreekt als niemand dat deed.")] AfmeldingResponse? Afmelding,
    [property: Description("Wie niet kwam opdagen; ontbreekt als niemand dat zei.")] Rol? NietVerschenen);

/// <summary>How an appointment was called off.</summary>
internal sealed record AfmeldingResponse(
    [property: Description("Wie afzegde.")] Rol Rol,
    [property: Description("Waarom.")] Afmeldcode Code,
    [property: Description("Of dat zo kort voor het begin was dat ook de buurtassistent het hoort.")] bool Laat,
    [property: Description("Wanneer.")] DateTimeOffset AfgemeldOp);

/// <summary>The last word of one side.</summary>
internal sealed record BevestigingResponse(
    [property: Description("Of de afspraak is doorgegaan.")] bool Doorgegaan,
    [property: Description("Hoeveel minuten; 0 als de afspraak niet doorging.")] int DuurMinuten)
{
    public static BevestigingResponse? Of(Bevestiging? said) => said is { } word ? new(word.Doorgegaan, word.DurationMinutes) : null;
}

internal static class AfspraakFailures
{
    public static readonly Failure Unknown = new("support.afspraak.onbekend", StatusCodes.Status404NotFound, "Deze afspraak bestaat niet");

    public static readonly Failure NotBegun = new("support.afspraak.nog-niet-begonnen", StatusCodes.Status409Conflict, "Deze afspraak is nog niet begonnen");

    public static readonly Failure Begun = new(
        "support.afspraak.al-begonnen", StatusCodes.Status409Conflict, "Deze afspraak is al begonnen; zeg met een bevestiging of die doorging");

    public static readonly Failure NoShowContradicts = new(
        "support.bevestiging.niet-verschenen-ongeldig", StatusCodes.Status422UnprocessableEntity, "Wie niet verscheen hoort alleen bij een afspraak die niet doorging");

    public static readonly Failure Ended = new("support.afspraak.afgerond", StatusCodes.Status409Conflict, "Deze afspraak is al afgerond");

    public static readonly Failure MinutesContradict = new(
        "support.bevestiging.minuten-ongeldig", StatusCodes.Status422UnprocessableEntity, "De minuten passen niet bij doorgegaan");
}
