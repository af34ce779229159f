using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.Tijdbank.Domain.Uitbetalingen;

namespace GrozUtrecht.Tijdbank.Features.Uitbetalingen;

/// <summary>The expected failures around files for the bank and its answers.</summary>
internal static class BetaalbatchFailures
{
    public static readonly Failure Unknown = new("tijdbank.betaalbatch.onbekend", StatusCodes.Status404NotFound, "Deze batch bestaat niet");

    public static readonly Failure FileErased = new(
        "tijdbank.betaalbatch.bestand-gewist", StatusCodes.Status404NotFound, "Het bestand van deze batch is er niet, of niet meer: het wordt zeven jaar bewaard");

    public static readonly Failure NothingToPay = new(
        "tijdbank.betaalbatch.leeg", StatusCodes.Status422UnprocessableEntity,
        "Er zijn geen goedgekeurde uitbetalingen van personen wier bankrekening bekend is");

    public static readonly Failure AnswerUnreadable = new(
        "tijdbank.bankantwoord.onleesbaar", StatusCodes.Status400BadRequest, "Dit is geen leesbaar pain.002.001.10-bestand");

    public static readonly Failure TryAgain = new(
        "tijdbank.bankantwoord.opnieuw", StatusCodes.Status409Conflict, "Een persoon is intussen verwijderd; stuur het bestand nog eens");

    private static readonly Failure OtherFile = new(
        "tijdbank.bankantwoord.ander-bestand", StatusCodes.Status422UnprocessableEntity, "Dit antwoord hoort bij een andere batch");

    private static readonly Failure PaymentUnknown = new(
        "tijdbank.bankantwoord.betaling-onbekend", StatusCodes.Status422UnprocessableEntity, "Het antwoord noemt een betaling die niet in deze batch zit");

    private static readonly Failure StatusUnknown = new(
        "tijdbank.bankantwoord.status-onbekend", StatusCodes.Status422UnprocessableEntity, "Het antwoord noemt een status die hier niet bekend is");

    private static readonly Failure Contradiction = new(
        "tijdbank.bankantwoord.tegenstrijdig", StatusCodes.Status422UnprocessableEntity, "Het antwoord zegt over een betaling twee verschillende dingen");

    /// <summary>What the caller is told when an answer does not fit the batch.</summary>
    public static Failure Of(Bankfout fout) => fout switch
    {
        Bankfout.OtherFile => OtherFile,
        Bankfout.PaymentUnknown => PaymentUnknown,
        Bankfout.StatusUnknown => StatusUnknown,
        Bankfout.Contradiction => Contradiction,
        _ => throw new ArgumentOutOfRangeException(nameof(fout), fout, "A fault without an answer."),
    };

    public static string AnswerCodes => string.Join(", ", new[] { Unknown, AnswerUnreadable, TryAgain }
        .Concat(Enum.GetValues<Bankfout>().Select(Of)).Select(failure => $"{failure.Code} ({failure.Status})"));
}
