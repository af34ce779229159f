using System.ComponentModel;
using GrozUtrecht.ServiceDefaults.Http;

namespace GrozUtrecht.Support.Features.Buurtassistenten;

/// <summary>A buurtassistent as partners see them.</summary>
internal sealed record BuurtassistentResponse(
    [property: Description("Id van de buurtassistent.")] Guid Id,
    [property: Description("De persoon, zoals door Identity uitgegeven.")] Guid PersoonId,
    [property: Description("Ids van de buurten waarin deze werkt.")] IReadOnlyList<Guid> Buurten,
    [property: Description("Moment van aanmelden.")] DateTimeOffset AangemaaktOp);

internal static class BuurtassistentFailures
{
    public static readonly Failure Unknown = new(
        "support.buurtassistent.onbekend", StatusCodes.Status404NotFound, "Deze buurtassistent bestaat niet");

    public static readonly Failure NotYours = new(
        "support.buurtassistent.ongeldig", StatusCodes.Status422UnprocessableEntity, "Deze buurtassistent is er niet een van uw organisatie");

    public static readonly Failure NotInBuurt = new(
        "support.buurtassistent.andere-buurt", StatusCodes.Status422UnprocessableEntity, "Deze buurtassistent werkt niet in deze buurt");

    public static readonly Failure Exists = new(
        "support.buurtassistent.bestaat-al", StatusCodes.Status409Conflict, "Deze persoon is al buurtassistent bij uw organisatie");

    public const string NotInBuurtHelp = "Kies een collega die er werkt, of voeg de buurt eerst aan deze buurtassistent toe.";
}
