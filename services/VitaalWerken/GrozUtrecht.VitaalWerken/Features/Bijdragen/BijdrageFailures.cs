using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.VitaalWerken.Domain.Bijdragen;

namespace GrozUtrecht.VitaalWerken.Features.Bijdragen;

/// <summary>The expected failures around contributions.</summary>
internal static class BijdrageFailures
{
    public static readonly Failure Unknown = new("vitaal-werken.bijdrage.onbekend", StatusCodes.Status404NotFound, "Deze bijdrage bestaat niet");

    public static readonly Failure NotMember = new(
        "vitaal-werken.bijdrage.bedrijf-geen-lid", StatusCodes.Status409Conflict, "Alleen een bedrijf dat lid is zegt iets toe; maak het bedrijf eerst lid");

    public static readonly Failure StepNotPossible = new(
        "vitaal-werken.bijdrage.stap-niet-mogelijk", StatusCodes.Status409Conflict, "Deze stap past niet bij waar de bijdrage nu staat, of is niet aan u");

    public static readonly Failure AmountUnfit = new(
        "vitaal-werken.bijdrage.hoeveelheid-past-niet", StatusCodes.Status422UnprocessableEntity,
        "Geef bij euro een bedrag, bij uren een duur, bij producten een aantal (en bij een wijkpot de afgesproken minuten) en bij ruimte dagdelen, en niets anders");

    public static readonly Failure ReceiverUnfit = new(
        "vitaal-werken.bijdrage.ontvanger-past-niet", StatusCodes.Status422UnprocessableEntity,
        "Noem een wijkpot met haar beheerder (voor uren en producten), een leverancier, of een partner (voor geld en ruimte)");

    public static readonly Failure OwnReceiver = new(
        "vitaal-werken.bijdrage.eigen-ontvanger", StatusCodes.Status422UnprocessableEntity, "Een bedrijf draagt niet bij aan zijn eigen organisatie; noem een ander");

    public static readonly Failure LeverancierUnfit = new(
        "vitaal-werken.bijdrage.leverancier-past-niet", StatusCodes.Status422UnprocessableEntity,
        "Deze leverancier bestaat niet, doet niet mee, of is geen bewonersinitiatief of ondernemer");

    public static readonly Failure ProgrammaUnfit = new(
        "vitaal-werken.bijdrage.programma-past-niet", StatusCodes.Status422UnprocessableEntity, "Dit programma is niet van dit bedrijf; laat het weg of kies een ander");

    public static readonly Failure DayUnfit = new(
        "vitaal-werken.bijdrage.dag-past-niet", StatusCodes.Status422UnprocessableEntity,
        "Plan binnen twee jaar en niet in het verleden; geleverd is vandaag of eerder, en niet voor de toezegging");

    public static readonly Failure ProofMissing = new(
        "vitaal-werken.bijdrage.bewijs-ontbreekt", StatusCodes.Status422UnprocessableEntity, "Noem bij geld het kenmerk van de betaling");

    public static readonly Failure ProofHoldsIban = new(
        "vitaal-werken.kenmerk.iban", StatusCodes.Status422UnprocessableEntity, "Het kenmerk lijkt een rekeningnummer te bevatten; noem alleen het kenmerk");

    public static readonly Failure FormatUnknown = new(
        "vitaal-werken.overzicht.formaat-onbekend", StatusCodes.Status406NotAcceptable, "Dit overzicht is er als JSON, CSV of PDF; kies formaat=json, csv of pdf");

    public static Failure Of(Bijdragefout fault) => fault == Bijdragefout.AmountUnfit ? AmountUnfit : ReceiverUnfit;
}
