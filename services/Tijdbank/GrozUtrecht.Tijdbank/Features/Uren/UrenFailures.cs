using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.Tijdbank.Domain;
using GrozUtrecht.Tijdbank.Domain.Uren;

namespace GrozUtrecht.Tijdbank.Features.Uren;

/// <summary>The expected failures around registrations of hours.</summary>
internal static class UrenFailures
{
    public static readonly Failure Unknown = Of("onbekend", 404, "Deze urenregistratie bestaat niet");
    public static readonly Failure ReceiverUnclear = Of("voor-wie-onduidelijk", 422, "Noem de organisatie of de persoon voor wie het werk was, en niet allebei");
    public static readonly Failure SamePerson = Of("zelfde-persoon", 422, "Wie werkt en voor wie het is, zijn dezelfde persoon");
    public static readonly Failure PersonUnknown = Of("persoon-onbekend", 422, "Deze persoon heeft geen rekening; open die eerst");
    public static readonly Failure ReceiverUnknown = Of("ontvanger-onbekend", 422, "De persoon voor wie het werk was heeft geen rekening en kan dus niet bevestigen");
    public static readonly Failure NotAllowedToReport =
        Of("melden-niet-toegestaan", 403, "Uw organisatie beheert de rekening van deze persoon niet, en het werk was niet voor uw organisatie");

    public static readonly Failure PostcodeUnknown = Of("postcode-onbekend", 422, "Deze postcode ligt niet in het werkgebied; laat haar weg of verbeter haar");
    public static readonly Failure TextHoldsBsn = Of("tekst-met-bsn", 422, "De tekst lijkt een burgerservicenummer te bevatten; haal het weg");
    public static readonly Failure AlreadySpent = Of("al-besteed", 409, "Deze uren zijn al besteed; terugboeken kan niet meer");
    private static readonly Failure AccountClosed = Of("rekening-gesloten", 409, "De rekening van deze persoon is gesloten");
    private static readonly Failure AccountFull = Of("rekening-vol", 409, "De rekening van deze persoon kan niet meer uren bevatten; laat er eerst uren van besteden");

    /// <summary>Every code that a step can be refused with, for the API documentation.</summary>
    public static string StepCodes => Codes([Unknown, TextHoldsBsn, AccountClosed, AccountFull, .. Enum.GetValues<Stapfout>().Select(Of), Of(Werktijdfout.DayTooLong)]);

    /// <summary>Every code that a report can be refused with, for the API documentation.</summary>
    public static string ReportCodes => Codes(
    [
        ReceiverUnclear, SamePerson, PersonUnknown, ReceiverUnknown, NotAllowedToReport, PostcodeUnknown, TextHoldsBsn,
        .. Enum.GetValues<Werktijdfout>().Select(Of),
    ]);

    public static Failure Of(Stapfout fault) => fault switch
    {
        Stapfout.NotPossibleNow => Of("stap-niet-mogelijk", 409, "Dit kan niet (meer) met deze urenregistratie; haal haar opnieuw op"),
        Stapfout.NotYourSide => Of("niet-aan-u", 403, "Dit is aan de andere kant, of aan een bemiddelaar"),
        Stapfout.SameClient => Of("zelfde-client", 403, "Wie de minuten noemde kan ze niet zelf bevestigen; laat een andere client dit doen"),
        Stapfout.MediatorTakesPart => Of("bemiddelaar-partijdig", 403, "Uw organisatie is zelf een van de kanten; laat een andere bemiddelaar beslissen"),
        Stapfout.MinutesOutOfRange => Of(Werktijdfout.MinutesOutOfRange),
        Stapfout.MinutesTheSame => Of("minuten-gelijk", 422, "Dit zijn dezelfde minuten; bevestig ze, of noem andere"),
        Stapfout.AlreadyPaidOut => Of("al-uitbetaald", 409, "Deze uren zijn uitbetaald of worden uitbetaald; terugboeken kan niet meer"),
        Stapfout.AlreadyCertified => Of("al-verklaard", 409, "Deze uren staan op een urenverklaring; terugboeken kan niet meer"),
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, "A fault without an answer."),
    };

    public static Failure Of(Werktijdfout fault) => fault switch
    {
        Werktijdfout.MinutesOutOfRange => Of("duur-ongeldig", 422, "Een duur is 1 tot en met 1440 minuten"),
        Werktijdfout.InTheFuture => Of("in-de-toekomst", 422, "De dag ligt in de toekomst; meld uren als ze gemaakt zijn"),
        Werktijdfout.TooLongAgo => Of("te-lang-geleden", 422, "De dag is meer dan 366 dagen geleden"),
        Werktijdfout.DayTooLong => Of("dag-te-vol", 422, "Met deze uren zou deze persoon op één dag meer dan 24 uur werken"),
        Werktijdfout.Overlaps => Of("overlap", 422, "Op deze tijd staan al andere uren van deze persoon"),
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, "A fault without an answer."),
    };

    /// <summary>What the caller is told when the ledger does not take the hours.</summary>
    public static Failure Of(Boekuitkomst outcome) => outcome switch
    {
        Boekuitkomst.AccountClosed => AccountClosed,
        Boekuitkomst.BalanceTooHigh => AccountFull,
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "An outcome that a credit cannot have."),
    };

    private static Failure Of(string reason, int status, string title) => new($"tijdbank.urenregistratie.{reason}", status, title);

    private static string Codes(IEnumerable<Failure> failures) =>
        string.Join(", ", failures.Distinct().Select(failure => $"{failure.Code} ({failure.Status})"));
}
