using System.ComponentModel;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.Support.Domain;

namespace GrozUtrecht.Support.Features.Aanbiedingen;

/// <summary>Time that a helper offers.</summary>
internal sealed record AanbiedingResponse(
    [property: Description("Id van de aanbieding.")] Guid Id,
    [property: Description("De helper.")] Guid HelperId,
    [property: Description("Voor welke soorten hulp.")] IReadOnlyList<Categorie> Categorieen,
    [property: Description("Vanaf dit moment.")] DateTimeOffset VanOp,
    [property: Description("Tot dit moment.")] DateTimeOffset TotOp,
    [property: Description("Wanneer de aanbieding is ingetrokken; ontbreekt zolang die geldt.")] DateTimeOffset? IngetrokkenOp,
    [property: Description("Moment van aanbieden.")] DateTimeOffset AangemaaktOp);

internal static class AanbiedingFailures
{
    public static readonly Failure Unknown = new("support.aanbieding.onbekend", StatusCodes.Status404NotFound, "Deze aanbieding bestaat niet");

    public static readonly Failure HelperUnknown = new("support.helper.onbekend", StatusCodes.Status404NotFound, "Deze helper bestaat niet");

    public static readonly Failure TimeInvalid = new(
        "support.aanbieding.tijd-ongeldig", StatusCodes.Status422UnprocessableEntity, "Een aanbieding ligt in de toekomst en duurt hooguit 24 uur");

    public static readonly Failure CategorieNotOffered = new(
        "support.aanbieding.categorie-ongeldig", StatusCodes.Status422UnprocessableEntity, "Bied alleen hulp aan die bij deze helper staat");
}
