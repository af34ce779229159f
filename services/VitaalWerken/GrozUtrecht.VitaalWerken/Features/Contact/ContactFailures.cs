using GrozUtrecht.ServiceDefaults.Http;

namespace GrozUtrecht.VitaalWerken.Features.Contact;

/// <summary>The expected failures around contacts.</summary>
internal static class ContactFailures
{
    public static readonly Failure Unknown =
        new("vitaal-werken.contact.onbekend", StatusCodes.Status404NotFound, "Er is geen contactpersoon die u mag zien");

    public static readonly Failure Unreachable =
        new("vitaal-werken.contact.onbereikbaar", StatusCodes.Status422UnprocessableEntity, "Geef een telefoonnummer of een e-mailadres");

    public static readonly Failure PersoonRemoved =
        new("vitaal-werken.persoon.verwijderd", StatusCodes.Status422UnprocessableEntity, "Deze persoon is verwijderd; laat persoonId weg of noem iemand anders");
}
