using GrozUtrecht.ServiceDefaults.Data;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Support.Data.Signalen;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GrozUtrecht.Support.Features.Signalen;

internal static class LeaveSignaal
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/buurtsignalen/{id:guid}/bijval/intrekking", HandleAsync)
        .WithSummary("Trek bijval in")
        .WithDescription("Kan altijd, en zo vaak als u wilt: wie niet meetelt verandert niets. Foutcode: support.buurtsignaal.onbekend (404).")
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<SignaalResponse>, ProblemHttpResult>> HandleAsync(
        Guid id, BijvalRequest request, HttpContext http, UnitOfWork work, TimeProvider clock, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var connection = await work.OpenAsync(cancellationToken);
        var partnerId = http.User.PartnerId();
        if (await SignaalStore.LockLivingAsync(connection, partnerId, id, now, cancellationToken) is not { } signaal)
        {
            return SignaalFailures.Unknown.ToProblem();
        }

        await BijvalStore.RemoveAsync(connection, signaal.Id, request.PersoonId, cancellationToken);
        return TypedResults.Ok((await SignaalStore.FindAsync(connection, partnerId, signaal.Id, now, cancellationToken))!.ToResponse());
    }
}
