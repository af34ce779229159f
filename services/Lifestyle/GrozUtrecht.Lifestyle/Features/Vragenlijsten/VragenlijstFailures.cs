using GrozUtrecht.Lifestyle.Domain.Metingen;
using GrozUtrecht.ServiceDefaults.Http;

namespace GrozUtrecht.Lifestyle.Features.Vragenlijsten;

/// <summary>The expected failures around questionnaires.</summary>
internal static class VragenlijstFailures
{
    public const string Scope = "lifestyle:beheren";

    public static readonly Failure Unknown = new(
        "lifestyle.vragenlijst.onbekend", StatusCodes.Status404NotFound, "Deze versie van deze vragenlijst bestaat niet");

    public static readonly Failure NotPublished = new(
        "lifestyle.vragenlijst.niet-gepubliceerd", StatusCodes.Status422UnprocessableEntity, "Een vragenlijst bestaat niet. Laad hem eerst");

    public static readonly Failure VersionTaken = new(
        "lifestyle.vragenlijst.versie-past-niet", StatusCodes.Status409Conflict,
        "Een gepubliceerde versie verandert nooit. Gebruik het eerste versienummer dat nog vrij is");

    public static readonly Failure CodeInvalid = new(
        "lifestyle.vragenlijst.code-ongeldig", StatusCodes.Status422UnprocessableEntity, "Een code bestaat uit kleine letters, cijfers en streepjes, ten hoogste 40 tekens");

    public static readonly Failure QuestionTwice = new(
        "lifestyle.vragenlijst.vraag-dubbel", StatusCodes.Status422UnprocessableEntity, "Twee vragen hebben dezelfde code");

    public static readonly Failure ScaleUpsideDown = new(
        "lifestyle.vragenlijst.schaal-omgedraaid", StatusCodes.Status422UnprocessableEntity, "Het laagste antwoord moet lager zijn dan het hoogste");

    public static readonly Failure DimensieWrong = new(
        "lifestyle.vragenlijst.dimensie-past-niet", StatusCodes.Status422UnprocessableEntity, "Alleen bij de wijze per-dimensie heeft elke vraag een dimensie");

    public static readonly Failure BandsWrong = new(
        "lifestyle.vragenlijst.banden-passen-niet", StatusCodes.Status422UnprocessableEntity, "Banden lopen op, hebben elk een eigen code en dekken ook de laagste score");

    public static readonly Failure NotThePublishedScoring = new(
        "lifestyle.vragenlijst.scoring-wijkt-af", StatusCodes.Status422UnprocessableEntity, "Van deze bekende vragenlijst liggen vragen en scoring vast. Gebruik de officiële");

    public static Failure[] Content { get; } = [QuestionTwice, ScaleUpsideDown, DimensieWrong, BandsWrong, NotThePublishedScoring];

    public static Failure Of(VragenlijstRefusal refusal) => refusal switch
    {
        VragenlijstRefusal.QuestionTwice => QuestionTwice,
        VragenlijstRefusal.ScaleUpsideDown => ScaleUpsideDown,
        VragenlijstRefusal.DimensieMissing or VragenlijstRefusal.DimensieWithoutUse => DimensieWrong,
        VragenlijstRefusal.BandsOutOfOrder or VragenlijstRefusal.BandTwice or VragenlijstRefusal.ScoreWithoutBand => BandsWrong,
        VragenlijstRefusal.NotThePublishedScoring => NotThePublishedScoring,
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, "The endpoint checks this before."),
    };
}
