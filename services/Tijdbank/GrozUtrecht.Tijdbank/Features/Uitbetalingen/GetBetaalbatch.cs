using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Tijdbank.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Features.Uitbetalingen;

/// <summary><c>GET /betaalbatches/{id}</c>.</summary>
internal static class GetBetaalbatch
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/betaalbatches/{id:guid}", HandleAsync)
        .WithSummary("Betaalbatch ophalen")
        .WithDescription(
            "Een batch van uw organisatie. Haar uitbetalingen vindt u met GET /uitbetalingen?batchId=. "
            + $"Foutcode: {BetaalbatchFailures.Unknown.Code} (404).")
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<BetaalbatchAnswer>, ProblemHttpResult>> HandleAsync(Guid id, HttpContext http, NpgsqlDataSource database)
    {
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        return await BetaalbatchStore.FindAsync(connection, id, http.User.PartnerId(), http.RequestAborted) is { } batch
            ? TypedResults.Ok(BetaalbatchAnswer.Of(batch))
            : BetaalbatchFailures.Unknown.ToProblem();
    }
}
