using System.ComponentModel;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.Support.Domain;

namespace GrozUtrecht.Support.Features.Helpers;

/// <summary>A helper as partners see it.</summary>
internal sealed record HelperResponse(
    [property: Description("Id van de helper.")] Guid Id,
    [property: Description("De persoon, zoals door Identity uitgegeven.")] Guid PersoonId,
    [property: Description("Vier cijfers.")] string Postcode,
    [property: Description("Gebied van het programma; ontbreekt als de postcode in geen gebied ligt.")] string? Gebied,
    [property: Description("Soorten hulp die deze helper aanbiedt.")] IReadOnlyList<Categorie> Categorieen,
    [property: Description("Tot hoever de helper komt, hemelsbreed.")] int StraalKilometers,
    [property: Description("Grens per week; ontbreekt als de helper er geen noemde.")] int? MaximumMinutenPerWeek,
    [property: Description("Talen als ISO 639-1.")] IReadOnlyList<string> Talen,
    [property: Description("Moment van aanmelding.")] DateTimeOffset AangemaaktOp,
    [property: Description("Als wat iemand helpt.")] HelperSoort Soort,
    [property: Description("Wat de helper kan, naast de soorten hulp.")] IReadOnlyList<Vaardigheid> Vaardigheden,
    [property: Description("Of de helper een auto heeft.")] bool Auto,
    [property: Description("Laatste dag waarop de VOG telt; ontbreekt zonder VOG.")] DateOnly? VogGeldigTotDatum,
    [property: Description("Waar de helper niet wil komen.")] IReadOnlyList<Omstandigheid> Bezwaren,
    [property: Description("Met wie deze helper alleen samen komt.")] Guid? MaatjeId,
    [property: Description("Vaste tijden per week; ontbreekt als elke tijd in overleg kan.")] IReadOnlyList<WeekVensterRequest>? Beschikbaarheid,
    [property: Description("Dagen die van de week afwijken.")] IReadOnlyList<UitzonderingRequest> Uitzonderingen,
    [property: Description("Een periode waarin de helper niet gevraagd wordt.")] PauzeRequest? Pauze);

internal static class HelperFailures
{
    public static readonly Failure Unknown = new("support.helper.onbekend", StatusCodes.Status404NotFound, "Deze helper bestaat niet");

    public static readonly Failure Exists = new("support.helper.bestaat", StatusCodes.Status409Conflict, "Deze persoon is al helper bij deze partner");

    public static readonly Failure TaalInvalid = new(
        "support.helper.taal-ongeldig", StatusCodes.Status422UnprocessableEntity, "Een taal is geen code van twee letters");

    public static readonly Failure TimeInvalid = new(
        "support.helper.tijd-ongeldig", StatusCodes.Status422UnprocessableEntity, "Een tijd eindigt later op de dag dan hij begint");

    public static readonly Failure PauzeInvalid = new(
        "support.helper.pauze-ongeldig", StatusCodes.Status422UnprocessableEntity, "Een pauze eindigt niet voordat hij begint");

    public static readonly Failure MaatjeUnknown = new(
        "support.helper.maatje-onbekend", StatusCodes.Status422UnprocessableEntity, "Een maatje is een andere helper van dezelfde partner");
}
