using GrozUtrecht.Lifestyle.Data.Preventiebudget;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Lifestyle.Features.Preventiebudget;

/// <summary><c>POST /preventiebudgetten/{id}/bestedingen/{deelnameId}/terugdraaiing</c>: a spending was wrong.</summary>
internal static class ReverseBesteding
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/preventiebudgetten/{id:guid}/bestedingen/{deelnameId:guid}/terugdraaiing", Handle)
        .RequireScope(PreventiebudgetFailures.Scope)
        .WithSummary("Besteding terugdraaien")
        .WithDescription("Het bedrag komt weer vrij. Was de besteding al gedeclareerd, dan staat in de volgende declaratie een correctieregel.")
        .MayFail(PreventiebudgetFailures.Unknown, PreventiebudgetFailures.BestedingUnknown);

    private static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid id, Guid deelnameId, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        if (await OwnPreventiebudget.LockAsync(http, work, id) is null)
            return PreventiebudgetFailures.Unknown.ToProblem();
        var connection = await work.OpenAsync(http.RequestAborted);
        return await ReserveringStore.IsOfAsync(connection, deelnameId, id, http.RequestAborted)
            && await Budgetboeking.ReverseAsync(work, deelnameId, clock.GetUtcNow(), http.RequestAborted)
            ? TypedResults.NoContent()
            : PreventiebudgetFailures.BestedingUnknown.ToProblem();
    }
}
