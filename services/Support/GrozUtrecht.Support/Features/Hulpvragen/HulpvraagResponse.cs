using System.ComponentModel;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.Support.Domain;
using GrozUtrecht.Support.Domain.Agenda;

namespace GrozUtrecht.Support.Features.Hulpvragen;

/// <summary>A hulpvraag as partners see it.</summary>
internal sealed record HulpvraagResponse(
    [property: Description("Id van de hulpvraag.")] Guid Id,
    [property: Description("Wie om hulp vraagt; ontbreekt als deze persoon is verwijderd.")] Guid? PersoonId,
    [property: Description("Soort hulp.")] Categorie Categorie,
    [property: Description("In eigen woorden; ontbreekt als de persoon is verwijderd of de toestemming is ingetrokken.")] string? Omschrijving,
    [property: Description("Vier cijfers.")] string Postcode,
    [property: Description("Gebied van het programma; ontbreekt als de postcode in geen gebied ligt.")] string? Gebied,
    [property: Description("Hoe dringend het is.")] Urgentie Urgentie,
    [property: Description("Hoe lang de hulp naar verwachting duurt.")] int DuurMinuten,
    [property: Description("Wanneer de hulp begint.")] DateTimeOffset BegintOp,
    [property: Description("Waar de hulpvraag staat.")] HulpvraagStatus Status,
    [property: Description("Moment van indienen.")] DateTimeOffset AangemaaktOp,
    [property: Description("Hoeveel helpers er per beurt nodig zijn.")] int AantalHelpers,
    [property: Description("Langs welke weg de vraag binnenkwam.")] Kanaal Kanaal,
    [property: Description("Waaraan een helper moet voldoen.")] EisenResponse Eisen,
    [property: Description("Wat een helper geschikter maakt.")] WensenResponse Wensen,
    [property: Description("Wat een helper van de plek moet weten.")] IReadOnlyList<Omstandigheid> Omstandigheden,
    [property: Description("Herhaling; ontbreekt bij een losse hulpvraag.")] PatroonResponse? Patroon,
    [property: Description("Of het platform zelf helpers een voor een vraagt.")] bool Automatisch,
    [property: Description("Of ook de hulpvrager ja zegt tegen een helper.")] bool ZelfKiezen,
    [property: Description("Tot wanneer er gezocht wordt voordat de buurtassistent het oppakt; ontbreekt als niemand wacht.")] DateTimeOffset? UiterlijkOp,
    [property: Description("Wanneer de buurtassistent het kreeg; ontbreekt zolang dat niet zo is.")] DateTimeOffset? GeescaleerdOp);

/// <summary>What a helper must have.</summary>
internal sealed record EisenResponse(
    [property: Description("ISO 639-1; ontbreekt zonder eis.")] string? Taal,
    [property: Description("Alle moeten er zijn.")] IReadOnlyList<Vaardigheid> Vaardigheden,
    [property: Description("Geldig tot en met de laatste beurt.")] bool Vog,
    [property: Description("De helper heeft een auto.")] bool Auto);

/// <summary>What makes one helper fit better than another.</summary>
internal sealed record WensenResponse(
    [property: Description("Talen van de hulpvrager als ISO 639-1.")] IReadOnlyList<string> Talen,
    [property: Description("Hoe meer, hoe beter.")] IReadOnlyList<Vaardigheid> Vaardigheden);

/// <summary>How a visit comes back.</summary>
internal sealed record PatroonResponse(
    [property: Description("Dagen van de week.")] IReadOnlyList<Weekdag> Dagen,
    [property: Description("1 is elke week, 2 om de week.")] int IedereWeken,
    [property: Description("Nederlandse kloktijd.")] string Van,
    [property: Description("Nederlandse kloktijd; eerder dan van betekent de volgende dag.")] string Tot,
    [property: Description("Eerste dag.")] DateOnly EersteDatum,
    [property: Description("Laatste dag.")] DateOnly LaatsteDatum);

internal static class HulpvraagFailures
{
    public static readonly Failure Unknown = new("support.hulpvraag.onbekend", StatusCodes.Status404NotFound, "Deze hulpvraag bestaat niet");

    public static readonly Failure BeginUnlikely = new(
        "support.hulpvraag.tijdstip-ongeldig", StatusCodes.Status422UnprocessableEntity, "Dit begin ligt te ver weg");

    public static readonly Failure TimeMissing = new(
        "support.hulpvraag.tijd-ontbreekt", StatusCodes.Status422UnprocessableEntity, "Geef begintOp, tijdvensters of een patroon: precies een daarvan");

    public static readonly Failure VensterInvalid = new(
        "support.hulpvraag.tijdvenster-ongeldig", StatusCodes.Status422UnprocessableEntity, "In dit tijdvenster past de hulp niet");

    public static readonly Failure PatroonInvalid = new(
        "support.hulpvraag.patroon-ongeldig", StatusCodes.Status422UnprocessableEntity, "Dit patroon kan niet");

    public static readonly Failure DeadlineInvalid = new(
        "support.hulpvraag.uiterlijk-ongeldig", StatusCodes.Status422UnprocessableEntity, "Uiterlijk ligt tussen nu en het begin van de hulp");

    public static readonly Failure ToestemmingInvalid = new(
        "support.toestemming.moment-ongeldig", StatusCodes.Status422UnprocessableEntity, "Toestemming is niet in de toekomst gegeven");

    public static readonly Failure ToestemmingUnknown = new(
        "support.toestemming.onbekend", StatusCodes.Status404NotFound, "Bij deze hulpvraag is geen toestemming vastgelegd");

    public static readonly Failure NotOpen = new("support.hulpvraag.niet-open", StatusCodes.Status409Conflict, "Deze hulpvraag staat niet meer open");

    public static readonly Failure NotWithdrawable = new(
        "support.hulpvraag.niet-in-te-trekken", StatusCodes.Status409Conflict, "Deze hulpvraag is niet meer in te trekken");
}
