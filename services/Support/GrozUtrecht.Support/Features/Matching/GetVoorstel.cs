using System.Security.Claims;
using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Support.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Support.Features.Matching;

internal static class GetVoorstel
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/voorstellen/{id:guid}", HandleAsync)
        .WithSummary("Bekijk een voorstel")
        .WithDescription("Met de redenen zoals die golden toen de helper werd gevraagd.")
        .MayFail(MatchingFailures.Unknown);

    private static async Task<Results<Ok<VoorstelResponse>, ProblemHttpResult>> HandleAsync(
        Guid id, ClaimsPrincipal caller, NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await VoorstelStore.FindAsync(connection, caller.PartnerId(), id, cancellationToken) is { } voorstel
            ? TypedResults.Ok(voorstel.ToResponse())
            : MatchingFailures.Unknown.ToProblem();
    }
}
