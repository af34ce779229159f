using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using GrozUtrecht.Lifestyle.Data.Preventiebudget;
using GrozUtrecht.Lifestyle.Domain.Preventiebudget;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Lifestyle.Features.Preventiebudget;

/// <summary>More money, or less.</summary>
public sealed record BijstellingRequest(
    [property: Range(-10_000_000_000, 10_000_000_000), Description("Eurocenten erbij, of met een minteken eraf; niet nul.")] long BedragCenten,
    [property: Required, StringLength(200, MinimumLength = 1), Description("Waarom, bijvoorbeeld het kenmerk van het besluit.")] string Reden);

/// <summary><c>POST /preventiebudgetten/{id}/bijstellingen</c>: a top-up or a correction of what was pledged.</summary>
internal static class AdjustPreventiebudget
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/preventiebudgetten/{id:guid}/bijstellingen", Handle)
        .RequireScope(PreventiebudgetFailures.Scope)
        .WithSummary("Preventiebudget bijstellen")
        .WithDescription("Boekt geld bij een open budget, of haalt er vrij geld af. Stuur een Idempotency-Key mee, zodat een herhaald verzoek niet twee keer boekt.")
        .MayFail(PreventiebudgetFailures.Unknown, PreventiebudgetFailures.NotOpenYet, PreventiebudgetFailures.LessThanFree)
        .MayFail(PreventiebudgetFailures.AdjustmentOfNothing, FreeText.HoldsBsn, FreeText.Unreadable);

    private static async Task<Results<Created<BoekingAnswer>, ProblemHttpResult>> Handle(
        Guid id, BijstellingRequest request, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        if (request.BedragCenten == 0)
            return PreventiebudgetFailures.AdjustmentOfNothing.ToProblem();
        if (FreeText.Refuse(request.Reden) is { } text)
            return text;
        if (await OwnPreventiebudget.LockAsync(http, work, id) is not { } row)
            return PreventiebudgetFailures.Unknown.ToProblem();
        if (Budgetafspraken.RequireOpen(row.CurrentStatus) is { } fault)
            return PreventiebudgetFailures.Of(fault).ToProblem();

        var now = clock.GetUtcNow();
        var connection = await work.OpenAsync(http.RequestAborted);
        if (-request.BedragCenten > await StandStore.VrijAsync(connection, id, http.RequestAborted))
            return PreventiebudgetFailures.LessThanFree.ToProblem();

        var booking = await OwnPreventiebudget.BookAsync(
            work, id, Boeking.Bijstelling(request.BedragCenten), request.Reden, now, http.RequestAborted);
        return TypedResults.Created($"/lifestyle/v1/preventiebudgetten/{id}/boekingen", BoekingAnswer.Of(booking, now));
    }
}
