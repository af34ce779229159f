using GrozUtrecht.Lifestyle.Domain.Preventiebudget;
using GrozUtrecht.ServiceDefaults.Http;

namespace GrozUtrecht.Lifestyle.Features.Preventiebudget;

/// <summary>The expected failures around declarations.</summary>
internal static class DeclaratieFailures
{
    public static readonly Failure Unknown = new(
        "lifestyle.declaratie.onbekend", StatusCodes.Status404NotFound, "Deze declaratie bestaat niet");

    public static readonly Failure NotOverYet = new(
        "lifestyle.declaratie.maand-niet-voorbij", StatusCodes.Status409Conflict, "Deze maand is nog niet voorbij; declareer haar daarna");

    public static readonly Failure BeforePeriod = new(
        "lifestyle.declaratie.voor-de-periode", StatusCodes.Status422UnprocessableEntity, "Deze maand ligt voor de periode van het budget");

    public static readonly Failure LaterMonthDeclared = new(
        "lifestyle.declaratie.latere-maand-gesloten", StatusCodes.Status409Conflict,
        "Een latere maand is al gedeclareerd; wat u mist, staat daarin of komt in de volgende");

    public static readonly Failure[] Closing = [NotOverYet, BeforePeriod, LaterMonthDeclared];

    public static Failure Of(Declaratiefout fault) => fault switch
    {
        Declaratiefout.NotOverYet => NotOverYet,
        Declaratiefout.BeforePeriod => BeforePeriod,
        Declaratiefout.LaterMonthDeclared => LaterMonthDeclared,
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, "A fault without an answer."),
    };
}
