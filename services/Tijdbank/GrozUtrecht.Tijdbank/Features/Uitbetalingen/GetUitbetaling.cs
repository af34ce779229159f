using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Tijdbank.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Features.Uitbetalingen;

/// <summary><c>GET /uitbetalingen/{id}</c>.</summary>
internal static class GetUitbetaling
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/uitbetalingen/{id:guid}", HandleAsync)
        .WithSummary("Uitbetaling ophalen")
        .WithDescription($"Een uitbetaling van uw organisatie, met de regel waaraan zij is getoetst. Foutcode: {UitbetalingFailures.Unknown.Code} (404).")
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<UitbetalingAnswer>, ProblemHttpResult>> HandleAsync(Guid id, HttpContext http, NpgsqlDataSource database)
    {
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        if (await UitbetalingStore.FindAsync(connection, id, http.User.PartnerId(), http.RequestAborted) is not { } uitbetaling)
        {
            return UitbetalingFailures.Unknown.ToProblem();
        }

        ETags.Set(http, uitbetaling.Versie);
        return TypedResults.Ok(UitbetalingAnswer.Of(uitbetaling));
    }
}
