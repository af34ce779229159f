using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Tijdbank.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Features.Giften;

/// <summary><c>GET /maandgiften/{id}</c>.</summary>
internal static class GetMaandgift
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/maandgiften/{id:guid}", Handle)
        .WithSummary("Maandgift ophalen")
        .WithDescription($"Met wat er de laatste keer van kwam. Foutcode: {MaandgiftFailures.Unknown.Code} (404).")
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<MaandgiftAnswer>, ProblemHttpResult>> Handle(Guid id, HttpContext http, NpgsqlDataSource database)
    {
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        if (await MaandgiftStore.FindAsync(connection, id, http.User.PartnerId(), http.RequestAborted) is not { } row)
            return MaandgiftFailures.Unknown.ToProblem();

        ETags.Set(http, row.Version);
        return TypedResults.Ok(MaandgiftAnswer.Of(row));
    }
}
