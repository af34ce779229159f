using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.Tijdbank.Domain.Onderwijs;

namespace GrozUtrecht.Tijdbank.Features.Onderwijs;

/// <summary>The expected failures around practice agreements.</summary>
internal static class OnderwijsFailures
{
    public static readonly Failure Unknown = Make("praktijkovereenkomst.onbekend", 404, "Deze praktijkovereenkomst bestaat niet");

    public static readonly Failure NotForYou = Make(
        "praktijkovereenkomst.geen-partij", 403, "Dit kan alleen een partij bij de overeenkomst; u beheert alleen de rekening van de student");

    public static readonly Failure AlreadySigned = Make(
        "praktijkovereenkomst.getekend", 409, "De overeenkomst is getekend en staat vast; beëindig haar en maak een nieuwe");

    public static readonly Failure OwnVersion = Make(
        "praktijkovereenkomst.eigen-voorstel", 409, "U stelde deze versie zelf voor; de andere partij moet haar ondertekenen");

    public static readonly Failure NotSigned = Make(
        "praktijkovereenkomst.niet-getekend", 409, "De overeenkomst geldt pas als de andere partij haar heeft ondertekend");

    public static readonly Failure AlreadyEnded = Make("praktijkovereenkomst.beeindigd", 409, "De overeenkomst is al beëindigd");

    private static readonly Failure PersonMissing = Make("praktijkovereenkomst.student-ontbreekt", 422, "Noem de student");

    private static readonly Failure SamePartner = Make(
        "praktijkovereenkomst.zelfde-partij", 422, "School en organisatie zijn dezelfde; noem twee verschillende organisaties");

    private static readonly Failure NotAParty = Make(
        "praktijkovereenkomst.niet-uw-overeenkomst", 422, "Uw organisatie is school noch praktijkorganisatie; een van de twee stelt de overeenkomst voor");

    private static readonly Failure EndBeforeBegin = Make(
        "praktijkovereenkomst.eind-voor-begin", 422, "De einddatum ligt voor de begindatum; kies een latere einddatum");

    private static readonly Failure TooLong = Make("praktijkovereenkomst.te-lang", 422, "Een overeenkomst duurt hooguit zes jaar; kies een eerdere einddatum");

    private static readonly Failure WerkprocesTwice = Make("praktijkovereenkomst.werkproces-dubbel", 422, "Een werkproces staat er twee keer; noem elk een keer");

    private static readonly Failure TextUnreadable = Make(
        "onderwijs.tekst-onleesbaar", 422, "Een tekst bevat tekens die niet te tonen zijn; haal ze weg");

    private static readonly Failure TextHoldsBsn = Make(
        "onderwijs.tekst-met-bsn", 422, "Een tekst lijkt een burgerservicenummer te bevatten; haal het weg");

    /// <summary>Every code that an agreement can be refused with, for the API documentation.</summary>
    public static string ContentCodes =>
        string.Join(", ", Enum.GetValues<Overeenkomstfout>().Select(Of).Select(failure => $"{failure.Code} ({failure.Status})"));

    public static Failure Of(Overeenkomstfout fault) => fault switch
    {
        Overeenkomstfout.PersonMissing => PersonMissing,
        Overeenkomstfout.SamePartner => SamePartner,
        Overeenkomstfout.NotAParty => NotAParty,
        Overeenkomstfout.EndBeforeBegin => EndBeforeBegin,
        Overeenkomstfout.TooLong => TooLong,
        Overeenkomstfout.WerkprocesTwice => WerkprocesTwice,
        Overeenkomstfout.TextUnreadable => TextUnreadable,
        Overeenkomstfout.TextHoldsBsn => TextHoldsBsn,
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, "A fault without an answer."),
    };

    internal static Failure Make(string code, int status, string title) => new($"tijdbank.{code}", status, title);
}
