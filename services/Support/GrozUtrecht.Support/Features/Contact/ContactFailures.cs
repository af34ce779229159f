using GrozUtrecht.ServiceDefaults.Http;

namespace GrozUtrecht.Support.Features.Contact;

internal static class ContactFailures
{
    public const string Scope = "support:contactgegevens";

    public static readonly Failure Unreachable = new(
        "support.contact.onbereikbaar", StatusCodes.Status422UnprocessableEntity, "Geef een telefoonnummer of een e-mailadres");

    public static readonly Failure Unknown = new(
        "support.contact.onbekend", StatusCodes.Status404NotFound, "Van de andere kant zijn geen contactgegevens vastgelegd");

    public static readonly Failure NotAllowed = new(
        "support.contact.niet-toegestaan", StatusCodes.Status409Conflict, "Contactgegevens zijn te zien zolang een afspraak gepland is en kort daarna");

    public static readonly Failure NotKept = new(
        "support.contact.antwoord-niet-bewaard", StatusCodes.Status400BadRequest, "Dit antwoord wordt niet bewaard");
}
