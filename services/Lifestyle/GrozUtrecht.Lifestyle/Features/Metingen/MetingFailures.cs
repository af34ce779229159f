using GrozUtrecht.Lifestyle.Domain.Metingen;
using GrozUtrecht.Lifestyle.Features.Arrangementen;
using GrozUtrecht.Lifestyle.Features.Toestemmingen;
using GrozUtrecht.ServiceDefaults.Http;

namespace GrozUtrecht.Lifestyle.Features.Metingen;

/// <summary>The expected failures around measurements. None of them repeats an answer.</summary>
internal static class MetingFailures
{
    public static readonly Failure MomentUnknown = new(
        "lifestyle.meting.moment-onbekend", StatusCodes.Status404NotFound, "Een meting is na 0, 3, 6 of 12 maanden");

    public static readonly Failure TooEarly = new(
        "lifestyle.meting.te-vroeg", StatusCodes.Status409Conflict, "Deze meting kan nog niet. De meetmomenten zeggen vanaf wanneer");

    public static readonly Failure TooLate = new(
        "lifestyle.meting.te-laat", StatusCodes.Status409Conflict, "Deze meting kan niet meer. De volgende kan weer wel");

    public static readonly Failure Settled = new(
        "lifestyle.meting.vastgelegd", StatusCodes.Status409Conflict, "Een meting is zeven dagen te verbeteren en staat daarna vast");

    public static readonly Failure QuestionnairesDiffer = new(
        "lifestyle.meting.vragenlijsten-verschillen", StatusCodes.Status422UnprocessableEntity, "Stuur elke vragenlijst van het arrangement precies één keer");

    public static readonly Failure AnswerMissing = new(
        "lifestyle.meting.antwoord-ontbreekt", StatusCodes.Status422UnprocessableEntity, "Niet elke vraag is beantwoord");

    public static readonly Failure QuestionUnknown = new(
        "lifestyle.meting.vraag-onbekend", StatusCodes.Status422UnprocessableEntity, "Er is een antwoord op een vraag die er niet is");

    public static readonly Failure QuestionTwice = new(
        "lifestyle.meting.vraag-dubbel", StatusCodes.Status422UnprocessableEntity, "Er zijn twee antwoorden op één vraag");

    public static readonly Failure OffTheScale = new(
        "lifestyle.meting.antwoord-buiten-schaal", StatusCodes.Status422UnprocessableEntity, "Een antwoord ligt buiten de schaal van de vraag");

    public static Failure[] All { get; } =
        [MomentUnknown, TooEarly, TooLate, Settled, QuestionnairesDiffer, AnswerMissing, QuestionUnknown, QuestionTwice, OffTheScale];

    public static Failure Of(MetingRefusal refusal) => refusal switch
    {
        MetingRefusal.ArrangementNotRunning => ArrangementFailures.NotRunning,
        MetingRefusal.ToestemmingMissing => ToestemmingFailures.Missing,
        MetingRefusal.TooEarly => TooEarly,
        MetingRefusal.TooLate => TooLate,
        _ => Settled,
    };

    public static Failure Of(AntwoordRefusal refusal) => refusal switch
    {
        AntwoordRefusal.AnswerMissing => AnswerMissing,
        AntwoordRefusal.QuestionUnknown => QuestionUnknown,
        AntwoordRefusal.QuestionTwice => QuestionTwice,
        _ => OffTheScale,
    };
}
