using GrozUtrecht.ServiceDefaults.Http;

namespace GrozUtrecht.Support.Features;

/// <summary>Failures that more than one feature of Support gives.</summary>
internal static class SupportFailures
{
    public static readonly Failure PostcodeUnknown = new(
        "support.postcode.onbekend", StatusCodes.Status422UnprocessableEntity, "Deze postcode hoort niet bij de regio");

    public static readonly Failure GebiedUnknown = new(
        "support.gebied.onbekend", StatusCodes.Status422UnprocessableEntity, "Dit gebied bestaat niet");

    public static readonly Failure PersoonRemoved = new(
        "support.persoon.verwijderd", StatusCodes.Status422UnprocessableEntity, "Deze persoon is verwijderd");

    public static readonly Failure PersoonInvalid = new(
        "support.persoon.ongeldig", StatusCodes.Status422UnprocessableEntity, "Dit is geen id van een persoon");

    public static readonly Failure TaalInvalid = new(
        "support.taal.ongeldig", StatusCodes.Status422UnprocessableEntity, "Een taal is geen code van twee letters");

    public const string TaalHelp = "Gebruik ISO 639-1, bijvoorbeeld nl.";

    public static bool IsTaal(string taal) => taal is { Length: 2 } && taal.All(char.IsAsciiLetterLower);

    public const string PostcodeHelp =
        "Gebruik de vier cijfers van een woonpostcode in Utrecht of Nieuwegein. Een postbus telt niet.";

    public const string GebiedHelp = "Kies een van: kanaleneiland, nieuwegein, overvecht, papendorp, utrecht-oost.";
}
