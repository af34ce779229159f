using System.ComponentModel.DataAnnotations;
using GrozUtrecht.Lifestyle.Data.Preventiebudget;
using GrozUtrecht.Lifestyle.Domain.Preventiebudget;
using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Lifestyle.Features.Preventiebudget;

/// <summary><c>DELETE /preventiebudgetten/{id}/leden/{lidkenmerk}</c>: a member left the collective insurance.</summary>
internal static class RemoveLid
{
    public static void Map(IEndpointRouteBuilder api) => api.MapDelete("/preventiebudgetten/{id:guid}/leden/{lidkenmerk}", Handle)
        .RequireScope(PreventiebudgetFailures.Scope)
        .WithSummary("Lid afmelden bij een preventiebudget")
        .WithDescription("Vergeet wie bij dit kenmerk hoort. Er wordt niets nieuws gereserveerd; wat gereserveerd of besteed is, blijft onder het kenmerk staan.")
        .MayFail(PreventiebudgetFailures.Unknown, PreventiebudgetFailures.LidUnknown);

    private static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid id, [RegularExpression(Lidkenmerk.Pattern)] string lidkenmerk, HttpContext http, UnitOfWork work)
    {
        if (await OwnPreventiebudget.LockAsync(http, work, id) is null)
            return PreventiebudgetFailures.Unknown.ToProblem();
        return await LidStore.RemoveAsync(await work.OpenAsync(http.RequestAborted), id, lidkenmerk, http.RequestAborted)
            ? TypedResults.NoContent()
            : PreventiebudgetFailures.LidUnknown.ToProblem();
    }
}
