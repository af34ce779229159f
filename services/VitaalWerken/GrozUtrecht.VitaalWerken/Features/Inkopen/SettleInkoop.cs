using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.VitaalWerken.Data.Inkopen;
using GrozUtrecht.VitaalWerken.Domain;
using GrozUtrecht.VitaalWerken.Domain.Inkopen;
using GrozUtrecht.VitaalWerken.Features.Bijdragen;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.VitaalWerken.Features.Inkopen;

/// <summary>How the company pays.</summary>
public sealed record InkoopafrekeningBody(
    [property: RegularExpression(Betaalkenmerk.Pattern), Description("Bij euro: het kenmerk van de betaling, zonder rekeningnummer.")] string? Kenmerk = null,
    [property: Description("Bij uren: de rekening in de Tijdbank waarvan betaald wordt; uw organisatie beheert haar.")] Guid? VanRekeningId = null);

/// <summary>Whether the supplier received the money.</summary>
public sealed record InkoopontvangstBody(
    [property: Required, Description("Is het geld ontvangen?")] bool Ontvangen,
    [property: StringLength(500, MinimumLength = 1), Description("Als het niet is ontvangen: wat er aan de hand is.")] string? Reden = null);

/// <summary>How an approved order is paid: outside the platform and confirmed by both, or in hours by the Tijdbank.</summary>
internal static class SettleInkoop
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/inkopen/{id:guid}/afrekening", Settle)
            .WithName("SettleInkoop").WithSummary("Afrekenen")
            .WithDescription(
                "Door het bedrijf. Euro's worden buiten het platform betaald: noem het kenmerk; de leverancier bevestigt de ontvangst. Uren boekt de Tijdbank; "
                + "het antwoord volgt vanzelf, en bij een weigering kan het opnieuw. Stuur in If-Match de ETag die u zag.")
            .MayFail([
                .. Inkoopstap.Failures, InkoopFailures.SettlementUnfit, BijdrageFailures.ProofHoldsIban, FreeText.HoldsBsn, FreeText.Unreadable,
            ]);
        api.MapPost("/inkopen/{id:guid}/ontvangst", Receive)
            .WithName("ReceiveInkoopbetaling").WithSummary("Ontvangst van de betaling melden")
            .WithDescription("Door de leverancier, bij een prijs in euro: ontvangen, of niet en waarom. Stuur in If-Match de ETag die u zag.")
            .MayFail([.. Inkoopstap.Failures, InkoopFailures.ReasonMissing, FreeText.HoldsBsn, FreeText.Unreadable]);
    }

    private static async Task<Results<Ok<InkoopAnswer>, ProblemHttpResult>> Settle(Guid id, InkoopafrekeningBody body, HttpContext http, Inkoopstap stap)
    {
        if (FreeText.Refuse(body.Kenmerk) is { } refused)
            return refused;
        if (body.Kenmerk is { } kenmerk && Betaalkenmerk.HoldsIban(kenmerk))
            return BijdrageFailures.ProofHoldsIban.ToProblem();

        return await stap.TakeAsync(http, id, Inkoophandeling.Afrekenen, row => (
            row with { Kenmerk = body.Kenmerk, VanRekeningId = body.VanRekeningId, WeigeringCode = null },
            Fits(row, body) ? null : InkoopFailures.SettlementUnfit));
    }

    private static bool Fits(InkoopRow row, InkoopafrekeningBody body) => row.PrijsMinuten is null
        ? body is { Kenmerk: not null, VanRekeningId: null }
        : body is { Kenmerk: null, VanRekeningId: not null } && body.VanRekeningId != row.NaarRekeningId;

    private static async Task<Results<Ok<InkoopAnswer>, ProblemHttpResult>> Receive(Guid id, InkoopontvangstBody body, HttpContext http, Inkoopstap stap)
    {
        if (FreeText.Refuse(body.Reden) is { } refused)
            return refused;
        if (!body.Ontvangen && body.Reden is null)
            return InkoopFailures.ReasonMissing.ToProblem();
        return body.Ontvangen
            ? await stap.TakeAsync(http, id, Inkoophandeling.OntvangstBevestigen)
            : await stap.TakeAsync(http, id, Inkoophandeling.OntvangstOntkennen, row => (row with { Kenmerk = null, Reden = body.Reden }, null));
    }
}
