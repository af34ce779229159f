using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.Tijdbank.Domain.Ruil;

namespace GrozUtrecht.Tijdbank.Features.Gemeenschappen;

/// <summary>The expected failures around communities and limits.</summary>
internal static class GemeenschapFailures
{
    public static readonly Failure Unknown = Make("gemeenschap.onbekend", 404, "Deze gemeenschap bestaat niet");

    public static readonly Failure NotManaged = Make(
        "gemeenschap.niet-van-u", 403, "Deze rekening of deze gemeenschap wordt door een andere organisatie beheerd");

    public static readonly Failure OutsideLimits = Make(
        "gemeenschap.buiten-grenzen", 409, "Er zijn rekeningen waarvan het saldo buiten de nieuwe grenzen ligt");

    public static readonly Failure Full = Make("gemeenschap.vol", 409, "Deze gemeenschap heeft al 10.000 rekeningen");

    public static readonly Failure AccountDoesNotFit = Make(
        "gemeenschap.rekening-past-niet", 422, "Alleen een open rekening in minuten van een persoon of een organisatie kan regels krijgen");

    public static readonly Failure GebiedUnknown = Make(
        "gemeenschap.gebied-onbekend", 422, "Dit gebied bestaat niet; kies een gebied uit de lijst van gebieden");

    public static readonly Failure PartnerMissing = Make("gemeenschap.partner-ontbreekt", 422, "Noem de organisatie die de gemeenschap beheert");

    public static readonly Failure WiderThanCommunity = Make(
        "limiet.ruimer-dan-gemeenschap", 422, "De grenzen van een rekening liggen binnen die van haar gemeenschap");

    private static readonly Failure TextHoldsBsn = Make(
        "gemeenschap.tekst-met-bsn", 422, "De naam lijkt een burgerservicenummer te bevatten; haal het weg");

    private static readonly Failure TextUnreadable = Make(
        "gemeenschap.tekst-onleesbaar", 422, "De naam bevat tekens die niet te tonen zijn; haal ze weg");

    public static string ContentCodes => $"{GebiedUnknown.Code}, {PartnerMissing.Code}, {TextHoldsBsn.Code} en {TextUnreadable.Code} (422)";

    public static Failure Of(Tekstfout fault) => fault == Tekstfout.HoldsBsn ? TextHoldsBsn : TextUnreadable;

    private static Failure Make(string code, int status, string title) => new($"tijdbank.{code}", status, title);
}
