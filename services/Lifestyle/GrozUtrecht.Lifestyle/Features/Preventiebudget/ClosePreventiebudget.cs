using GrozUtrecht.Lifestyle.Domain.Preventiebudget;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Lifestyle.Features.Preventiebudget;

/// <summary><c>POST /preventiebudgetten/{id}/sluiting</c>: nothing is reserved any more.</summary>
internal static class ClosePreventiebudget
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/preventiebudgetten/{id:guid}/sluiting", Handle)
        .RequireScope(PreventiebudgetFailures.Scope)
        .WithSummary("Preventiebudget sluiten")
        .WithDescription(
            "Vanaf nu wordt er niets meer gereserveerd. Wat gereserveerd is, wordt nog besteed of vrijgegeven, en declareren kan blijven. "
            + "Stuur in If-Match de ETag van de versie die u sluit.")
        .MayFail(PreventiebudgetFailures.Change)
        .MayFail(PreventiebudgetFailures.NotOpenYet);

    private static async Task<Results<Ok<PreventiebudgetAnswer>, ProblemHttpResult>> Handle(
        Guid id, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        var (row, failure) = await OwnPreventiebudget.LockVersionAsync(http, work, id);
        if (row is null)
            return failure!.ToProblem();
        if (Budgetafspraken.RequireOpen(row.CurrentStatus) is { } fault)
            return PreventiebudgetFailures.Of(fault).ToProblem();

        var now = clock.GetUtcNow();
        var closed = row with { Version = row.Version + 1, Status = Words.Of(Budgetstatus.Gesloten), GewijzigdOp = now, GeslotenOp = now };
        return TypedResults.Ok(await OwnPreventiebudget.SaveAsync(http, work, closed));
    }
}
