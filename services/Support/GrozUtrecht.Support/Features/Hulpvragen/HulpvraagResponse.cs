using System.ComponentModel;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.Support.Domain;

namespace GrozUtrecht.Support.Features.Hulpvragen;

/// <summary>A hulpvraag as partners see it.</summary>
internal sealed record HulpvraagResponse(
    [property: Description("Id van de hulpvraag.")] Guid Id,
    [property: Description("Wie om hulp vraagt; ontbreekt als deze persoon is verwijderd.")] Guid? PersoonId,
    [property: Description("Soort hulp.")] Categorie Categorie,
    [property: Description("In eigen woorden; ontbreekt als de persoon is verwijderd.")] string? Omschrijving,
    [property: Description("Vier cijfers.")] string Postcode,
    [property: Description("Gebied van het programma; ontbreekt als de postcode in geen gebied ligt.")] string? Gebied,
    [property: Description("Hoe dringend het is.")] Urgentie Urgentie,
    [property: Description("Hoe lang de hulp naar verwachting duurt.")] int DuurMinuten,
    [property: Description("Wanneer de hulp begint.")] DateTimeOffset BegintOp,
    [property: Description("Waar de hulpvraag staat.")] HulpvraagStatus Status,
    [property: Description("Moment van indienen.")] DateTimeOffset AangemaaktOp);

internal static class HulpvraagFailures
{
    public static readonly Failure Unknown = new("support.hulpvraag.onbekend", StatusCodes.Status404NotFound, "Deze hulpvraag bestaat niet");

    public static readonly Failure BeginUnlikely = new(
        "support.hulpvraag.tijdstip-ongeldig", StatusCodes.Status422UnprocessableEntity, "Dit begin ligt te ver weg");

    public static readonly Failure NotOpen = new("support.hulpvraag.niet-open", StatusCodes.Status409Conflict, "Deze hulpvraag staat niet meer open");

    public static readonly Failure NotWithdrawable = new(
        "support.hulpvraag.niet-in-te-trekken", StatusCodes.Status409Conflict, "Deze hulpvraag is niet meer in te trekken");
}
