using GrozUtrecht.ServiceDefaults.Http;
using GrozUtrecht.ServiceDefaults.Security;
using GrozUtrecht.Tijdbank.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Features.Rekeningen;

/// <summary><c>GET /rekeningen/{id}</c>: one account with its balance.</summary>
internal static class GetRekening
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/rekeningen/{id:guid}", Handle)
        .WithSummary("Rekening ophalen")
        .WithDescription($"De rekening met haar saldo, en waarschuwingen als dat dicht bij een grens komt. De ETag verandert bij elke mutatie. Foutcode: {RekeningFailures.Unknown.Code} (404).")
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<RekeningAnswer>, ProblemHttpResult>> Handle(Guid id, HttpContext http, NpgsqlDataSource database)
    {
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        if (await RekeningStore.FindAsync(connection, id, http.User.PartnerId(), http.RequestAborted) is not { } rekening)
        {
            return RekeningFailures.Unknown.ToProblem();
        }

        ETags.Set(http, rekening.Versie);
        return TypedResults.Ok(RekeningAnswer.Of(rekening));
    }
}
