using System.ComponentModel;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.Support.Domain.Signalen;

namespace GrozUtrecht.Support.Features.Signalen;

/// <summary>A signal as partners see it.</summary>
internal sealed record SignaalResponse(
    [property: Description("Id van het signaal.")] Guid Id,
    [property: Description("De buurt; ontbreekt als de postcode in geen buurt ligt.")] Guid? BuurtId,
    [property: Description("Vier cijfers.")] string Postcode,
    [property: Description("Gebied van het programma; ontbreekt als de postcode in geen gebied ligt.")] string? Gebied,
    [property: Description("Waar het over gaat.")] Thema Thema,
    [property: Description("In eigen woorden; ontbreekt als de persoon is verwijderd.")] string? Tekst,
    [property: Description("Waar het signaal staat.")] SignaalStatus Status,
    [property: Description("Hoeveel mensen dit belangrijk vinden, wie het zei meegeteld.")] int Bijval,
    [property: Description("Hoeveel daarvan in de laatste 30 dagen.")] int Bijval30Dagen,
    [property: Description("Het signaal waarin dit verder gaat, als het is samengevoegd.")] Guid? SamengevoegdMet,
    [property: Description("Wat het netwerk terugkoppelde.")] string? Terugkoppeling,
    [property: Description("Wanneer dat was.")] DateTimeOffset? TeruggekoppeldOp,
    [property: Description("Moment van melden.")] DateTimeOffset AangemaaktOp);

/// <summary>A person who joins in, or does no longer.</summary>
public sealed record BijvalRequest([property: Description("De persoon, zoals door Identity uitgegeven.")] Guid PersoonId);

internal static class SignaalFailures
{
    public static readonly Failure Unknown = new("support.buurtsignaal.onbekend", StatusCodes.Status404NotFound, "Dit buurtsignaal bestaat niet");

    public static readonly Failure Closed = new("support.buurtsignaal.gesloten", StatusCodes.Status409Conflict, "Dit buurtsignaal staat niet meer open");

    public static readonly Failure NotNew = new("support.buurtsignaal.niet-nieuw", StatusCodes.Status409Conflict, "Dit buurtsignaal is al in behandeling");

    public static readonly Failure NotReported = new(
        "support.buurtsignaal.niet-teruggekoppeld", StatusCodes.Status409Conflict, "Over dit buurtsignaal is nog niets teruggekoppeld");

    public static readonly Failure MergeInvalid = new(
        "support.buurtsignaal.samenvoeging-ongeldig", StatusCodes.Status422UnprocessableEntity, "Deze signalen zijn niet samen te voegen");
}
