using GrozUtrecht.Lifestyle.Domain.Deelnames;
using GrozUtrecht.ServiceDefaults.Http;

namespace GrozUtrecht.Lifestyle.Features.Deelnames;

/// <summary>The expected failures around taking part.</summary>
internal static class DeelnameFailures
{
    public static readonly Failure Unknown =
        new("lifestyle.deelname.onbekend", StatusCodes.Status404NotFound, "Deze deelname bestaat niet");

    public static readonly Failure PersoonOrGast =
        new("lifestyle.deelname.persoon-of-gast", StatusCodes.Status422UnprocessableEntity, "Geef óf een persoonId óf een gast");

    public static readonly Failure PersoonRemoved =
        new("lifestyle.deelname.persoon-verwijderd", StatusCodes.Status409Conflict, "Deze persoon is verwijderd");

    public static readonly Failure AlreadyRegistered =
        new("lifestyle.deelname.al-aangemeld", StatusCodes.Status409Conflict, "Deze persoon is al aangemeld voor deze sessie");

    public static readonly Failure Full =
        new("lifestyle.sessie.vol", StatusCodes.Status409Conflict, "De sessie is vol; stuur wachtlijst true om op de wachtlijst te komen");

    public static readonly Failure SessieCancelled =
        new("lifestyle.sessie.vervallen", StatusCodes.Status409Conflict, "Deze sessie gaat niet door");

    public static readonly Failure SessieOver =
        new("lifestyle.sessie.begonnen", StatusCodes.Status409Conflict, "Aanmelden kan niet meer voor deze sessie");

    public static readonly Failure GastheerNotByOwner =
        new("lifestyle.deelname.gastheer-van-ander", StatusCodes.Status422UnprocessableEntity, "Alleen wie de activiteit aanbiedt meldt een gastheer aan");

    public static readonly Failure GastheerNeedsPersoon =
        new("lifestyle.deelname.gastheer-zonder-persoon", StatusCodes.Status422UnprocessableEntity, "Een gastheer heeft een persoonId nodig, want de uren gaan naar de Tijdbank");

    public static readonly Failure BudgetNeedsPersoon =
        new("lifestyle.deelname.budget-zonder-persoon", StatusCodes.Status422UnprocessableEntity, "Een preventiebudget is er alleen voor een persoon die lid is");

    public static readonly Failure NothingOffered =
        new("lifestyle.deelname.niets-aangeboden", StatusCodes.Status409Conflict, "Er is geen plaats aangeboden die u kunt aannemen");

    public static readonly Failure OfferExpired =
        new("lifestyle.deelname.aanbod-verlopen", StatusCodes.Status409Conflict, "De bedenktijd voor deze plaats is voorbij");

    public static readonly Failure NotActive =
        new("lifestyle.deelname.niet-lopend", StatusCodes.Status409Conflict, "Deze deelname loopt niet meer");

    public static readonly Failure CancelledTooLate =
        new("lifestyle.deelname.afmelden-te-laat", StatusCodes.Status409Conflict, "De sessie is begonnen; afmelden kan niet meer");

    public static readonly Failure CheckInTooEarly =
        new("lifestyle.inchecken.te-vroeg", StatusCodes.Status409Conflict, "Inchecken kan vanaf een uur voor het begin");

    public static readonly Failure CheckInTooLate =
        new("lifestyle.inchecken.te-laat", StatusCodes.Status409Conflict, $"Inchecken kan tot {Inchecken.DaysAfterEnd} dagen na de sessie");

    public static readonly Failure CodeOrId =
        new("lifestyle.inchecken.code-of-id", StatusCodes.Status422UnprocessableEntity, "Geef per regel óf een code óf een deelnameId");

    public static readonly Failure GastForgotten =
        new("lifestyle.gast.onbekend", StatusCodes.Status404NotFound, "Er zijn geen gastgegevens bij deze deelname");

    /// <summary>What a registration can be refused with, for the API document.</summary>
    public static readonly Failure[] Registration =
    [
        PersoonOrGast, PersoonRemoved, AlreadyRegistered, Full, SessieCancelled, SessieOver, GastheerNotByOwner, GastheerNeedsPersoon, BudgetNeedsPersoon,
    ];

    /// <summary>What the caller is told when the domain refuses a registration.</summary>
    public static Failure Of(Aanmeldfout fault) => fault switch
    {
        Aanmeldfout.SessieCancelled => SessieCancelled,
        Aanmeldfout.SessieOver => SessieOver,
        Aanmeldfout.NotPublished => Sessies.SessieFailures.Unknown,
        Aanmeldfout.GastheerNotByOwner => GastheerNotByOwner,
        Aanmeldfout.GastheerNeedsPersoon => GastheerNeedsPersoon,
        Aanmeldfout.BudgetNeedsPersoon => BudgetNeedsPersoon,
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, "A fault without an answer."),
    };
}
