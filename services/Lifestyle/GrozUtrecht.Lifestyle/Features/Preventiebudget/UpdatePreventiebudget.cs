using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Lifestyle.Features.Preventiebudget;

/// <summary><c>PUT /preventiebudgetten/{id}</c>: other agreements.</summary>
internal static class UpdatePreventiebudget
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPut("/preventiebudgetten/{id:guid}", Handle)
        .RequireScope(PreventiebudgetFailures.Scope)
        .WithSummary("Preventiebudget wijzigen")
        .WithDescription(
            "Vervangt de afspraken. Een concept mag helemaal anders; van een open budget alleen naam, gebieden, activiteiten en dimensies. "
            + "Stuur in If-Match de ETag van de versie die u wijzigt.")
        .MayFail(PreventiebudgetFailures.Change)
        .MayFail(PreventiebudgetFailures.Agreement)
        .MayFail(PreventiebudgetFailures.FixedOnceOpen, PreventiebudgetFailures.AlreadyClosed);

    private static async Task<Results<Ok<PreventiebudgetAnswer>, ProblemHttpResult>> Handle(
        Guid id, PreventiebudgetBody body, HttpContext http, UnitOfWork work, TimeProvider clock)
    {
        var (row, failure) = await OwnPreventiebudget.LockVersionAsync(http, work, id);
        if (row is null)
            return failure!.ToProblem();

        var connection = await work.OpenAsync(http.RequestAborted);
        var (changed, refusal) = await body.PutIntoAsync(connection, row, clock.GetUtcNow(), http.RequestAborted);
        return changed is null ? refusal! : TypedResults.Ok(await OwnPreventiebudget.SaveAsync(http, work, changed));
    }
}
