using GrozUtrecht.ServiceDefaults.Http;

namespace GrozUtrecht.Lifestyle.Features.Inzagesleutels;

/// <summary>The expected failures around the key of a resident.</summary>
internal static class InzagesleutelFailures
{
    public const string GuideScope = "lifestyle:begeleiden";

    public static readonly Failure Missing = new(
        "lifestyle.inzagesleutel.ontbreekt", StatusCodes.Status403Forbidden, "Dit is alleen te zien met de eigen sleutel van de persoon, in de header Inzagesleutel");

    // The same for a person who is not known here: who asks must not learn who takes part.
    public static readonly Failure Wrong = new(
        "lifestyle.inzagesleutel.onjuist", StatusCodes.Status403Forbidden, "Deze inzagesleutel is niet juist. Kijk of alle tekens kloppen");

    public static readonly Failure NotYet = new(
        "lifestyle.inzagesleutel.nog-niet-geldig", StatusCodes.Status403Forbidden, "Deze nieuwe inzagesleutel werkt pas drie dagen na de aanvraag");

    public static readonly Failure Locked = new(
        "lifestyle.inzagesleutel.te-vaak-onjuist", StatusCodes.Status429TooManyRequests, "De inzagesleutel was te vaak onjuist. Probeer het over een uur opnieuw");

    public static readonly Failure NotKept = new(
        "lifestyle.antwoord.niet-bewaard", StatusCodes.Status400BadRequest, "Dit antwoord wordt niet bewaard. Laat de Idempotency-Key weg");

    public static readonly Failure NotYours = new(
        "lifestyle.inzagesleutel.bestaat", StatusCodes.Status409Conflict, "Deze persoon heeft al een sleutel. Alleen de eigen begeleider kan een nieuwe geven");

    /// <summary>What every route that asks for the key may answer.</summary>
    public static Failure[] All { get; } = [Missing, Wrong, NotYet, Locked, NotKept];
}
