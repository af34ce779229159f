using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.VitaalWerken.Domain.Inkopen;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.VitaalWerken.Features.Inkopen;

/// <summary>That the supplier takes the order.</summary>
public sealed record InkoopaanvaardingBody(
    [property: Description("Alleen als de prijs in minuten is: de rekening in de Tijdbank waarop u ontvangt; uw organisatie beheert haar.")]
    Guid? NaarRekeningId = null);

/// <summary>Why somebody does what they do.</summary>
public sealed record InkoopredenBody(
    [property: Required, StringLength(500, MinimumLength = 1), Description("Waarom, zonder namen van personen; de andere partij leest dit.")] string Reden);

/// <summary>From order to approval: what supplier and company do with it.</summary>
internal static class FulfilInkoop
{
    private const string IfMatch = " Stuur in If-Match de ETag die u zag.";

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/inkopen/{id:guid}/aanvaarding", Accept)
            .WithName("AcceptInkoop").WithSummary("Bestelling aanvaarden")
            .WithDescription("Door de leverancier; bij een prijs in minuten met de rekening waarop hij ontvangt." + IfMatch)
            .MayFail([.. Inkoopstap.Failures, InkoopFailures.SettlementUnfit]);
        MapReason(api, "afwijzing", Inkoophandeling.Afwijzen, "RejectInkoop", "Bestelling afwijzen", "Door de leverancier, met de reden.");
        MapReason(
            api, "annulering", Inkoophandeling.Annuleren, "CancelInkoop", "Bestelling annuleren",
            "Met de reden: door het bedrijf tot de levering, door de leverancier tot de levering of als het bedrijf die betwist.");
        api.MapPost("/inkopen/{id:guid}/levering", (Guid id, HttpContext http, Inkoopstap stap) => stap.TakeAsync(http, id, Inkoophandeling.Leveren))
            .WithName("DeliverInkoop").WithSummary("Levering melden")
            .WithDescription("Door de leverancier; opnieuw als het bedrijf betwistte." + IfMatch)
            .MayFail(Inkoopstap.Failures);
        api.MapPost("/inkopen/{id:guid}/goedkeuring", (Guid id, HttpContext http, Inkoopstap stap) => stap.TakeAsync(http, id, Inkoophandeling.Goedkeuren))
            .WithName("ApproveInkoop").WithSummary("Levering goedkeuren")
            .WithDescription("Door het bedrijf, ook na een betwisting." + IfMatch)
            .MayFail(Inkoopstap.Failures);
        MapReason(
            api, "betwisting", Inkoophandeling.Betwisten, "DisputeInkoop", "Levering betwisten",
            "Door het bedrijf, met de reden. De leverancier levert opnieuw of annuleert, of het bedrijf keurt alsnog goed.");
    }

    private static Task<Results<Ok<InkoopAnswer>, ProblemHttpResult>> Accept(Guid id, InkoopaanvaardingBody body, HttpContext http, Inkoopstap stap) =>
        stap.TakeAsync(http, id, Inkoophandeling.Aanvaarden, row => (
            row with { NaarRekeningId = body.NaarRekeningId },
            (row.PrijsMinuten is null) == (body.NaarRekeningId is null) ? null : InkoopFailures.SettlementUnfit));

    private static void MapReason(
        IEndpointRouteBuilder api, string word, Inkoophandeling handeling, string name, string summary, string description) =>
        api.MapPost($"/inkopen/{{id:guid}}/{word}", (Guid id, InkoopredenBody body, HttpContext http, Inkoopstap stap) => WithReasonAsync(id, body, handeling, http, stap))
            .WithName(name).WithSummary(summary).WithDescription(description + IfMatch)
            .MayFail([.. Inkoopstap.Failures, FreeText.HoldsBsn, FreeText.Unreadable]);

    private static async Task<Results<Ok<InkoopAnswer>, ProblemHttpResult>> WithReasonAsync(
        Guid id, InkoopredenBody body, Inkoophandeling handeling, HttpContext http, Inkoopstap stap) =>
        FreeText.Refuse(body.Reden) is { } refused
            ? refused
            : await stap.TakeAsync(http, id, handeling, row => (row with { Reden = body.Reden }, null));
}
