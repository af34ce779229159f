using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Support.Data.Buurten;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Support.Features.Buurten;

internal static class GetBuurt
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/buurten/{id:guid}", HandleAsync)
        .WithSummary("Bekijk een buurt")
        .WithDescription("De ETag noemt de versie, die bij een wijziging in If-Match terugkomt. Foutcode: support.buurt.onbekend (404).")
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<BuurtResponse>, ProblemHttpResult>> HandleAsync(
        Guid id, HttpContext http, NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        if (await BuurtStore.FindAsync(connection, http.User.PartnerId(), id, cancellationToken) is not { } buurt)
        {
            return BuurtFailures.Unknown.ToProblem();
        }

        ETags.Set(http, buurt.Version);
        return TypedResults.Ok(buurt.ToResponse());
    }
}
