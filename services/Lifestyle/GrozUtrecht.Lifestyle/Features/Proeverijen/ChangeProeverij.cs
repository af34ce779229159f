using GrozUtrecht.Lifestyle.Data.Proeverijen;
using GrozUtrecht.Lifestyle.Domain.Proeverijen;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Lifestyle.Features.Proeverijen;

/// <summary><c>PUT /proeverijen/{id}</c>: the plan changes while nothing is fixed yet.</summary>
internal static class ChangeProeverij
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPut("/proeverijen/{id:guid}", Handle)
        .RequireScope(ProeverijenSetup.Scope)
        .WithSummary("Proeverij wijzigen")
        .WithDescription("Kan tot het programma is vastgesteld. De rondes moeten binnen de nieuwe tijd vallen, en wat al is gevraagd binnen het budget.")
        .MayFail(ProeverijFailures.Change)
        .MayFail(ProeverijFailures.Plan)
        .MayFail(ProeverijFailures.Layout)
        .MayFail(ProeverijFailures.OverBudget);

    private static async Task<Results<Ok<ProeverijAnswer>, ProblemHttpResult>> Handle(
        Guid id, ProeverijBody body, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        if (body.Refuse(now, out var gebied) is { } refused)
            return refused;
        var (row, refusal) = await EigenProeverij.TakeAsync(http, work, id, Proeverijstap.Indelen);
        if (row is null)
            return refusal!;
        if (row.KostenCenten > body.BudgetCenten)
            return ProeverijFailures.OverBudget.ToProblem($"Er is voor {row.KostenCenten} eurocent gevraagd.");
        var rondes = await IndelingStore.RondesAsync(await work.OpenAsync(http.RequestAborted), id, http.RequestAborted);
        if (Proeverijplan.Layout(body.BegintOp, body.EindigtOp, [.. rondes.Select(ronde => (ronde.BegintOp, ronde.EindigtOp))], []) is { } fault)
            return ProeverijFailures.Of(fault).ToProblem();

        var changed = row with
        {
            Naam = body.Naam,
            Gebied = gebied!.Code,
            Postcode = body.Postcode,
            Locatienaam = body.Locatienaam,
            BegintOp = body.BegintOp.ToUniversalTime(),
            EindigtOp = body.EindigtOp.ToUniversalTime(),
            BudgetCenten = body.BudgetCenten,
        };
        return await EigenProeverij.SaveAsync(http, work, changed, now);
    }
}
