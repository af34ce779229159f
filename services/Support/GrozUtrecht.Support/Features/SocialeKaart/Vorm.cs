using GrozUtrecht.ServiceDefaults.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Support.Features.SocialeKaart;

/// <summary>The shapes of what several entries of the sociale kaart have in common.</summary>
internal static class Vorm
{
    public const string Website = @"^https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?([/?#][A-Za-z0-9._~:/?#@!$&'()*+,;=%-]*)?$";
    public const string Email = @"^[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$";
    public const string Telefoon = @"^\+?[0-9][0-9 ()-]{4,18}$";
    public const string Tijd = "^([01][0-9]|2[0-3]):[0-5][0-9]$";
    public const string Regel = @"^\S(.*\S)?$";
    public const string Tekst = @"^\s*\S[\s\S]*$";
    public const int MaximumWebsiteLength = 300;
    public const int MaximumEmailLength = 254;

    /// <summary>Why one of these texts is refused; null when all are fine or absent.</summary>
    public static ProblemHttpResult? Refuse(params ReadOnlySpan<string?> texts)
    {
        foreach (var text in texts)
        {
            if (text is not null && FreeText.Refuse(text) is { } refusal)
            {
                return refusal;
            }
        }

        return null;
    }
}

internal static class KaartFailures
{
    public static readonly Failure OrganisatieUnknown = new("support.organisatie.onbekend", StatusCodes.Status404NotFound, "Deze organisatie bestaat niet");

    public static readonly Failure OrganisatieEnded = new(
        "support.organisatie.beeindigd", StatusCodes.Status409Conflict, "Deze organisatie is beëindigd en niet meer te wijzigen");

    public static readonly Failure OrganisatieNotPublished = new(
        "support.organisatie.niet-gepubliceerd", StatusCodes.Status409Conflict, "Publiceer eerst de organisatie");

    public static readonly Failure OrganisatieForeign = new(
        "support.organisatie.niet-eigen", StatusCodes.Status422UnprocessableEntity, "Kies een organisatie die u zelf opvoerde en die niet beëindigd is");

    public static readonly Failure LocatieUnknown = new("support.locatie.onbekend", StatusCodes.Status404NotFound, "Deze locatie bestaat niet");

    public static readonly Failure LocatieEnded = new(
        "support.locatie.beeindigd", StatusCodes.Status409Conflict, "Deze locatie is beëindigd en niet meer te wijzigen");

    public static readonly Failure LocatieInUse = new(
        "support.locatie.in-gebruik", StatusCodes.Status409Conflict, "Op deze locatie is nog een voorziening; wijzig of beëindig die eerst");

    public static readonly Failure LocatieForeign = new(
        "support.locatie.niet-eigen", StatusCodes.Status422UnprocessableEntity, "Kies locaties die u zelf opvoerde en die niet beëindigd zijn");

    public static readonly Failure VoorzieningUnknown = new("support.voorziening.onbekend", StatusCodes.Status404NotFound, "Deze voorziening bestaat niet");

    public static readonly Failure VoorzieningEnded = new(
        "support.voorziening.beeindigd", StatusCodes.Status409Conflict, "Deze voorziening is beëindigd en niet meer te wijzigen");

    public static readonly Failure NotPublished = new(
        "support.kaart.niet-gepubliceerd", StatusCodes.Status409Conflict, "Alleen wat gepubliceerd is wordt geverifieerd; publiceren is ook verifiëren");

    public static readonly Failure AlreadyPublished = new(
        "support.kaart.al-gepubliceerd", StatusCodes.Status409Conflict, "Dit is al gepubliceerd; gebruik verificatie om de datum te vernieuwen");

    public static readonly Failure CategorieUnknown = new(
        "support.kaartcategorie.onbekend", StatusCodes.Status422UnprocessableEntity, "Kies categorieën uit de lijst van kaartcategorieën");

    public static readonly Failure TaalInvalid = new(
        "support.kaart.taal-ongeldig", StatusCodes.Status422UnprocessableEntity, "Noem talen met hun code van twee letters, bijvoorbeeld nl");

    public static readonly Failure LeeftijdInvalid = new(
        "support.voorziening.leeftijd-ongeldig", StatusCodes.Status422UnprocessableEntity, "De minimumleeftijd is hooguit de maximumleeftijd");

    public static readonly Failure BedragInvalid = new(
        "support.voorziening.bedrag-ongeldig", StatusCodes.Status422UnprocessableEntity, "Wat gratis is heeft geen bedrag");

    public static readonly Failure TijdenInvalid = new(
        "support.voorziening.openingstijden-ongeldig", StatusCodes.Status422UnprocessableEntity, "Deze openingstijden kloppen niet");

    public static readonly Failure PeriodeInvalid = new(
        "support.voorziening.periode-ongeldig", StatusCodes.Status422UnprocessableEntity, "Kies een periode van hooguit 62 dagen");

    public static readonly Failure PostcodeMissing = new(
        "support.voorziening.postcode-ontbreekt", StatusCodes.Status422UnprocessableEntity, "Een afstand heeft een postcode nodig");
}
