using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Tijdbank.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Features.Giften;

/// <summary><c>GET /giften/{id}</c>: for who manages one of its two sides.</summary>
internal static class GetGift
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/giften/{id:guid}", Handle)
        .WithSummary("Gift ophalen")
        .WithDescription(
            "Beheert uw organisatie de rekening die gaf, dan staat die erbij; anders alleen als de gift niet anoniem is. "
            + $"Foutcode: {GiftFailures.Unknown.Code} (404).")
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<GiftAnswer>, ProblemHttpResult>> Handle(Guid id, HttpContext http, NpgsqlDataSource database)
    {
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        return await GiftStore.FindAsync(connection, id, http.User.PartnerId(), http.RequestAborted) is { } row
            ? TypedResults.Ok(GiftAnswer.Of(row))
            : GiftFailures.Unknown.ToProblem();
    }
}
