using System.Security.Claims;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Support.Data.Matching;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Support.Features.Matchingrondes;

internal static class GetMatchingronde
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/matchingrondes/{id:guid}", HandleAsync)
        .WithSummary("Bekijk een matchingronde")
        .WithDescription("Met hoeveel er meededen en of de uitkomst bewezen de beste is.")
        .MayFail(MatchingrondeFailures.Unknown);

    private static async Task<Results<Ok<MatchingrondeResponse>, ProblemHttpResult>> HandleAsync(
        Guid id, ClaimsPrincipal caller, NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await MatchingrondeStore.FindAsync(connection, caller.PartnerId(), id, cancellationToken) is { } ronde
            ? TypedResults.Ok(ronde.ToResponse())
            : MatchingrondeFailures.Unknown.ToProblem();
    }
}
