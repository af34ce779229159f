using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.Support.Data.Matching;
using GrozUtrecht.Support.Domain.Matching;

namespace GrozUtrecht.Support.Features.Matching;

/// <summary>How many points each part of a score may give.</summary>
public sealed record GewichtenInhoud(
    [property: Description("Dichtbij wonen."), Range(0, 100)] int Afstand,
    [property: Description("Bij alle beurten kunnen, op genoemde tijden."), Range(0, 100)] int Tijd,
    [property: Description("Gewenste vaardigheden hebben."), Range(0, 100)] int Vaardigheden,
    [property: Description("Een taal van de hulpvrager spreken."), Range(0, 100)] int Taal,
    [property: Description("Deze hulpvrager al eens goed geholpen hebben."), Range(0, 100)] int EerderGoed,
    [property: Description("Lang niet gevraagd zijn."), Range(0, 100)] int LaatstGevraagd,
    [property: Description("Die maand nog weinig te doen hebben."), Range(0, 100)] int Belasting,
    [property: Description("Nog niet eerder gekoppeld zijn."), Range(0, 100)] int Nieuwkomer)
{
    internal Gewichten ToDomain() => new(Afstand, Tijd, Vaardigheden, Taal, EerderGoed, LaatstGevraagd, Belasting, Nieuwkomer);

    internal static GewichtenInhoud Of(Gewichten it) =>
        new(it.Afstand, it.Tijd, it.Vaardigheden, it.Taal, it.EerderGoed, it.LaatstGevraagd, it.Belasting, it.Nieuwkomer);
}

/// <summary>The rules of one area as partners see them.</summary>
internal sealed record MatchingregelsResponse(
    [property: Description("Code van het gebied; overig voor alle postcodes daarbuiten.")] string Gebied,
    [property: Description("0: zoals het platform komt; daarna 1 hoger bij elke wijziging.")] long Versie,
    [property: Description("Samen 100.")] GewichtenInhoud Gewichten,
    [property: Description("Na zo veel keer vragen in 7 dagen is een helper geen kandidaat meer.")] int MaximumKeerGevraagdPerWeek,
    [property: Description("Hoeveel kandidaten per hulpvraag een ronde over een heel gebied weegt.")] int KandidatenPerHulpvraag,
    [property: Description("Voor hoeveel hulpvragen zo'n ronde een helper hooguit voorstelt.")] int MaximumPerHelper,
    [property: Description("Het programma dat ze wijzigde; ontbreekt bij versie 0.")] string? GewijzigdDoor,
    [property: Description("Moment van wijzigen; ontbreekt bij versie 0.")] DateTimeOffset? GewijzigdOp)
{
    public static MatchingregelsResponse Of(MatchingregelsRow row) => Of(row.Gebied, row.ToDomain()) with { GewijzigdDoor = row.GewijzigdDoor, GewijzigdOp = row.GewijzigdOp };

    public static MatchingregelsResponse Of(string gebied, Matchingregels regels) => new(
        gebied,
        regels.Versie,
        GewichtenInhoud.Of(regels.Gewichten),
        regels.MaximumAsksPerWeek,
        regels.KandidatenPerHulpvraag,
        regels.MaximumPerHelper,
        null,
        null);
}

internal static class MatchingregelsFailures
{
    public const string GebiedHelp = "Kies een van: kanaleneiland, nieuwegein, overvecht, papendorp, utrecht-oost, overig.";

    public static readonly Failure GebiedUnknown = new("support.matchingregels.gebied-onbekend", StatusCodes.Status404NotFound, "Dit gebied bestaat niet");

    public static readonly Failure SumWrong = new(
        "support.matchingregels.som-ongeldig", StatusCodes.Status422UnprocessableEntity, "De gewichten zijn samen niet 100");
}
