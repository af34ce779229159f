using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Tijdbank.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Features.Ruil;

/// <summary><c>GET /advertenties/{id}</c>.</summary>
internal static class GetAdvertentie
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/advertenties/{id:guid}", Handle)
        .WithSummary("Advertentie ophalen")
        .WithDescription(
            "Een actieve advertentie van wie dan ook, of een andere van een rekening die uw organisatie beheert of waarop zij een bestelling heeft. De ETag is de versie die u bij een wijziging noemt. "
            + $"Foutcode: {RuilFailures.Unknown.Code} (404).")
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<AdvertentieAnswer>, ProblemHttpResult>> Handle(Guid id, HttpContext http, NpgsqlDataSource database)
    {
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        if (await AdvertentieStore.FindAsync(connection, id, http.User.PartnerId(), http.RequestAborted) is not { } row)
            return RuilFailures.Unknown.ToProblem();
        ETags.Set(http, row.Version);
        return TypedResults.Ok(AdvertentieAnswer.Of(row));
    }
}
