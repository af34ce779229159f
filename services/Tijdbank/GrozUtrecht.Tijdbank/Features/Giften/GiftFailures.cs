using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.Tijdbank.Domain.Ruil;

namespace GrozUtrecht.Tijdbank.Features.Giften;

/// <summary>The expected failures around gifts; what the ledger refuses has the codes of a transfer.</summary>
internal static class GiftFailures
{
    public static readonly Failure Unknown = Make("onbekend", 404, "Deze gift bestaat niet");

    public static readonly Failure ReceiverUnclear = Make(
        "ontvanger-onduidelijk", 422, "Noem precies een ontvanger: een rekening van een persoon, een organisatie of een wijkpot");

    public static readonly Failure ReceiverUnknown = Make(
        "ontvanger-onbekend", 422, "Deze ontvanger bestaat niet, is niet zichtbaar voor u of kan niets meer ontvangen");

    public static readonly Failure SameAccount = Make("zelfde-rekening", 422, "Wie geeft en wie ontvangt zijn dezelfde rekening");

    private static readonly Failure TextUnreadable = Make("bericht-onleesbaar", 422, "Het bericht bevat tekens die niet te tonen zijn; haal ze weg");

    private static readonly Failure TextHoldsBsn = Make(
        "bericht-met-bsn", 422, "Het bericht lijkt een burgerservicenummer te bevatten; haal het weg");

    /// <summary>Every code that a gift can be refused with before the ledger sees it, for the API documentation.</summary>
    public static string Codes => string.Join(", ", new[] { ReceiverUnclear, ReceiverUnknown, SameAccount, TextUnreadable, TextHoldsBsn }
        .Select(failure => $"{failure.Code} ({failure.Status})"));

    public static Failure Of(Tekstfout fault) => fault == Tekstfout.HoldsBsn ? TextHoldsBsn : TextUnreadable;

    private static Failure Make(string reason, int status, string title) => new($"tijdbank.gift.{reason}", status, title);
}
