using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Support.Data.Signalen;
using GrozUtrecht.Support.Domain.Signalen;
using GrozUtrecht.Support.Features.Buurten;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Support.Features.Signalen;

internal static class HandleSignaal
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/buurtsignalen/{id:guid}/behandeling", HandleAsync)
        .RequireScope(BuurtenSetup.Scope)
        .WithSummary("Neem een buurtsignaal in behandeling")
        .WithDescription("Foutcodes: support.buurtsignaal.onbekend (404), support.buurtsignaal.niet-nieuw (409).")
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict);

    private static async Task<Results<Ok<SignaalResponse>, ProblemHttpResult>> HandleAsync(
        Guid id, HttpContext http, UnitOfWork work, TimeProvider clock, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var connection = await work.OpenAsync(cancellationToken);
        var partnerId = http.User.PartnerId();
        if (await SignaalStore.LockAsync(connection, partnerId, [id], now, cancellationToken) is not [var signaal])
        {
            return SignaalFailures.Unknown.ToProblem();
        }

        if (signaal.StatusValue is not SignaalStatus.Nieuw)
        {
            return SignaalFailures.NotNew.ToProblem($"Het signaal is {signaal.Status}.");
        }

        await SignaalStore.MoveAsync(connection, id, SignaalStatus.InBehandeling, null, cancellationToken);
        var moved = (await SignaalStore.FindAsync(connection, partnerId, id, now, cancellationToken))!;
        ETags.Set(http, moved.Version);
        return TypedResults.Ok(moved.ToResponse());
    }
}
