using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Features.Onderwijs;

/// <summary><c>GET /urenverklaringen/{id}</c>.</summary>
internal static class GetUrenverklaring
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/urenverklaringen/{id:guid}", Handle)
        .WithSummary("Urenverklaring ophalen")
        .WithDescription(
            $"Voor de school, de organisatie en wie de rekening van de student beheert. Foutcode: {UrenverklaringFailures.Unknown.Code} (404).")
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<UrenverklaringAnswer>, ProblemHttpResult>> Handle(Guid id, HttpContext http, NpgsqlDataSource database)
    {
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        return await VisibleUrenverklaring.FindAsync(http, connection, id) is { } found
            ? TypedResults.Ok(UrenverklaringAnswer.Of(found.Verklaring))
            : UrenverklaringFailures.Unknown.ToProblem();
    }
}
