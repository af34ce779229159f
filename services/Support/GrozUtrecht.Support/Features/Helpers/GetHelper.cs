using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Support.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Support.Features.Helpers;

internal static class GetHelper
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/helpers/{id:guid}", HandleAsync)
        .WithSummary("Bekijk een helper")
        .WithDescription("Alleen helpers van de eigen organisatie. De ETag is nodig om te wijzigen.")
        .MayFail(HelperFailures.Unknown);

    private static async Task<Results<Ok<HelperResponse>, ProblemHttpResult>> HandleAsync(
        Guid id, HttpContext http, NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        if (await HelperStore.FindAsync(connection, http.User.PartnerId(), id, cancellationToken) is not { } helper)
        {
            return HelperFailures.Unknown.ToProblem();
        }

        ETags.Set(http, helper.Version);
        return TypedResults.Ok(helper.ToResponse());
    }
}
