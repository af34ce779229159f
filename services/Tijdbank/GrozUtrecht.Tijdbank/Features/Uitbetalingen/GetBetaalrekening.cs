using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Tijdbank.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Features.Uitbetalingen;

/// <summary><c>GET /betaalrekening</c>.</summary>
internal static class GetBetaalrekening
{
    private const int ShownCharacters = 4;

    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/betaalrekening", HandleAsync)
        .RequireScope("tijdbank:kas")
        .WithSummary("Betaalrekening van uw organisatie ophalen")
        .WithDescription(
            "De bankrekening waarvan uitbetalingen worden gedaan (scope tijdbank:kas). "
            + $"Foutcode: {DeelnemerFailures.BetaalrekeningUnknown.Code} (404).")
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<BetaalrekeningAnswer>, ProblemHttpResult>> HandleAsync(HttpContext http, NpgsqlDataSource database)
    {
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        return await BetaalbatchStore.FindBetalerAsync(connection, http.User.PartnerId(), http.RequestAborted) is { } betaler
            ? TypedResults.Ok(new BetaalrekeningAnswer(betaler.Naam, betaler.Iban[^ShownCharacters..], betaler.Bic))
            : DeelnemerFailures.BetaalrekeningUnknown.ToProblem();
    }
}
