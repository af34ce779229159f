using GrozUtrecht.ServiceDefaults.Http;

namespace GrozUtrecht.Tijdbank.Features.Uitbetalingen;

/// <summary>The expected failures around who takes part, who is paid, and from which account.</summary>
internal static class DeelnemerFailures
{
    public static readonly Failure Unknown = new(
        "tijdbank.deelnemer.onbekend", StatusCodes.Status404NotFound, "Uw organisatie beheert geen rekening van deze persoon");

    public static readonly Failure GeboortedatumInvalid = new(
        "tijdbank.deelnemer.geboortedatum-ongeldig", StatusCodes.Status422UnprocessableEntity, "Een geboortedatum ligt na 1900 en niet in de toekomst");

    public static readonly Failure PostcodeUnknown = new(
        "tijdbank.deelnemer.postcode-onbekend", StatusCodes.Status422UnprocessableEntity, "Deze postcode ligt niet in de regio; geef vier cijfers van een woonadres");

    public static readonly Failure BegunstigdeUnknown = new(
        "tijdbank.begunstigde.onbekend", StatusCodes.Status404NotFound, "Van deze persoon is geen bankrekening bekend");

    public static readonly Failure IbanInvalid = new(
        "tijdbank.begunstigde.iban-ongeldig", StatusCodes.Status422UnprocessableEntity, "Dit is geen geldig IBAN; controleer het nummer op tikfouten");

    public static readonly Failure NaamInvalid = new(
        "tijdbank.begunstigde.naam-ongeldig", StatusCodes.Status422UnprocessableEntity, "Deze naam kan een bank niet lezen; schrijf haar met gewone letters en zonder nummers van negen cijfers");

    public static readonly Failure BetaalrekeningUnknown = new(
        "tijdbank.betaalrekening.onbekend", StatusCodes.Status404NotFound, "Uw organisatie heeft nog geen betaalrekening geregistreerd");
}
