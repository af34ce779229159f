using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Tijdbank.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Features.Onderwijs;

/// <summary><c>GET /praktijkovereenkomsten/{id}</c>.</summary>
internal static class GetPraktijkovereenkomst
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/praktijkovereenkomsten/{id:guid}", Handle)
        .WithSummary("Praktijkovereenkomst ophalen")
        .WithDescription(
            "Voor de school, de organisatie en wie de rekening van de student beheert. De ETag noemt u in If-Match als u wijzigt of ondertekent. "
            + $"Foutcode: {OnderwijsFailures.Unknown.Code} (404).")
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<PraktijkovereenkomstAnswer>, ProblemHttpResult>> Handle(Guid id, HttpContext http, NpgsqlDataSource database)
    {
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        if (await PraktijkovereenkomstStore.FindAsync(connection, id, http.User.PartnerId(), http.RequestAborted) is not { } agreement)
            return OnderwijsFailures.Unknown.ToProblem();

        ETags.Set(http, agreement.Versie);
        return TypedResults.Ok(PraktijkovereenkomstAnswer.Of(agreement));
    }
}
