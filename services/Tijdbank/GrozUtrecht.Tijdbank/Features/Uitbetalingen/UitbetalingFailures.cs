using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.Tijdbank.Domain.Uitbetalingen;

namespace GrozUtrecht.Tijdbank.Features.Uitbetalingen;

/// <summary>The expected failures around payouts.</summary>
internal static class UitbetalingFailures
{
    public static readonly Failure Unknown = Of("onbekend", 404, "Deze uitbetaling bestaat niet");

    public static readonly Failure UrenUnknown = Of("uren-onbekend", 422, "Een of meer van deze uren bestaan niet of zijn niet van deze persoon");

    public static readonly Failure UrenDouble = Of("uren-dubbel", 422, "Noem dezelfde uren niet twee keer");

    public static readonly Failure UrenNotConfirmed = Of("uren-niet-bevestigd", 422, "Alleen bevestigde uren worden uitbetaald; laat ze eerst bevestigen");

    public static readonly Failure UrenClaimed = Of("uren-al-aangevraagd", 409, "Voor een of meer van deze uren is al een uitbetaling aangevraagd of gedaan");

    public static readonly Failure UrenNotSpendable = Of(
        "niet-besteedbaar", 422, "Deze uren tellen mee maar zijn niet te besteden; zo is het in deze gemeenschap afgesproken");

    public static readonly Failure MinutesTooFew = Of(
        "minuten-ontoereikend", 422, "Er staan niet genoeg minuten meer op de rekening; een deel is al weggegeven, geruild of gereserveerd");

    public static readonly Failure CashTooLow = Of(
        "kas-ontoereikend", 422, "De kas van uw organisatie is niet toereikend; doe eerst een storting");

    public static readonly Failure NotPending = Of("niet-aangevraagd", 409, "Deze uitbetaling wacht niet meer op een besluit");

    public static readonly Failure NotWithdrawable = Of("niet-in-te-trekken", 409, "Deze uitbetaling is al naar de bank of afgesloten");

    public static readonly Failure FourEyes = Of(
        "vier-ogen", 403, "Wie een uitbetaling aanvraagt of de bankrekening vastlegt, keurt haar niet goed; laat een ander dat doen");

    /// <summary>Every code with which a request can be refused, for the API documentation.</summary>
    public static string RequestCodes => string.Join(", ", new[]
    {
        DeelnemerFailures.Unknown, UrenClaimed, UrenUnknown, UrenDouble, UrenNotConfirmed, UrenNotSpendable, MinutesTooFew, CashTooLow,
    }.Concat(Enum.GetValues<Weigering>().Select(Of)).Select(failure => $"{failure.Code} ({failure.Status})"));

    /// <summary>What the asker is told when a rule is in the way; the sentence about this case goes with it as detail.</summary>
    public static Failure Of(Weigering reden) => reden switch
    {
        Weigering.UrensoortNotPayable => Of("urensoort-niet-uitbetaalbaar", 422, "Deze soort uren wordt niet uitbetaald"),
        Weigering.NormMissing => Of("norm-ontbreekt", 422, "De maximale vergoedingen van dit jaar zijn nog niet ingevoerd"),
        Weigering.GeboortedatumMissing => Of("geboortedatum-ontbreekt", 422, "Voor dit tarief is de geboortedatum nodig"),
        Weigering.HourCap => Of("uurmaximum", 422, "Het tarief is hoger dan het maximum per uur"),
        Weigering.MonthCap => Of("maandmaximum", 422, "Het maximum per maand wordt overschreden"),
        Weigering.YearCap => Of("jaarmaximum", 422, "Het maximum per jaar wordt overschreden"),
        Weigering.NothingToPay => Of("bedrag-nul", 422, "Er is niets uit te betalen"),
        _ => throw new ArgumentOutOfRangeException(nameof(reden), reden, "A refusal without an answer."),
    };

    private static Failure Of(string reason, int status, string title) => new($"tijdbank.uitbetaling.{reason}", status, title);
}
