using GrozUtrecht.Lifestyle.Domain.Preventiebudget;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Lifestyle.Features.Preventiebudget;

/// <summary><c>POST /preventiebudgetten/{id}/opening</c>: the money is pledged, and members can use it.</summary>
internal static class OpenPreventiebudget
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/preventiebudgetten/{id:guid}/opening", Handle)
        .RequireScope(PreventiebudgetFailures.Scope)
        .WithSummary("Preventiebudget openen")
        .WithDescription("Boekt het afgesproken bedrag als toezegging; vanaf nu kan er worden gereserveerd. Stuur in If-Match de ETag van de versie die u opent.")
        .MayFail(PreventiebudgetFailures.Change)
        .MayFail(PreventiebudgetFailures.AlreadyOpen, PreventiebudgetFailures.AlreadyClosed);

    private static async Task<Results<Ok<PreventiebudgetAnswer>, ProblemHttpResult>> Handle(
        Guid id, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        var (row, failure) = await OwnPreventiebudget.LockVersionAsync(http, work, id);
        if (row is null)
            return failure!.ToProblem();
        if (Budgetafspraken.Open(row.CurrentStatus) is { } fault)
            return PreventiebudgetFailures.Of(fault).ToProblem();

        var now = clock.GetUtcNow();
        await OwnPreventiebudget.BookAsync(work, id, Boeking.Bijstelling(row.BedragCenten), reden: null, now, http.RequestAborted);
        var opened = row with { Version = row.Version + 1, Status = Words.Of(Budgetstatus.Open), GewijzigdOp = now, GeopendOp = now };
        return TypedResults.Ok(await OwnPreventiebudget.SaveAsync(http, work, opened));
    }
}
