using System.Security.Claims;
using Dapper;
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
        .WithDescription("Alleen helpers van de eigen organisatie.")
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<HelperResponse>, ProblemHttpResult>> HandleAsync(
        Guid id, ClaimsPrincipal caller, NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var helper = await connection.QuerySingleOrDefaultAsync<HelperRow>(new CommandDefinition(
            $"SELECT {HelperRow.Columns} FROM helpers WHERE id = @id AND partner_id = @partnerId AND verwijderd_op IS NULL",
            new { id, partnerId = caller.PartnerId() },
            cancellationToken: cancellationToken));
        return helper is null ? HelperFailures.Unknown.ToProblem() : TypedResults.Ok(helper.ToResponse());
    }
}
