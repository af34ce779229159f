using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Support.Data.Buurten;
using GrozUtrecht.Support.Features.Buurten;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Support.Features.Buurtassistenten;

internal static class GetDienst
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/diensten/{id:guid}", HandleAsync)
        .RequireScope(BuurtenSetup.Scope)
        .WithSummary("Bekijk een dienst")
        .WithDescription("De ETag noemt de versie, die bij een wijziging in If-Match terugkomt. Foutcode: support.dienst.onbekend (404).")
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<DienstResponse>, ProblemHttpResult>> HandleAsync(
        Guid id, HttpContext http, NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        if (await DienstStore.FindAsync(connection, http.User.PartnerId(), id, cancellationToken) is not { } dienst)
        {
            return DienstFailures.Unknown.ToProblem();
        }

        ETags.Set(http, dienst.Version);
        return TypedResults.Ok(dienst.ToResponse());
    }
}
