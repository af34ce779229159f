using System.ComponentModel;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.Support.Domain.Signalen;

namespace GrozUtrecht.Support.Features.Werkgericht;

/// <summary>A member of the network as partners see it.</summary>
internal sealed record NetwerklidResponse(
    [property: Description("Id van het netwerklid.")] Guid Id,
    [property: Description("De buurt.")] Guid BuurtId,
    [property: Description("De persoon; ontbreekt bij een organisatie en als deze persoon is verwijderd.")] Guid? PersoonId,
    [property: Description("Naam van de organisatie; ontbreekt bij een persoon.")] string? Organisatie,
    [property: Description("Bewoner of professional.")] Netwerkrol Rol,
    [property: Description("Moment van aanmelden.")] DateTimeOffset AangemaaktOp);

/// <summary>An action of the network as partners see it.</summary>
internal sealed record ActieResponse(
    [property: Description("Id van de actie.")] Guid Id,
    [property: Description("De buurtsignalen waaruit zij voortkomt.")] IReadOnlyList<Guid> SignaalIds,
    [property: Description("Het netwerklid dat haar trekt.")] Guid EigenaarId,
    [property: Description("Wat er gaat gebeuren.")] string Titel,
    [property: Description("Dag waarop zij klaar moet zijn.")] DateOnly StreefDatum,
    [property: Description("Waar de actie staat.")] ActieStatus Status,
    [property: Description("Moment van ontstaan.")] DateTimeOffset AangemaaktOp);

internal static class WerkgerichtFailures
{
    public static readonly Failure PersonOrOrganisation = new(
        "support.netwerklid.ongeldig", StatusCodes.Status422UnprocessableEntity, "Een netwerklid is een persoon of een organisatie");

    public static readonly Failure MemberExists = new(
        "support.netwerklid.bestaat-al", StatusCodes.Status409Conflict, "Deze persoon zit al in het netwerk van deze buurt");

    public static readonly Failure OwnerInvalid = new(
        "support.buurtactie.eigenaar-ongeldig", StatusCodes.Status422UnprocessableEntity, "Deze eigenaar is geen lid van uw netwerk");

    public static readonly Failure SignaalInvalid = new(
        "support.buurtactie.signaal-ongeldig", StatusCodes.Status422UnprocessableEntity, "Een van de signalen is er niet een van uw organisatie");

    public static readonly Failure ActieUnknown = new("support.buurtactie.onbekend", StatusCodes.Status404NotFound, "Deze buurtactie bestaat niet");
}
