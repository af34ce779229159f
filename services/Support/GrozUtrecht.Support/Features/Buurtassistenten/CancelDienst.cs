using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Support.Data.Buurten;
using GrozUtrecht.Support.Features.Buurten;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Support.Features.Buurtassistenten;

internal static class CancelDienst
{
    public static void Map(IEndpointRouteBuilder api) => api.MapDelete("/diensten/{id:guid}", HandleAsync)
        .RequireScope(BuurtenSetup.Scope)
        .WithSummary("Schrap een dienst")
        .WithDescription("Alleen een dienst die nog niet begon. Foutcodes: support.dienst.onbekend (404), support.dienst.begonnen (409).")
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict);

    private static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(
        Guid id, HttpContext http, UnitOfWork work, TimeProvider clock, CancellationToken cancellationToken)
    {
        var connection = await work.OpenAsync(cancellationToken);
        if (await DienstStore.LockAsync(connection, http.User.PartnerId(), [id], cancellationToken) is not [var dienst])
        {
            return DienstFailures.Unknown.ToProblem();
        }

        if (dienst.BegintOp <= clock.GetUtcNow())
        {
            return DienstFailures.HasBegun.ToProblem("Laat een collega de dienst overnemen.");
        }

        await DienstStore.DeleteAsync(connection, id, cancellationToken);
        return TypedResults.NoContent();
    }
}
