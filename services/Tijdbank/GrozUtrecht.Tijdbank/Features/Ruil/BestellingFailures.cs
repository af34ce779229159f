using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.Tijdbank.Data;
using GrozUtrecht.Tijdbank.Features.Overboekingen;

namespace GrozUtrecht.Tijdbank.Features.Ruil;

/// <summary>The expected failures around orders.</summary>
internal static class BestellingFailures
{
    public static readonly Failure Unknown = RuilFailures.Make("bestelling.onbekend", 404, "Deze bestelling bestaat niet, of is niet van u");

    public static readonly Failure Expired = RuilFailures.Make("advertentie.verlopen", 409, "Deze advertentie is verlopen; zoek een andere");

    public static readonly Failure SoldOut = RuilFailures.Make(
        "advertentie.uitverkocht", 409, "Er zijn er niet meer zo veel; bestel er minder of zoek een andere advertentie");

    public static readonly Failure PriceChanged = RuilFailures.Make(
        "bestelling.prijs-gewijzigd", 409, "De prijs is intussen anders; bekijk de advertentie opnieuw");

    public static readonly Failure AlreadyProposed = RuilFailures.Make(
        "bestelling.al-voorgesteld", 409, "Deze rekening heeft al op deze vraag gereageerd en wacht op antwoord");

    public static readonly Failure TooMany = RuilFailures.Make(
        "bestelling.te-veel", 409, "Deze rekening heeft al 100 open bestellingen; rond er eerst een af");

    public static readonly Failure StepNotPossible = RuilFailures.Make(
        "bestelling.stap-niet-mogelijk", 409, "Dit kan niet meer, of nog niet, met deze bestelling");

    public static readonly Failure NotYours = RuilFailures.Make(
        "bestelling.niet-aan-u", 403, "Deze stap is aan de andere kant van de bestelling");

    public static readonly Failure WithOneself = RuilFailures.Make(
        "bestelling.met-zichzelf", 422, "Een rekening kan niet met zichzelf ruilen; kies een andere rekening");

    public static readonly Failure AmountDoesNotFit = RuilFailures.Make(
        "bestelling.hoeveelheid-past-niet", 422, "Noem duurMinuten bij een prijs per uur, of aantal bij een prijs per stuk, en niet allebei");

    public static readonly Failure TooLarge = RuilFailures.Make("bestelling.te-groot", 422, "Een bestelling is hooguit een week aan minuten; bestel minder");

    public static readonly Failure MediatorTookPart = RuilFailures.Make(
        "bestelling.bemiddelaar-is-betrokken", 403, "Wie zelf iets met deze bestelling deed, kan er niet in bemiddelen");

    public static readonly Failure MinutesDoNotFit = RuilFailures.Make(
        "bestelling.minuten-passen-niet", 422, "Noem bij gedeeltelijk minder minuten dan er zijn vastgehouden, en anders geen minuten");

    public static readonly Failure MediatorsOnly = RuilFailures.Make(
        "bestelling.alleen-bemiddelaars", 403, "Deze lijst is voor bemiddelaars; vraag het recht tijdbank:bemiddelen aan");

    /// <summary>Codes of every step, for the API documentation.</summary>
    public static string StepCodes => string.Join(", ", new[] { Unknown, NotYours, StepNotPossible }.Select(failure => $"{failure.Code} ({failure.Status})"));

    /// <summary>Why a step was not taken.</summary>
    public static Failure Of(Zetresultaat refused) => refused switch
    {
        { AlreadyProposed: true } => AlreadyProposed,
        { SoldOut: true } => SoldOut,
        _ => OverboekingFailures.Of(refused.Ledger),
    };
}
