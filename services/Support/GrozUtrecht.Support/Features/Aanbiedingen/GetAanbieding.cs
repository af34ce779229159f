using System.Security.Claims;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Support.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Support.Features.Aanbiedingen;

internal static class GetAanbieding
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/aanbiedingen/{id:guid}", HandleAsync)
        .WithSummary("Bekijk een aanbieding")
        .WithDescription("Alleen die van de eigen organisatie.")
        .MayFail(AanbiedingFailures.Unknown);

    private static async Task<Results<Ok<AanbiedingResponse>, ProblemHttpResult>> HandleAsync(
        Guid id, ClaimsPrincipal caller, NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await AanbiedingStore.FindAsync(connection, caller.PartnerId(), id, cancellationToken) is { } aanbieding
            ? TypedResults.Ok(aanbieding.ToResponse())
            : AanbiedingFailures.Unknown.ToProblem();
    }
}
