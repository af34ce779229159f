using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.Tijdbank.Domain;

namespace GrozUtrecht.Tijdbank.Features.Overboekingen;

/// <summary>The expected failures around transfers.</summary>
internal static class OverboekingFailures
{
    public static readonly Failure Unknown =
        new("tijdbank.overboeking.onbekend", StatusCodes.Status404NotFound, "Deze overboeking bestaat niet");

    private static readonly Failure IdNotAllowed =
        new("tijdbank.overboeking.id-ongeldig", StatusCodes.Status422UnprocessableEntity, "Dit id mag niet worden gekozen; neem een UUID van versie 4 of 7");

    private static readonly Failure SameAccount =
        new("tijdbank.overboeking.zelfde-rekening", StatusCodes.Status422UnprocessableEntity, "Van en naar zijn dezelfde rekening");

    private static readonly Failure AmountOutOfRange =
        new("tijdbank.overboeking.duur-ongeldig", StatusCodes.Status422UnprocessableEntity, "Een overboeking is van 1 minuut tot een week");

    private static readonly Failure OmschrijvingTooLong =
        new("tijdbank.overboeking.omschrijving-te-lang", StatusCodes.Status422UnprocessableEntity, "De omschrijving is langer dan 200 tekens");

    private static readonly Failure OmschrijvingHoldsBsn = new(
        "tijdbank.overboeking.omschrijving-met-bsn", StatusCodes.Status422UnprocessableEntity, "De omschrijving lijkt een burgerservicenummer te bevatten; haal het weg");

    private static readonly Failure AccountUnknown = new(
        "tijdbank.overboeking.rekening-onbekend", StatusCodes.Status422UnprocessableEntity, "Een van de rekeningen bestaat niet of is niet zichtbaar voor u");

    private static readonly Failure AccountNotManaged = new(
        "tijdbank.overboeking.rekening-niet-van-u", StatusCodes.Status403Forbidden, "Van deze rekening mag uw organisatie niet overboeken");

    private static readonly Failure AccountClosed =
        new("tijdbank.overboeking.rekening-gesloten", StatusCodes.Status422UnprocessableEntity, "Een van de rekeningen is gesloten");

    private static readonly Failure BalanceTooLow =
        new("tijdbank.overboeking.saldo-ontoereikend", StatusCodes.Status422UnprocessableEntity, "Er staat niet genoeg op de rekening");

    private static readonly Failure BalanceTooHigh = new(
        "tijdbank.overboeking.saldo-te-hoog", StatusCodes.Status422UnprocessableEntity, "Op de rekening die ontvangt mag niet zo veel staan");

    private static readonly Failure NotSpendable = new(
        "tijdbank.overboeking.niet-besteedbaar", StatusCodes.Status422UnprocessableEntity, "De uren op deze rekening tellen mee, maar zijn niet te besteden");

    private static readonly Failure UnitDiffers = new(
        "tijdbank.overboeking.eenheid-verschilt", StatusCodes.Status422UnprocessableEntity, "Beide rekeningen moeten in minuten tellen");

    private static readonly Failure ReserveringUnknown =
        new("tijdbank.reservering.onbekend", StatusCodes.Status404NotFound, "Deze reservering bestaat niet");

    private static readonly Failure ReserveringEnded =
        new("tijdbank.reservering.afgelopen", StatusCodes.Status409Conflict, "Deze reservering is al afgerond of vrijgegeven");

    private static readonly Failure ReserveringExpired =
        new("tijdbank.reservering.verlopen", StatusCodes.Status409Conflict, "Deze reservering is verlopen; maak een nieuwe");

    private static readonly Failure AmountTooHigh =
        new("tijdbank.reservering.te-veel", StatusCodes.Status422UnprocessableEntity, "Er is minder gereserveerd dan u wilt afronden");

    private static readonly Failure LinkedFailed = new(
        "tijdbank.overboeking.gekoppelde-geweigerd", StatusCodes.Status422UnprocessableEntity, "Een overboeking die hierbij hoort is geweigerd, dus deze ook");

    private static readonly Failure IdHasOtherContent = new(
        "tijdbank.overboeking.id-andere-inhoud", StatusCodes.Status409Conflict, "Dit id hoort bij een overboeking met een andere inhoud");

    /// <summary>Every code that a transfer can be refused with, for the API documentation.</summary>
    public static string Codes => string.Join(", ", Enum.GetValues<Opdrachtfout>().Select(Of)
        .Concat(Enum.GetValues<Boekuitkomst>().Where(outcome => outcome != Boekuitkomst.Booked).Select(Of))
        .Select(failure => $"{failure.Code} ({failure.Status})"));

    /// <summary>What the caller is told when the order itself is wrong.</summary>
    public static Failure Of(Opdrachtfout fault) => fault switch
    {
        Opdrachtfout.IdNotAllowed => IdNotAllowed,
        Opdrachtfout.SameAccount => SameAccount,
        Opdrachtfout.AmountOutOfRange => AmountOutOfRange,
        Opdrachtfout.OmschrijvingTooLong => OmschrijvingTooLong,
        Opdrachtfout.OmschrijvingHoldsBsn => OmschrijvingHoldsBsn,
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, "A fault without an answer."),
    };

    /// <summary>What the caller is told when the ledger refuses.</summary>
    public static Failure Of(Boekuitkomst outcome) => outcome switch
    {
        Boekuitkomst.AccountUnknown => AccountUnknown,
        Boekuitkomst.AccountNotManaged => AccountNotManaged,
        Boekuitkomst.AccountClosed => AccountClosed,
        Boekuitkomst.BalanceTooLow => BalanceTooLow,
        Boekuitkomst.BalanceTooHigh => BalanceTooHigh,
        Boekuitkomst.NotSpendable => NotSpendable,
        Boekuitkomst.UnitDiffers => UnitDiffers,
        Boekuitkomst.ReserveringUnknown => ReserveringUnknown,
        Boekuitkomst.ReserveringEnded => ReserveringEnded,
        Boekuitkomst.ReserveringExpired => ReserveringExpired,
        Boekuitkomst.AmountTooHigh => AmountTooHigh,
        Boekuitkomst.LinkedFailed => LinkedFailed,
        Boekuitkomst.IdHasOtherContent => IdHasOtherContent,
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "An outcome without an answer."),
    };
}
