using GrozUtrecht.ServiceDefaults.Http;

namespace GrozUtrecht.Lifestyle.Features.Proeverijen;

/// <summary>The expected failures around invitations and what is promised in answer.</summary>
internal static class UitnodigingFailures
{
    public static readonly Failure Unknown =
        new("lifestyle.uitnodiging.onbekend", StatusCodes.Status404NotFound, "Deze uitnodiging bestaat niet");

    public static readonly Failure AanbiederNotVerified =
        new("lifestyle.uitnodiging.aanbieder-ongeldig", StatusCodes.Status422UnprocessableEntity,
            "Deze aanbieder bestaat niet of is niet geverifieerd; laat de aanbieder eerst verifiëren");

    public static readonly Failure AlreadyInvited =
        new("lifestyle.uitnodiging.al-uitgenodigd", StatusCodes.Status409Conflict, "Deze aanbieder is al uitgenodigd");

    public static readonly Failure NoIndeling =
        new("lifestyle.uitnodiging.zonder-indeling", StatusCodes.Status409Conflict, "Bepaal eerst de rondes en ruimtes van de proeverij");

    public static readonly Failure AnswerNotPossible =
        new("lifestyle.uitnodiging.antwoord-kan-niet", StatusCodes.Status409Conflict,
            "Op deze uitnodiging kan niet meer worden geantwoord; bel de coördinator");

    public static readonly Failure ActiviteitInvalid =
        new("lifestyle.toezegging.activiteit-ongeldig", StatusCodes.Status422UnprocessableEntity,
            "Noem activiteiten van deze aanbieder die gepubliceerd zijn, elk één keer");

    public static readonly Failure RondeInvalid =
        new("lifestyle.toezegging.ronde-ongeldig", StatusCodes.Status422UnprocessableEntity, "Een genoemde ronde bestaat niet bij deze proeverij");

    public static readonly Failure TooMany =
        new("lifestyle.toezegging.te-veel", StatusCodes.Status409Conflict, "Er zijn al zoveel proeven toegezegd als in een programma passen");
}
