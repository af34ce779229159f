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

    private static Failure Make(string reason, int status, string title) => new($"lifestyle.preventiebudget.{reason}", status, title);
}
