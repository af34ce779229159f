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
    [property: Description("Moment van aanmelding.")] DateTimeOffset AangemaaktOp);

internal static class HelperFailures
{
    public static readonly Failure Unknown = new("support.helper.onbekend", StatusCodes.Status404NotFound, "Deze helper bestaat niet");

    public static readonly Failure Exists = new("support.helper.bestaat", StatusCodes.Status409Conflict, "Deze persoon is al helper bij deze partner");

    public static readonly Failure TaalInvalid = new(
        "support.helper.taal-ongeldig", StatusCodes.Status422UnprocessableEntity, "Een taal is geen code van twee letters");
}
