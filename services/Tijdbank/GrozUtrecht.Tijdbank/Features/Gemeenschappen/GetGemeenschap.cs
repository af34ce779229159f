using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.Tijdbank.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Features.Gemeenschappen;

/// <summary><c>GET /gemeenschappen/{id}</c>.</summary>
internal static class GetGemeenschap
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/gemeenschappen/{id:guid}", Handle)
        .WithSummary("Gemeenschap ophalen")
        .WithDescription($"Met haar regels. Foutcode: {GemeenschapFailures.Unknown.Code} (404).")
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<GemeenschapAnswer>, ProblemHttpResult>> Handle(Guid id, HttpContext http, NpgsqlDataSource database)
    {
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        if (await GemeenschapStore.FindAsync(connection, id, http.RequestAborted) is not { } row)
            return GemeenschapFailures.Unknown.ToProblem();

        ETags.Set(http, row.Version);
        return TypedResults.Ok(GemeenschapAnswer.Of(row));
    }
}
