using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Tijdbank.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Features.Ruil;

/// <summary><c>GET /bestellingen/{id}</c>: with its history.</summary>
internal static class GetBestelling
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/bestellingen/{id:guid}", Handle)
        .WithSummary("Bestelling ophalen")
        .WithDescription(
            "Een bestelling waarin uw organisatie een van beide rekeningen beheert, met haar geschiedenis; een bemiddelaar ziet ook elke bestelling die betwist is. "
            + $"De ETag is de versie die u bij een stap noemt. Foutcode: {BestellingFailures.Unknown.Code} (404).")
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<BestellingAnswer>, ProblemHttpResult>> Handle(Guid id, HttpContext http, NpgsqlDataSource database)
    {
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        var mediates = http.User.HasScope(MediateBestelling.Scope);
        if (await BestellingStore.FindAsync(connection, id, http.User.PartnerId(), mediates, http.RequestAborted) is not { } row)
            return BestellingFailures.Unknown.ToProblem();

        ETags.Set(http, row.Version);
        return TypedResults.Ok(BestellingAnswer.Of(
            row, history: await BestellingStore.HistoryAsync(connection, id, http.RequestAborted), mediates: mediates));
    }
}
