using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Support.Data.Aanwezigheid;
using GrozUtrecht.Support.Data.Buurten;
using GrozUtrecht.Support.Features.Buurten;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Support.Features.Buurtassistenten;

internal static class EndAanwezigheid
{
    public static void Map(IEndpointRouteBuilder api) => api.MapDelete("/buurtassistenten/{id:guid}/aanwezigheid", HandleAsync)
        .RequireScope(BuurtenSetup.Scope)
        .WithSummary("Meld dat een buurtassistent weg is")
        .WithDescription("Zonder deze melding vervalt de aanwezigheid vanzelf. Foutcode: support.buurtassistent.onbekend (404).")
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<AanwezigheidResponse>, ProblemHttpResult>> HandleAsync(
        Guid id, HttpContext http, NpgsqlDataSource database, Aanwezigheidsregister register, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await BuurtassistentStore.FindAsync(connection, http.User.PartnerId(), id, cancellationToken) is null
            ? BuurtassistentFailures.Unknown.ToProblem()
            : TypedResults.Ok(new AanwezigheidResponse(id, await register.LeaveAsync(id)));
    }
}
