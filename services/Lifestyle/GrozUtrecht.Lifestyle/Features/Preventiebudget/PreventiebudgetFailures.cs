using GrozUtrecht.Lifestyle.Domain.Preventiebudget;
using GrozUtrecht.ServiceDefaults.Http;

namespace GrozUtrecht.Lifestyle.Features.Preventiebudget;

/// <summary>The expected failures around preventiebudgetten.</summary>
internal static class PreventiebudgetFailures
{
    public const string Scope = "lifestyle:preventiebudget";

    public static readonly Failure Unknown = Make("onbekend", 404, "Dit preventiebudget bestaat niet");

    public static readonly Failure UnknownToUse = Make("niet-bruikbaar", 422, "Dit preventiebudget bestaat niet; controleer het id");

    public static readonly Failure NotOpen = Make("niet-open", 409, "Dit preventiebudget is niet open; meld aan zonder budget");

    public static readonly Failure OutsidePeriod = Make("buiten-periode", 422, "De sessie valt buiten de periode van dit preventiebudget");

    public static readonly Failure NotEligible = Make("niet-vergoed", 422, "Dit preventiebudget vergoedt deze activiteit niet");

    public static readonly Failure NothingToPay = Make("niets-te-vergoeden", 422, "De eigen bijdrage dekt de prijs al; meld aan zonder budget");

    public static readonly Failure NoMember = Make("geen-lid", 422, "Deze persoon is geen lid van dit preventiebudget; vraag de beheerder om aan te melden");

    public static readonly Failure MaximumReached = Make("maximum-bereikt", 409, "Deze persoon heeft het maximum van dit preventiebudget bereikt");

    public static readonly Failure NotEnough = Make("onvoldoende", 409, "In dit preventiebudget is niet genoeg vrij");

    public static readonly Failure GebiedUnknown = Make("gebied-onbekend", 422, "Dit gebied bestaat niet; kies een code uit de gebieden");

    public static readonly Failure ActiviteitUnknown = Make("activiteit-onbekend", 422, "Een van de activiteiten bestaat niet; controleer de ids");

    public static readonly Failure PeriodReversed = Make("periode-omgekeerd", 422, "De periode eindigt voordat zij begint; wissel de datums om");

    public static readonly Failure PeriodTooLong = Make(
        "periode-te-lang", 422, $"Een periode is ten hoogste {Budgetafspraken.MaximumYears} jaar; maak voor daarna een nieuw budget");

    public static readonly Failure NothingCovered = Make("niets-gekozen", 422, "Kies activiteiten of dimensies die het budget vergoedt");

    public static readonly Failure CoveredTwice = Make("dubbel", 422, "Een gebied, activiteit of dimensie staat er dubbel in; noem haar een keer");

    public static readonly Failure CoPaymentUnsound = Make(
        "eigen-bijdrage-ongeldig", 422, "De waarde past niet bij de soort eigen bijdrage: geen 0, procent 1 tot en met 99, vast 1 cent of meer");

    public static readonly Failure FixedOnceOpen = Make(
        "ligt-vast", 409, "Van een open budget veranderen alleen naam, gebieden, activiteiten en dimensies; gebruik een bijstelling voor het bedrag");

    public static readonly Failure AlreadyClosed = Make("gesloten", 409, "Dit preventiebudget is gesloten en verandert niet meer");

    public static readonly Failure AlreadyOpen = Make("al-open", 409, "Dit preventiebudget is al open");

    public static readonly Failure NotOpenYet = Make("niet-open-voor-beheer", 409, "Dit kan alleen met een open preventiebudget");

    public static readonly Failure LessThanFree = Make(
        "vermindering-te-groot", 409, "Er is minder vrij dan u eraf wilt halen; wat gereserveerd of besteed is, blijft staan");

    public static readonly Failure AdjustmentOfNothing = Make("bijstelling-nul", 422, "Een bijstelling is niet nul; noem een bedrag");

    public static readonly Failure LidUnknown = Make("lid-onbekend", 404, "Dit lid bestaat niet bij dit preventiebudget");

    public static readonly Failure PersoonRemoved = Make("persoon-verwijderd", 409, "Deze persoon is verwijderd en kan geen lid worden");

    public static readonly Failure KeyRefused = Make("sleutel-geweigerd", 400, "Dit antwoord wordt niet bewaard; laat de Idempotency-Key weg");

    public static readonly Failure BestedingUnknown = Make("besteding-onbekend", 404, "Bij deze deelname is uit dit budget niets besteed");

    /// <summary>What an agreement that does not hold together is refused with.</summary>
    public static readonly Failure[] Agreement =
        [GebiedUnknown, ActiviteitUnknown, PeriodReversed, PeriodTooLong, NothingCovered, CoveredTwice, CoPaymentUnsound, FreeText.HoldsBsn, FreeText.Unreadable];

    /// <summary>What every change of one budget can answer.</summary>
    public static readonly Failure[] Change = [Unknown, RequestFailures.VersionOutdated, RequestFailures.VersionMissing];

    /// <summary>What a registration that asks for a budget can answer because of it, for the API document.</summary>
    public static readonly Failure[] Reserving =
        [UnknownToUse, NotOpen, OutsidePeriod, NotEligible, NothingToPay, NoMember, MaximumReached, NotEnough];

    public static Failure Of(Vergoedingsweigering refusal) => refusal switch
    {
        Vergoedingsweigering.BudgetNotOpen => NotOpen,
        Vergoedingsweigering.OutsidePeriod => OutsidePeriod,
        Vergoedingsweigering.NotEligible => NotEligible,
        Vergoedingsweigering.NothingToPay => NothingToPay,
        Vergoedingsweigering.NoMember => NoMember,
        Vergoedingsweigering.MaximumReached => MaximumReached,
        Vergoedingsweigering.NotEnough => NotEnough,
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, "A refusal without an answer."),
    };

    public static Failure Of(Budgetfout fault) => fault switch
    {
        Budgetfout.PeriodReversed => PeriodReversed,
        Budgetfout.PeriodTooLong => PeriodTooLong,
        Budgetfout.NothingCovered => NothingCovered,
        Budgetfout.CoveredTwice => CoveredTwice,
        Budgetfout.CoPaymentUnsound => CoPaymentUnsound,
        Budgetfout.FixedOnceOpen => FixedOnceOpen,
        Budgetfout.AlreadyClosed => AlreadyClosed,
        Budgetfout.AlreadyOpen => AlreadyOpen,
        Budgetfout.NotOpen => NotOpenYet,
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, "A fault without an answer."),
    };

    private static Failure Make(string reason, int status, string title) => new($"lifestyle.preventiebudget.{reason}", status, title);
}
