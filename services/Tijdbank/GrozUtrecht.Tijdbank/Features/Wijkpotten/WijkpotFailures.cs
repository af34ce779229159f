using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.Tijdbank.Domain.Ruil;

namespace GrozUtrecht.Tijdbank.Features.Wijkpotten;

/// <summary>The expected failures around community funds.</summary>
internal static class WijkpotFailures
{
    public static readonly Failure Unknown = Make("onbekend", 404, "Deze wijkpot bestaat niet");

    public static readonly Failure NotManaged = Make("niet-van-u", 403, "Deze wijkpot beheert een andere organisatie");

    public static readonly Failure Closed = Make("gesloten", 409, "Deze wijkpot is gesloten");

    public static readonly Failure NotEmpty = Make("niet-leeg", 409, "Er staan nog minuten in deze wijkpot; besteed ze eerst");

    public static readonly Failure StillOwes =
        Make("terugboeking-open", 409, "Een betwiste bijdrage is nog niet teruggeboekt; laat de minuten in de pot komen of trek de bestedingen terug");

    public static readonly Failure TooMany = Make("te-veel", 409, "Uw organisatie beheert al 100 wijkpotten; sluit er eerst een");

    public static readonly Failure GebiedUnknown = Make("gebied-onbekend", 422, "Dit gebied bestaat niet; kies een gebied uit de lijst van gebieden");

    private static readonly Failure TextUnreadable = Make("tekst-onleesbaar", 422, "De tekst bevat tekens die niet te tonen zijn; haal ze weg");

    private static readonly Failure TextHoldsBsn = Make("tekst-met-bsn", 422, "De tekst lijkt een burgerservicenummer te bevatten; haal het weg");

    /// <summary>Every code that the content of a fund can be refused with, for the API documentation.</summary>
    public static string ContentCodes => $"{GebiedUnknown.Code}, {TextUnreadable.Code} en {TextHoldsBsn.Code} (422)";

    public static Failure Of(Tekstfout fault) => fault == Tekstfout.HoldsBsn ? TextHoldsBsn : TextUnreadable;

    private static Failure Make(string reason, int status, string title) => new($"tijdbank.wijkpot.{reason}", status, title);
}
