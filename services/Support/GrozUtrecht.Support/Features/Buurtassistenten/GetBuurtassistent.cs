using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Support.Data.Buurten;
using GrozUtrecht.Support.Features.Buurten;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Support.Features.Buurtassistenten;

internal static class GetBuurtassistent
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/buurtassistenten/{id:guid}", HandleAsync)
        .RequireScope(BuurtenSetup.Scope)
        .WithSummary("Bekijk een buurtassistent")
        .WithDescription("De ETag noemt de versie, die bij een wijziging in If-Match terugkomt. Foutcode: support.buurtassistent.onbekend (404).")
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<BuurtassistentResponse>, ProblemHttpResult>> HandleAsync(
        Guid id, HttpContext http, NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        if (await BuurtassistentStore.FindAsync(connection, http.User.PartnerId(), id, cancellationToken) is not { } assistent)
        {
            return BuurtassistentFailures.Unknown.ToProblem();
        }

        ETags.Set(http, assistent.Version);
        return TypedResults.Ok(assistent.ToResponse());
    }
}
