using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.Tijdbank.Domain.Ruil;

namespace GrozUtrecht.Tijdbank.Features.Ruil;

/// <summary>The expected failures around advertisements, and what advertisements and orders share.</summary>
internal static class RuilFailures
{
    public static readonly Failure Unknown = Make("advertentie.onbekend", 404, "Deze advertentie bestaat niet, of is niet meer te zien");

    public static readonly Failure Closed = Make("advertentie.gesloten", 409, "Deze advertentie is gesloten; plaats een nieuwe");

    public static readonly Failure TooMany = Make(
        "advertentie.te-veel", 409, "Deze rekening heeft al 100 open advertenties; sluit er eerst een");

    public static readonly Failure AccountNotManaged = Make(
        "ruil.rekening-niet-beheerd", 422, "Deze rekening kan niet ruilen: zij bestaat niet, is gesloten of wordt niet door u beheerd");

    public static readonly Failure GebiedUnknown = Make("advertentie.gebied-onbekend", 422, "Dit gebied bestaat niet; kies een gebied uit de lijst van gebieden");

    public static readonly Failure PostcodeMissing = Make("advertentie.postcode-ontbreekt", 422, "Noem bij een straal ook de postcode");

    public static readonly Failure PostcodeUnknown = Make(
        "advertentie.postcode-onbekend", 422, "Deze postcode hoort niet bij de regio; neem de vier cijfers van een woonpostcode");

    private static readonly Failure PricePerDoesNotFit = Make(
        "advertentie.prijs-per-past-niet", 422, "Tijd heeft een prijs per uur en een product een prijs per stuk; bij een dienst kiest u");

    private static readonly Failure CentsForProductsOnly = Make(
        "advertentie.centen-alleen-product", 422, "Alleen bij een product kunt u een bedrag in geld noemen");

    private static readonly Failure StockForProductsOnly = Make(
        "advertentie.voorraad-alleen-product", 422, "Alleen een product heeft een voorraad; laat voorraad weg");

    private static readonly Failure EndDateOutOfRange = Make(
        "advertentie.geldig-tot-ongeldig", 422, "Een advertentie is geldig tot vandaag of later, en hooguit een jaar");

    private static readonly Failure TextUnreadable = Make("ruil.tekst-onleesbaar", 422, "De tekst bevat tekens die niet te tonen zijn; haal ze weg");

    private static readonly Failure TextHoldsBsn = Make(
        "ruil.tekst-met-bsn", 422, "De tekst lijkt een burgerservicenummer te bevatten; haal het weg");

    /// <summary>Every code that the content of an advertisement can be refused with, for the API documentation.</summary>
    public static string ContentCodes => string.Join(", ", Enum.GetValues<Advertentiefout>().Select(Of)
        .Concat(Enum.GetValues<Tekstfout>().Select(Of)).Select(failure => $"{failure.Code} ({failure.Status})"));

    public static Failure Of(Advertentiefout fault) => fault switch
    {
        Advertentiefout.PostcodeUnknown => PostcodeUnknown,
        Advertentiefout.PricePerDoesNotFit => PricePerDoesNotFit,
        Advertentiefout.CentsForProductsOnly => CentsForProductsOnly,
        Advertentiefout.StockForProductsOnly => StockForProductsOnly,
        Advertentiefout.EndDateOutOfRange => EndDateOutOfRange,
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, "A fault without an answer."),
    };

    public static Failure Of(Tekstfout fault) => fault switch
    {
        Tekstfout.Unreadable => TextUnreadable,
        Tekstfout.HoldsBsn => TextHoldsBsn,
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, "A fault without an answer."),
    };

    internal static Failure Make(string code, int status, string title) => new($"tijdbank.{code}", status, title);
}
